import type { RecordId } from '../../../domain/id.ts';
import { dateText } from '../../../i18n/format.ts';
import { ListItem } from '../../../ui/list.tsx';
import type { Book } from '../../book.ts';
import { paths } from '../../paths.ts';

/** The very records that a figure came from. */
export function SourceList({ ids, book }: { ids: readonly RecordId[]; book: Book }) {
  const wanted = new Set<string>(ids);
  const views = book.views.filter((view) => view.activity && wanted.has(view.recordId));
  return (
    <ul>
      {views.map(({ recordId, activity }) => (
        <li key={recordId}><ListItem title={activity?.title ?? ''} text={activity ? dateText(activity.heldOn) : ''} href={paths.record(recordId)} /></li>
      ))}
    </ul>
  );
}
