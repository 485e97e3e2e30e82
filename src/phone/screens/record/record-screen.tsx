import type { RecordId } from '../../../domain/id.ts';
import { recordWords as words } from '../../../i18n/record-words.ts';
import { Button } from '../../../ui/button.tsx';
import { usePhone } from '../../context.ts';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { useBook, useLive, useReference } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';
import { RecordDetail } from './record-detail.tsx';
import { SavedPage } from './saved-page.tsx';
import { SlipPage } from './slip-page.tsx';

/** One record: right after its save the confirmation, later its whole way. */
export function RecordScreen({ recordId, justSaved }: { recordId: RecordId; justSaved: boolean }) {
  const { value: book, error: bookError } = useBook();
  const { value: reference, error: referenceError } = useReference();
  if (!book || !reference) {
    const hasFailed = bookError !== undefined || referenceError !== undefined;
    return hasFailed ? <TroublePage title={words.title} backHref={paths.outbox} /> : null;
  }
  const view = book.views.find((one) => one.recordId === recordId);
  if (!view) return justSaved ? <OnItsWay recordId={recordId} /> : <None />;
  if (view.slip) return <SlipPage view={view} slip={view.slip} />;
  return justSaved ? <JustSaved view={view} /> : <RecordDetail view={view} reference={reference} book={book} />;
}

/**
 * An edit of what the province holds: until the lists have heard of the save, the receipt they know is that of the words
 * before it, and would be shown as this one's.
 */
function JustSaved({ view }: { view: RecordView }) {
  const { notebook } = usePhone().hands;
  const { value: entries } = useLive(() => notebook.entriesOf(view.recordId), [notebook, view.recordId]);
  const isHeardOf = entries?.every(({ change }) => change.seq <= (view.latest?.change.seq ?? 0)) ?? false;
  return view.receipt === null || isHeardOf ? <SavedPage view={view} /> : null;
}

/**
 * Saved a moment ago, and the lists have not heard of it yet: on a slow phone that takes as long as it takes. Only the
 * notebook itself can say that it is not there.
 */
function OnItsWay({ recordId }: { recordId: RecordId }) {
  const { notebook } = usePhone().hands;
  const { value: entries } = useLive(() => notebook.entriesOf(recordId), [notebook, recordId]);
  return entries?.length === 0 ? <None /> : null;
}

function None() {
  return (
    <InnerPage title={words.noneTitle} backHref={paths.outbox}>
      <div class="stack">
        <p>{words.noneText}</p>
        <Button href={paths.outbox}>{words.toOutbox}</Button>
      </div>
    </InnerPage>
  );
}
