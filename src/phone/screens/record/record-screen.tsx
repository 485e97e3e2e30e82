import { useEffect, useState } from 'preact/hooks';
import type { RecordId } from '../../../domain/id.ts';
import { recordWords as words } from '../../../i18n/record-words.ts';
import { Button } from '../../../ui/button.tsx';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { useBook, useReference } from '../../queries.ts';
import { paths } from '../../paths.ts';
import { RecordDetail } from './record-detail.tsx';
import { SavedPage } from './saved-page.tsx';

/** Longer than the live reads take to hear of a save, even on a slow phone. */
const patienceMs = 2_000;

/** False until a record that was saved a moment ago must have come: until then it is not said to be missing. */
function useLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}

/** One record: right after its save the confirmation, later its whole way. */
export function RecordScreen({ recordId, justSaved }: { recordId: RecordId; justSaved: boolean }) {
  const { value: book, error: bookError } = useBook();
  const { value: reference, error: referenceError } = useReference();
  const isLate = useLate();
  if (!book || !reference) {
    const hasFailed = bookError !== undefined || referenceError !== undefined;
    return hasFailed ? <TroublePage title={words.title} backHref={paths.outbox} /> : null;
  }
  const view = book.views.find((one) => one.recordId === recordId);
  if (!view && justSaved && !isLate) return null;
  if (!view) {
    return (
      <InnerPage title={words.noneTitle} backHref={paths.outbox}>
        <div class="stack">
          <p>{words.noneText}</p>
          <Button href={paths.outbox}>{words.toOutbox}</Button>
        </div>
      </InnerPage>
    );
  }
  return justSaved ? <SavedPage view={view} /> : <RecordDetail view={view} reference={reference} book={book} />;
}
