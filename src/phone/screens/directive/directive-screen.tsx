import type { TaskId } from '../../../domain/id.ts';
import { taskOf } from '../../../domain/id.ts';
import { requirementFit } from '../../../domain/requirement-fit.ts';
import type { Requirement } from '../../../domain/requirement.ts';
import type { Task } from '../../../domain/task.ts';
import { officeDateText } from '../../../i18n/format.ts';
import { guideWords as words } from '../../../i18n/guide-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import { countsOf } from '../../book.ts';
import type { Book } from '../../book.ts';
import { InnerPage, ReadTrouble, TabPage } from '../../parts/frame.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useBook, useReference, useUnit } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';
import type { Reference } from '../../reference.ts';
import { paths } from '../../routes.ts';

/** Chỉ đạo: the tasks, behind each its requirements, and the whole text word for word. */
export function DirectiveScreen({ taskId }: { taskId: TaskId | null }) {
  const { value: reference, error } = useReference();
  const { value: book } = useBook();
  if (!reference) {
    if (error === undefined) return null;
    return <TabPage tab="directive" title={words.directiveTitle} counts={book && countsOf(book)}><ReadTrouble /></TabPage>;
  }
  const task = reference.tasks.find((one) => one.id === taskId);
  if (task) return <TaskPage task={task} reference={reference} book={book} />;
  return (
    <TabPage
      tab="directive" title={words.directiveTitle} counts={book && countsOf(book)}
      note={reference.directiveVersion !== null && <span class="head-note"><Icon name="tick" />{say(words.directiveKept, { version: reference.directiveVersion })}</span>}
    >
      {reference.tasks.length === 0 && <p>{words.directiveMissing}</p>}
      <Document reference={reference} />
      {reference.tasks.length > 0 && (
        <>
          <Section title={words.tasksHeading} />
          <Card>
            <ul>
              {reference.tasks.map((one) => (
                <li key={one.id}>
                  <ListItem number={one.id === 'C' ? '★' : one.id} title={one.short} href={paths.task(one.id)} text={taskText(one, recordsOf(one.id, book).length)} />
                </li>
              ))}
            </ul>
          </Card>
          <WholeText reference={reference} />
        </>
      )}
    </TabPage>
  );
}

function Document({ reference: { directive } }: { reference: Reference }) {
  if (!directive) return null;
  return (
    <div class="card card-inside">
      <h2>{say(words.directiveSubject, { subject: directive.subject })}</h2>
      <p class="muted">{directive.issuer}</p>
      <p class="muted digits">
        {directive.number !== null && directive.issuedOn !== null
          ? say(words.directiveNumber, { number: directive.number, date: officeDateText(directive.issuedOn) })
          : words.directiveNoNumber}
      </p>
    </div>
  );
}

function WholeText({ reference: { directive } }: { reference: Reference }) {
  if (!directive) return null;
  return (
    <details class="fold">
      <summary><Icon name="down" />{words.wholeText}</summary>
      <div class="card card-inside verbatim">{directive.blocks.map((block) => <p key={block.id}>{block.text}</p>)}</div>
    </details>
  );
}

function TaskPage({ task, reference, book }: { task: Task; reference: Reference; book: Book | undefined }) {
  const block = reference.directive?.blocks.find((one) => one.id === task.blockId);
  const own = recordsOf(task.id, book);
  return (
    <InnerPage title={task.id === 'C' ? words.closingTitle : say(words.taskTitle, { task: task.id })} backHref={paths.directive}>
      <p class="lead">{task.short}</p>
      {block && (
        <details class="fold">
          <summary><Icon name="down" />{words.taskWords}</summary>
          <div class="card card-inside verbatim"><p>{block.text}</p></div>
        </details>
      )}
      <Section title={words.requirementsHeading} />
      {task.requirements.map((requirement) => <RequirementCard key={requirement.id} requirement={requirement} reference={reference} />)}
      {own.length > 0 && (
        <>
          <Section title={say(words.ownHeading, { count: own.length })} />
          <Card>
            <ul>
              {own.map((view) => (
                <li key={view.recordId}>
                  <ListItem title={view.activity?.title ?? ''} href={paths.record(view.recordId)}><StateTag standing={view.standing} /></ListItem>
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
    </InnerPage>
  );
}

function RequirementCard({ requirement, reference }: { requirement: Requirement; reference: Reference }) {
  const unit = useUnit();
  const fits = requirementFit(requirement, unit, { manyMembers: reference.setting.manyMembers }) !== 'no';
  return (
    <article class="card card-inside requirement">
      <h3><span class="digits">{requirement.id}</span> {requirement.words}</h3>
      {requirement.when !== '' && <p class="muted">{say(words.when, { when: requirement.when })}</p>}
      {requirement.evidence.length > 0 && <p class="muted">{say(words.evidence, { evidence: requirement.evidence.join('; ') })}</p>}
      {requirement.countsOnly && <p class="muted">{words.countsOnly}</p>}
      {!fits && <p class="muted">{words.notForUnit}</p>}
      {!requirement.isOpen && <p class="muted">{words.closed}</p>}
      {requirement.isOpen && requirement.formIds.length > 0 && fits && (
        <Button kind="other" small icon="plus" href={paths.newFor(requirement.id)} label={say(words.recordFor, { requirement: requirement.id })}>{words.record}</Button>
      )}
    </article>
  );
}

function taskText(task: Task, own: number): string {
  const count = task.requirements.length;
  return own > 0 ? say(words.taskTextOwn, { count, own }) : say(words.taskText, { count });
}

function recordsOf(taskId: TaskId, book: Book | undefined): readonly RecordView[] {
  return (book?.views ?? []).filter(({ activity }) =>
    activity !== null && [activity.requirementId, ...activity.alsoRequirementIds].some((id) => taskOf(id) === taskId));
}
