import type { TaskId } from '../../../domain/id.ts';
import { dateText } from '../../../i18n/format.ts';
import { directiveWords as words } from '../../../i18n/directive-words.ts';
import { say } from '../../../i18n/say.ts';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { countsOf } from '../../book.ts';
import { TabPage } from '../../parts/frame.tsx';
import { useBook, useReference } from '../../queries.ts';
import type { Reference } from '../../reference.ts';
import { paths } from '../../routes.ts';
import { TaskPage } from './task-page.tsx';
import './directive.css';

/** Chỉ đạo: the tasks first, then the document word for word. With a task in the address, that task's requirements. */
export function DirectiveScreen({ taskId }: { taskId: TaskId | null }) {
  const { value: book } = useBook();
  const { value: reference } = useReference();
  const task = reference?.tasks.find((each) => each.id === taskId);
  if (reference && task) return <TaskPage reference={reference} task={task} />;
  return (
    <TabPage tab="directive" title={words.title} counts={book && countsOf(book)}>
      {reference && (reference.directive ? <Document reference={reference} /> : <Notice tone="plain" icon="directive"><p>{words.notYet}</p></Notice>)}
    </TabPage>
  );
}

function Document({ reference }: { reference: Reference }) {
  const { directive, directiveVersion, tasks } = reference;
  if (!directive) return null;
  const { number, issuedOn } = directive;
  return (
    <>
      <Card>
        <div class="card-inside">
          <p><strong>{say(words.subject, { kind: capitalised(directive.kind), subject: directive.subject })}</strong></p>
          <p class="muted">{directive.issuer}</p>
          <p class="muted">{number !== null && issuedOn !== null ? say(words.numbered, { number, date: dateText(issuedOn) }) : words.notNumbered}</p>
          <p class="muted">{say(words.onPhone, { version: directiveVersion ?? 1 })}</p>
        </div>
      </Card>
      <Section title={words.tasksHeading} />
      <Card>
        <ul>
          {tasks.map((task) => (
            <li key={task.id}>
              <ListItem number={task.id === 'C' ? '…' : task.id} title={task.short} text={say(words.taskCount, { count: task.requirements.length })} href={paths.task(task.id)} />
            </li>
          ))}
        </ul>
      </Card>
      <Section title={words.fullHeading} />
      <Card>
        <div class="card-inside verbatim">
          {directive.blocks.map((block) => <p key={block.id} class={`block-${block.kind}`}>{block.text}</p>)}
        </div>
      </Card>
    </>
  );
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
