/** A slow answer to a former token says nothing about the one that an activation has brought meanwhile. */
import type { Outcome } from '../sync/engine.ts';
import type { NotebookPort } from '../sync/ports.ts';
import type { Journal } from './notebook-journal.ts';

export type GuardedNotebook = Pick<NotebookPort, 'head' | 'freeze' | 'settle'>;

/** The notebook as an exchange under this token may use it: only the token in use may freeze the queue. */
export function guardedBy(notebook: Pick<Journal, 'head' | 'freeze' | 'settle' | 'identity'>, token: string): GuardedNotebook {
  return {
    head: () => notebook.head(),
    settle: (settlement) => notebook.settle(settlement),
    freeze: async (frozen) => {
      if ((await notebook.identity())?.token === token) await notebook.freeze(frozen);
    },
  };
}

/** The refusal was of a former token, where the queue is not frozen: the one in use has not been asked yet. */
export async function withToken<Ended extends { readonly kind: Outcome['kind'] }>(notebook: Pick<Journal, 'head'>, outcome: Ended): Promise<Ended | { readonly kind: 'put-off' }> {
  return outcome.kind === 'unauthorized' && !(await notebook.head()).frozen ? { kind: 'put-off' } : outcome;
}
