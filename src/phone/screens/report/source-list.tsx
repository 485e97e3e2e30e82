import type { RecordId } from '../../../domain/id.ts';
import { dateText } from '../../../i18n/format.ts';
import { ListItem } from '../../../ui/list.tsx';
import type { Book } from '../../book.ts';
import { paths } from '../../paths.ts';
import { paperPath, paperTitle } from '../../report-title.ts';

/** The very records that a figure came from. */
export function SourceList({ ids, book }: { ids: readonly RecordId[]; book: Book }) {
  const wanted = new Set<string>(ids);
  const views = book.views.filter((view) => (view.activity ?? view.programme) && wanted.has(view.recordId));
  return (
    <ul>
      {views.map((view) => (
        <li key={view.recordId}>
          <ListItem
            title={view.activity?.title ?? paperTitle(view, null) ?? ''} text={view.activity ? dateText(view.activity.heldOn) : ''}
            href={paperPath(view) ?? paths.record(view.recordId)}
          />
        </li>
      ))}
    </ul>
  );
}
