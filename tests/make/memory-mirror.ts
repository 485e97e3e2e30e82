/**
 * A mirror in memory, for simulations: one plain value that can be cloned, every method one atomic step with a gate
 * before and after its commit. `current` and `durable` mean the same as in the notebook beside it.
 */
import { cursorsAfter, foldRow, itemAddress, pageFits } from '../../src/sync/mirror.ts';
import type { MirrorItem } from '../../src/sync/mirror.ts';
import type { MirrorHead, MirrorPort } from '../../src/sync/ports.ts';
import type { MemoryOptions } from './memory-notebook.ts';

export interface MirrorContents {
  readonly head: MirrorHead;
  /** By kind and key, joined by a space: neither holds one. */
  readonly items: ReadonlyMap<string, MirrorItem>;
}

export interface MirrorState {
  current: MirrorContents;
  durable: MirrorContents;
}

export interface MemoryMirror extends MirrorPort {
  item(kind: string, key: string): Promise<MirrorItem | undefined>;
  items(): Promise<readonly MirrorItem[]>;
}

export function emptyMirrorState(): MirrorState {
  const contents = emptyContents();
  return { current: contents, durable: contents };
}

/** The phone lost power: whatever was not flushed is gone. */
export function loseMirrorPower(state: MirrorState): void {
  state.current = state.durable;
}

export function memoryMirror(state: MirrorState, options: MemoryOptions = {}): MemoryMirror {
  const gate = options.gate ?? (() => Promise.resolve());

  const commit = async <T>(name: string, work: (contents: MirrorContents) => { contents: MirrorContents; answer: T }): Promise<T> => {
    await gate(`mirror.${name}:before`);
    const { contents, answer } = work(state.current);
    state.current = contents;
    await gate(`mirror.${name}:after`);
    state.durable = state.current;
    return answer;
  };
  const read = async <T>(name: string, work: (contents: MirrorContents) => T): Promise<T> => {
    await gate(`mirror.${name}:read`);
    return work(state.current);
  };

  return {
    head: () => read('head', (contents) => contents.head),

    item: (kind, key) => read('item', (contents) => contents.items.get(`${kind} ${key}`)),

    items: () => read('items', (contents) => [...contents.items.values()]),

    apply: (guard, page) =>
      commit('apply', (contents) => {
        if (!pageFits(contents.head, guard, page)) return { contents, answer: false };
        const items = new Map(contents.head.epoch?.id === page.epoch.id ? contents.items : []);
        for (const range of page.ranges) {
          for (const row of range.rows) {
            const { kind, key } = itemAddress(row, range.scope);
            const address = `${kind} ${key}`;
            items.set(address, foldRow(items.get(address), range.scope, row));
          }
        }
        return { contents: { head: { epoch: page.epoch, cursors: cursorsAfter(contents.head, page) }, items }, answer: true };
      }),

    erase: () => commit('erase', () => ({ contents: emptyContents(), answer: undefined })),
  };
}

function emptyContents(): MirrorContents {
  return { head: { epoch: null, cursors: [] }, items: new Map() };
}
