import { useMemo, useState } from 'preact/hooks';
import { outboxWords as words } from '../../../i18n/outbox-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/list.tsx';
import type { OutboxFilter } from '../../outbox-filter.ts';
import { useReference, useToday, useUnit } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';

interface ActivityListPartProps { views: readonly RecordView[]; filter: OutboxFilter }

/** The unit's own records as they stand narrowed above, as a file and on paper. What makes them arrives when it is asked for. */
export function ActivityListPart({ views, filter }: ActivityListPartProps) {
  const { value: reference } = useReference();
  const unit = useUnit();
  const today = useToday(reference);
  const [answer, setAnswer] = useState('');
  // What this version cannot read, and what the unit has cancelled, is no activity to list.
  const listed = useMemo(() => views.filter(({ activity, isCancelled }) => activity !== null && !isCancelled), [views]);
  if (!reference || !today || listed.length === 0) return null;
  const options = { views: listed, filter, reference, unit, today };
  const hand = async (): Promise<void> => {
    setAnswer(words.making);
    try {
      const { handOverList } = await import('./hand-over-list.ts');
      const { file, isShared } = await handOverList(options);
      setAnswer(say(isShared ? words.shared : words.made, { file }));
    } catch (error) {
      // Whoever closes the share sheet has nothing to be told.
      setAnswer(error instanceof DOMException && error.name === 'AbortError' ? '' : words.failed);
    }
  };
  const print = async (): Promise<void> => {
    try {
      const { printList } = await import('./print-list.tsx');
      printList(options);
    } catch {
      setAnswer(words.failed);
    }
  };
  return (
    <section>
      <Section title={words.listHeading} />
      <div class="card card-inside stack">
        <p class="muted digits">{say(words.listText, { count: listed.length })}</p>
        <div class="list-ways">
          <Button kind="other" small onClick={() => void hand()}>{words.file}</Button>
          <Button kind="other" small onClick={() => void print()}>{words.print}</Button>
        </div>
        <p class="muted" role="status">{answer}</p>
      </div>
    </section>
  );
}
