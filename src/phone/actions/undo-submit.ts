import type { DraftEntry } from '../../device/draft-entry.ts';
import type { Notebook } from '../../device/notebook.ts';
import type { ChangeId } from '../../domain/id.ts';

/** Takes a save back while no exchange has been handed it, and gives its draft back to go on with. */
export function undoSubmit(notebook: Notebook, changeId: ChangeId): Promise<{ readonly undone: boolean; readonly draft: DraftEntry | null }> {
  return notebook.undo(changeId);
}
