import type { Book } from '../../book.ts';
import type { RecordView } from '../../record-view.ts';
import type { Reference } from '../../reference.ts';

/** What every part of a record's page is given. */
export interface RecordPartProps {
  readonly view: RecordView;
  readonly reference: Reference;
  readonly book: Book;
}
