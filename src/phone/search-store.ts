/** The one index of the phone: filled when somebody first searches, in the pauses of the page, and kept while it is open. */
import { useEffect, useState } from 'preact/hooks';
import { SearchIndex } from './search-index.ts';
import type { SearchGroup, SearchSource } from './search-index.ts';

const index = new SearchIndex();

/** Texts to fold at a time, and how long one slice may take: a key pressed meanwhile is answered within a frame or two. */
const sliceCount = 25;
const sliceMs = 8;

export interface SearchState {
  readonly index: SearchIndex;
  /** Moves on whenever more can be found: what was found before is to be asked again. */
  readonly round: number;
  /** Texts not folded yet. */
  readonly waiting: number;
}

/** @param offered what the groups hold now; a group keeps its texts until others are offered. Undefined: not read yet. */
export function useSearch(offered: Partial<Record<SearchGroup, readonly SearchSource[]>> | undefined): SearchState {
  const [state, setState] = useState<SearchState>({ index, round: 0, waiting: 0 });
  useEffect(() => {
    if (!offered) return undefined;
    for (const [group, sources] of Object.entries(offered) as [SearchGroup, readonly SearchSource[]][]) index.offer(group, sources);
    let cancel = (): void => undefined;
    const told = (): void => setState((last) => ({ index, round: last.round + 1, waiting: index.fold(0) }));
    const slice = (): void => {
      const endsMs = performance.now() + sliceMs;
      let left = index.fold(sliceCount);
      while (left > 0 && performance.now() < endsMs) left = index.fold(sliceCount);
      if (left > 0) cancel = whenIdle(slice);
      told();
    };
    slice();
    return () => cancel();
  }, [offered]);
  return state;
}

/** Safari has no idle callback; there a short pause lets the keys in. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: 200 });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, 16);
  return () => clearTimeout(timer);
}
