import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formWords } from '../../i18n/form-words.ts';
import { recordWords } from '../../i18n/record-words.ts';
import { UndoBar } from '../../ui/list.tsx';
import { undoSubmit } from '../actions/undo-submit.ts';
import { usePhone } from '../context.ts';
import { paths } from '../paths.ts';
import type { RecordView } from '../record-view.ts';
import { paperPath } from '../report-title.ts';
import { goTo } from '../router.ts';
import { useAction } from './action-trouble.tsx';

/** For eight seconds a save may be taken back, wherever its record is shown. @returns the bar, and what is said when it is too late. */
export function useUndo(view: RecordView): { readonly bar: ComponentChildren; readonly notice: ComponentChildren } {
  const { notebook } = usePhone().hands;
  const { run, notice } = useAction();
  const [late, setLate] = useState(false);
  const { undoable, cancelReason } = view;
  const undo = (): void => {
    if (undoable === null) return;
    run(async () => {
      const { undone, draft } = await undoSubmit(notebook, undoable);
      if (!undone) setLate(true);
      // A cancellation that was taken back leaves the record where it is shown.
      else if (cancelReason === null) goTo(paperPath(view) ?? (draft ? paths.draft(draft.draftId) : paths.home), true);
    });
  };
  return {
    bar: undoable !== null && view.standing.qualifier === 'undo-window'
      ? <UndoBar text={cancelReason === null ? formWords.undoText : recordWords.cancelSaved} action={formWords.undo} onUndo={undo} />
      : null,
    notice: <>{notice}{late && <p class="muted" role="status">{formWords.undoLate}</p>}</>,
  };
}
