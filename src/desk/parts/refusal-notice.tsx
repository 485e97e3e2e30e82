import { deskWords as words } from '../../i18n/desk-words.ts';
import { Notice } from '../../ui/strip.tsx';
import type { Refusal } from '../api.ts';
import { refusalWords } from './refusal-words.ts';

interface RefusalNoticeProps {
  refusal: Refusal;
  /** What could not be done. */
  title: string;
  onAgain?: () => void;
}

/** What could not be done, why, the next step, and a button to try again. */
export function RefusalNotice({ refusal, title, onAgain }: RefusalNoticeProps) {
  const { sentence, next } = refusalWords(refusal);
  return (
    <Notice tone="error" icon="send_error" title={title} role="alert">
      <p>{sentence} {next}</p>
      {onAgain && <button type="button" class="desk-button is-other" onClick={onAgain}>{words.again}</button>}
    </Notice>
  );
}
