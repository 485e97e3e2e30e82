import { taskOf } from '../../../domain/id.ts';
import type { Occasion } from '../../../domain/occasion.ts';
import { requirementFit } from '../../../domain/requirement-fit.ts';
import type { Requirement } from '../../../domain/requirement.ts';
import { suggestForms, suggestTitle } from '../../../domain/suggestion.ts';
import { workingYearOf } from '../../../domain/time.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { Unit } from '../../../domain/unit.ts';
import { calendarWords as words } from '../../../i18n/calendar-words.ts';
import { tileDayText, tileMonthText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Tag } from '../../../ui/strip.tsx';
import type { Reference } from '../../reference.ts';
import { listText } from '../../relative-time.ts';
import { paths } from '../../paths.ts';
import { dayText, lunarText, statusText, whenText } from './occasion-standing.ts';

interface OccasionRowProps {
  occasion: Occasion;
  today: LocalDate;
  unit: Unit;
  reference: Reference;
  /** By the address of the page: it stands open, and the page lands at it. */
  isNamed: boolean;
}

export function occasionPlace(occasionId: string): string {
  return `dip-${occasionId}`;
}

/** A day of the calendar; unfolded it tells the rest and what could be recorded. */
export function OccasionRow(props: OccasionRowProps) {
  const { occasion, today, isNamed } = props;
  const { startsOn, status, repeat, ordinal } = occasion;
  const asking = askingOf(props);
  const tasks = [...new Set(asking.map((requirement) => taskOf(requirement.id)))];
  const line = [
    ordinal,
    startsOn !== null && repeat?.kind === 'lunar' ? lunarText(startsOn) : '',
    whenText(occasion, today),
    tasks.length > 0 ? say(words.ofTasks, { tasks: listText(tasks) }) : '',
  ].filter((part) => part !== '').join(' · ');
  const isOff = status === 'cancelled' || status === 'postponed';
  return (
    <details class="occasion" open={isNamed || undefined}>
      <summary class="item" id={isNamed ? occasionPlace(occasion.id) : undefined}>
        {startsOn !== null && (
          <span class="tile tile-day digits tone-plain"><span>{tileDayText(startsOn)}</span><small>{tileMonthText(startsOn)}</small></span>
        )}
        <span class="grow">
          <strong>{occasion.title}</strong>
          {line !== '' && <span class="muted digits">{line}</span>}
          {isOff && <Tag tone="draft" icon="close">{words[status]}</Tag>}
          {status === 'unconfirmed' && <Tag tone="draft" icon="help">{words.unconfirmed}</Tag>}
        </span>
        <Icon name="down" />
      </summary>
      <OccasionDetail {...props} asking={asking} />
    </details>
  );
}

function OccasionDetail({ occasion, today, reference, asking }: OccasionRowProps & { asking: readonly Requirement[] }) {
  const { startsOn, repeat, note, status } = occasion;
  const tasks = reference.tasks.filter((task) => occasion.requirementIds.some((id) => taskOf(id) === task.id));
  // A form opened from here is about the year that runs: its day may not lie ahead of it, and its title counts its years.
  const mayRecord = startsOn === null || workingYearOf(startsOn) === workingYearOf(today);
  const isOff = status === 'cancelled' || status === 'postponed';
  return (
    <div class="card-inside stack">
      <dl class="fields">
        <dt>{words.dayLabel}</dt>
        <dd>{dayText(occasion)}</dd>
        {startsOn !== null && repeat?.kind === 'lunar' && <><dt>{words.lunarLabel}</dt><dd>{lunarText(startsOn)}</dd></>}
        <dt>{words.statusLabel}</dt>
        <dd>{statusText(occasion, today)}</dd>
        {note !== '' && <><dt>{words.noteLabel}</dt><dd>{note}</dd></>}
      </dl>
      {tasks.length > 0 && (
        <div>
          <p class="muted">{words.tasksLabel}</p>
          <ul class="occasion-tasks">
            {tasks.map((task) => <li key={task.id}><a href={paths.task(task.id)}>{say(words.task, { task: task.id, short: task.short })}</a></li>)}
          </ul>
        </div>
      )}
      {mayRecord && !isOff && asking.length > 0 && (
        <div>
          <p class="muted">{say(words.suggestion, { title: suggestedTitle(occasion, asking, reference) })}</p>
          <Button kind="other" small icon="plus" href={paths.newForOccasion(occasion.id)} label={say(words.recordFor, { occasion: occasion.shortTitle })}>
            {words.record}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What the unit could record on this occasion. */
function askingOf({ occasion, unit, reference }: OccasionRowProps): readonly Requirement[] {
  const measure = { manyMembers: reference.setting.manyMembers };
  return occasion.requirementIds.flatMap((id) => reference.requirements.get(id) ?? [])
    .filter((requirement) => requirement.isOpen && requirementFit(requirement, unit, measure) !== 'no');
}

/** The title that the form will open with: of the requirement that belongs to this occasion most. */
function suggestedTitle(occasion: Occasion, asking: readonly Requirement[], reference: Reference): string {
  const [best] = [...asking].sort((one, next) => one.occasionIds.length - next.occasionIds.length || one.formIds.length - next.formIds.length);
  return best ? suggestTitle(suggestForms(best, reference.forms).likely[0] ?? null, best, occasion) : occasion.shortTitle;
}
