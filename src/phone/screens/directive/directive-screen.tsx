import { useMemo } from 'preact/hooks';
import type { TaskId } from '../../../domain/id.ts';
import type { Task } from '../../../domain/task.ts';
import { directiveWords as words } from '../../../i18n/directive-words.ts';
import { officeDateText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import { searchWords } from '../../../i18n/search-words.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import { countsOf } from '../../book.ts';
import { isOfTask } from '../../outbox-filter.ts';
import { ReadTrouble, TabPage } from '../../parts/frame.tsx';
import { useBook, useReference } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';
import type { Reference } from '../../reference.ts';
import { paths } from '../../paths.ts';
import { ChangesNotice } from './changes-screen.tsx';
import './reading.css';

/** Chỉ đạo: the tasks, behind each its requirements, and the way to the whole text. */
export function DirectiveScreen() {
  const { value: reference, error } = useReference();
  const { value: book } = useBook();
  const counts = useMemo(() => book && countsOf(book), [book]);
  const own = useMemo(() => countByTask(reference?.tasks ?? [], book?.views ?? []), [reference, book]);
  if (!reference) {
    if (error === undefined) return null;
    return <TabPage tab="directive" title={words.title} counts={counts}><ReadTrouble /></TabPage>;
  }
  return (
    <TabPage
      tab="directive" title={words.title} counts={counts}
      note={reference.directiveVersion !== null && <span class="head-note"><Icon name="tick" />{say(words.kept, { version: reference.directiveVersion })}</span>}
    >
      <a class="search-entry" href={paths.search}><Icon name="search" />{searchWords.entry}</a>
      <ChangesNotice reference={reference} />
      {reference.tasks.length === 0 && <p>{words.missing}</p>}
      <Document reference={reference} />
      {reference.tasks.length > 0 && (
        <>
          <Section title={words.tasksHeading} />
          <Card>
            <ul>
              {reference.tasks.map((one) => (
                <li key={one.id}>
                  <ListItem number={one.id === 'C' ? '★' : one.id} title={one.short} href={paths.task(one.id)} text={taskText(one, own.get(one.id) ?? 0)} />
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
    </TabPage>
  );
}

function Document({ reference: { directive, citations, notes } }: { reference: Reference }) {
  if (!directive) return null;
  const text = citations.length + notes.length === 0 ? words.wholeTextLine : say(words.wholeTextCounts, { documents: citations.length, notes: notes.length });
  return (
    <div class="card">
      <div class="card-inside">
        <h2>{say(words.subject, { subject: directive.subject })}</h2>
        <p class="muted">{directive.issuer}</p>
        <p class="muted digits">
          {directive.number !== null && directive.issuedOn !== null
            ? say(words.number, { number: directive.number, date: officeDateText(directive.issuedOn) })
            : words.noNumber}
        </p>
      </div>
      <ListItem icon="directive" title={words.wholeText} text={text} href={paths.wholeText} />
    </div>
  );
}

function taskText(task: Task, own: number): string {
  const count = task.requirements.length;
  return own > 0 ? say(words.taskTextOwn, { count, own }) : say(words.taskText, { count });
}

/** How many records that are not cancelled name each task. */
function countByTask(tasks: readonly Task[], views: readonly RecordView[]): ReadonlyMap<TaskId, number> {
  const counts = new Map<TaskId, number>();
  for (const { activity, isCancelled } of views) {
    if (!activity || isCancelled) continue;
    for (const { id } of tasks) if (isOfTask(activity, id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
