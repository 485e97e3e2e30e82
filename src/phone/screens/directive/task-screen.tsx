import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { RequirementId, TaskId } from '../../../domain/id.ts';
import { requirementFit } from '../../../domain/requirement-fit.ts';
import { programmeRequirement } from '../../../domain/requirement.ts';
import type { Requirement } from '../../../domain/requirement.ts';
import type { Task } from '../../../domain/task.ts';
import { directiveWords as words } from '../../../i18n/directive-words.ts';
import { workingYearOf } from '../../../domain/time.ts';
import { dateText } from '../../../i18n/format.ts';
import { phoneWords } from '../../../i18n/phone-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListItem, Section } from '../../../ui/list.tsx';
import { isOfTask, outboxAddress, wholeOutbox } from '../../outbox-filter.ts';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { useLanding } from '../../parts/landing.ts';
import { MoreList } from '../../parts/more-list.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useBook, useReference, useToday, useUnit } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';
import type { Reference } from '../../reference.ts';
import { recordsByRequirement } from '../../requirement-records.ts';
import { paths } from '../../paths.ts';
import { CitedDocuments, Notes } from './beside-text.tsx';
import { ChangesNotice } from './changes-screen.tsx';
import './reading.css';

const ownFirst = 3;
const ownStep = 20;

/** One task: what it asks for, each with the unit's own records, and its own words in the directive. */
export function TaskScreen({ taskId, requirementId }: { taskId: TaskId; requirementId: RequirementId | null }) {
  const { value: reference, error } = useReference();
  const { value: book } = useBook();
  const own = useMemo(() => recordsByRequirement(book?.views ?? []), [book]);
  const title = taskId === 'C' ? words.closingTitle : say(words.taskTitle, { task: taskId });
  const task = reference?.tasks.find((one) => one.id === taskId);
  if (!reference) return error === undefined ? null : <TroublePage title={title} backHref={paths.directive} />;
  if (!task) return <InnerPage title={title} backHref={paths.directive}><p>{words.missing}</p></InnerPage>;
  return <TaskPage task={task} title={title} reference={reference} views={book?.views ?? []} own={own} landing={requirementId} />;
}

interface TaskPageProps {
  task: Task;
  title: string;
  reference: Reference;
  views: readonly RecordView[];
  own: ReadonlyMap<RequirementId, readonly RecordView[]>;
  landing: RequirementId | null;
}

function TaskPage({ task, title, reference, views, own, landing }: TaskPageProps) {
  useLanding(landing === null ? null : placeOf(landing));
  const block = reference.directive?.blocks.find((one) => one.id === task.blockId);
  const cited = reference.citations.filter((one) => one.blockId === task.blockId);
  const ownCount = views.filter(({ activity, isCancelled }) => activity !== null && !isCancelled && isOfTask(activity, task.id)).length;
  return (
    <InnerPage title={title} backHref={paths.directive}>
      <p class="lead">{task.short}</p>
      <ChangesNotice reference={reference} id={`task/${task.id}`} />
      {block && (
        <details class="fold">
          <summary><Icon name="down" />{words.taskWords}</summary>
          <div class="card card-inside verbatim"><p>{block.text}</p></div>
          <Notes notes={reference.notes.filter((one) => one.blockId === block.id)} />
        </details>
      )}
      <Section title={say(words.requirementsHeading, { count: task.requirements.length })} />
      {task.requirements.map((requirement) => (
        <RequirementCard key={requirement.id} requirement={requirement} reference={reference} own={own.get(requirement.id) ?? []} />
      ))}
      {ownCount > 0 && <p><a class="tall-link" href={outboxAddress({ ...wholeOutbox, taskId: task.id })}>{say(words.ownAll, { count: ownCount })}</a></p>}
      {cited.length > 0 && <><Section title={words.citedHeading} /><CitedDocuments documents={cited} /></>}
    </InnerPage>
  );
}

function placeOf(requirementId: string): string {
  return `noi-dung-${requirementId}`;
}

interface RequirementCardProps { requirement: Requirement; reference: Reference; own: readonly RecordView[] }

function RequirementCard({ requirement, reference, own }: RequirementCardProps) {
  const unit = useUnit();
  const fits = requirementFit(requirement, unit, { manyMembers: reference.setting.manyMembers }) !== 'no';
  const mayRecord = requirement.isOpen && requirement.formIds.length > 0 && fits;
  const today = useToday(reference);
  const isProgramme = requirement.id === programmeRequirement;
  const id = placeOf(requirement.id);
  return (
    <article class="card card-inside requirement" id={id} tabIndex={-1} aria-labelledby={`${id}-ten`}>
      <h3 id={`${id}-ten`}><span class="digits">{requirement.id}</span> {requirement.words}</h3>
      {requirement.when !== '' && <p class="muted">{say(words.when, { when: requirement.when })}</p>}
      {requirement.evidence.length > 0 && (
        <>
          <p class="muted">{words.evidence}</p>
          <ul class="evidence muted">{requirement.evidence.map((one) => <li key={one}>{one}</li>)}</ul>
        </>
      )}
      {requirement.countsOnly && <p class="muted">{words.countsOnly}</p>}
      {!fits && <p class="muted">{words.notForUnit}</p>}
      {!requirement.isOpen && <p class="muted">{words.closed}</p>}
      {(own.length > 0 || mayRecord) && <p class="own-heading">{own.length > 0 ? say(words.own, { count: own.length }) : words.ownNone}</p>}
      {own.length > 0 && (
        <MoreList
          items={own} first={ownFirst} step={ownStep} keyOf={(view) => view.recordId}
          row={ownRecord} more={(count) => say(words.more, { count })}
        />
      )}
      <div class="requirement-ways">
        {isProgramme && fits && today && <Button kind="other" small href={paths.programme(workingYearOf(today))}>{say(phoneWords.programmeTitle, { year: workingYearOf(today) })}</Button>}
        {mayRecord && <Button kind="other" small icon="plus" href={paths.newFor(requirement.id)} label={say(words.recordFor, { requirement: requirement.id })}>{words.record}</Button>}
        <a class="tall-link" href={paths.quote(requirement.id)} aria-label={say(words.toWordsOf, { requirement: requirement.id })}>{words.toWords}</a>
      </div>
    </article>
  );
}

const ownRecord = (view: RecordView): ComponentChildren => <OwnRecord view={view} />;

function OwnRecord({ view }: { view: RecordView }) {
  const { activity } = view;
  return (
    <ListItem title={activity?.title ?? ''} text={activity ? say(words.ownLine, { date: dateText(activity.heldOn) }) : ''} href={paths.record(view.recordId)}>
      <span class="row-state">{!view.rechecking && <StateTag standing={view.standing} />}</span>
    </ListItem>
  );
}
