import { sinceClosing, offlineReportStates } from '../../../domain/indicator-compute.ts';
import type { CountedActivity } from '../../../domain/indicator-compute.ts';
import { dateText } from '../../../i18n/format.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import { Notice, Tag } from '../../../ui/strip.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { computedAgain, figureTasks, goneWith, reportTasks, taskState, withWordsOf } from '../../report-model.ts';
import type { PartState } from '../../report-model.ts';
import { reportTitle } from '../../report-title.ts';
import { RemarksOfReport } from './remarks-part.tsx';
import { sectionParts } from './report-sections.ts';
import type { ReportPageProps } from './report-part.ts';
import { SourceList } from './source-list.tsx';
import { SinceSumNotice, UnitsPart } from './units-part.tsx';

const stateWords = { done: words.done, partly: words.partly, none: words.none } as const;

/** All of it is a draft: what is left to write is told as one, what is there in plain words. No tick before a receipt. */
function StandingTag({ state, word = stateWords[state] }: { state: PartState; word?: string }) {
  return <span class="row-state">{state === 'done' ? <span class="muted">{word}</span> : <Tag tone="draft" icon="draft">{word}</Tag>}</span>;
}

/** M11: the nine tasks and the four sections, each with how far it is. */
export function PartsPage({ facts, newest, draft, view, title, note, elsewhere, change }: ReportPageProps) {
  const { period, reference, computation, sum } = facts;
  const tasks = reportTasks(facts);
  const done = tasks.filter((id) => taskState(draft, facts, id) === 'done').length;
  const { late, edited, gone } = sinceClosing(draft, facts.activities, offlineReportStates);
  const isBehind = late.length + edited.length + gone.length > 0;
  return (
    <InnerPage
      title={title} backHref={paths.reports} note={note !== '' && <p class="muted digits" role="status">{note}</p>}
      foot={<div class="foot" role="region" aria-label={words.foot}><Button href={paths.reportCheck(period.id)}>{words.check}</Button></div>}
    >
      <p class="muted digits">{say(words.span, { from: dateText(period.from), to: dateText(period.to) })}</p>
      {view && <RemarksOfReport view={view} facts={facts} />}
      {isBehind && (
        <Notice tone="queued" icon="again">
          <p>{say(words.since, { count: late.length + edited.length + gone.length })}</p>
          <Named activities={[...late, ...edited]} facts={facts} />
          <Button kind="other" small onClick={() => change(computedAgain(draft, facts))}>{words.again}</Button>
        </Notice>
      )}
      {sum && <SinceSumNotice sum={sum} named={draft}><Button kind="other" small onClick={() => change(computedAgain(draft, facts))}>{words.again}</Button></SinceSumNotice>}
      {newest.set.version > facts.set.version && <NewerList facts={facts} newest={newest} draft={draft} onAgain={() => change(computedAgain(draft, newest))} />}
      {elsewhere && !hasWordsOf(draft, elsewhere) && (
        <Notice tone="queued" icon="help">
          <p>{words.elsewhere}</p>
          <Button kind="other" small onClick={() => change(withWordsOf(draft, elsewhere))}>{words.takeWords}</Button>
        </Notice>
      )}
      {sum && <UnitsPart sum={sum} named={draft} />}
      <Section title={words.results}><span class="muted digits">{say(words.filled, { done, all: tasks.length })}</span></Section>
      <Card>
        <ul>
          {figureTasks(facts).map((id) => (
            <li key={id}>
              <ListItem {...(id === 'C' ? {} : { number: id })} title={reference.tasks.find((one) => one.id === id)?.short ?? id} href={paths.reportPart(period.id, id)}>
                <StandingTag state={taskState(draft, facts, id)} />
              </ListItem>
            </li>
          ))}
        </ul>
      </Card>
      <Section title={words.story} />
      <Card>
        <ul>
          {sectionParts.map(({ part, key, title: name }) => {
            const isEmpty = draft.sections[key].trim() === '';
            return (
              <li key={part}>
                <ListItem title={name} href={paths.reportPart(period.id, part)}>
                  <StandingTag state={isEmpty ? 'none' : 'done'} {...(isEmpty ? { word: words.empty } : {})} />
                </ListItem>
              </li>
            );
          })}
        </ul>
      </Card>
      {period.besides !== null && <Button kind="quiet" href={paths.report(period.besides)}>{say(words.besides, { title: inSentence(reportTitle(period.besides, reference)) })}</Button>}
      <Fold text={say(words.notApproved, { count: computation.notApproved.length })} activities={computation.notApproved} facts={facts} />
      <Fold text={say(words.leftOut, { count: computation.leftOut.length })} activities={computation.leftOut} facts={facts} />
    </InnerPage>
  );
}

/** The province has published another list: this report may go on with its own, and is computed by the new one only on request. */
function NewerList({ facts, newest, draft, onAgain }: Pick<ReportPageProps, 'facts' | 'newest' | 'draft'> & { onAgain: () => void }) {
  const gone = goneWith(draft, newest, facts.set);
  return (
    <Notice tone="queued" icon="again">
      <p>{say(words.newerList, { now: newest.set.version, own: facts.set.version })}</p>
      {gone.length > 0 && <p>{say(words.goesWith, { lines: gone.join('; ') })}</p>}
      <Button kind="other" small onClick={onAgain}>{words.againNewest}</Button>
    </Notice>
  );
}

/** Whether there is nothing left to take over. */
function hasWordsOf(draft: ReportPageProps['draft'], elsewhere: NonNullable<ReportPageProps['elsewhere']>): boolean {
  const taken = withWordsOf(draft, elsewhere);
  return JSON.stringify([taken.sections, Object.entries(taken.tasks).filter(([, text]) => text !== '')]) === JSON.stringify([draft.sections, Object.entries(draft.tasks).filter(([, text]) => text !== '')]);
}

function inSentence(text: string): string {
  return `${text.slice(0, 1).toLocaleLowerCase('vi')}${text.slice(1)}`;
}

function Named({ activities, facts }: { activities: readonly CountedActivity[]; facts: ReportPageProps['facts'] }) {
  return <SourceList ids={activities.map((one) => one.recordId)} book={facts.book} />;
}

function Fold({ text, activities, facts }: { text: string; activities: readonly CountedActivity[]; facts: ReportPageProps['facts'] }) {
  if (activities.length === 0) return null;
  return (
    <details class="fold card card-inside">
      <summary>{text}</summary>
      <Named activities={activities} facts={facts} />
    </details>
  );
}
