import { useMemo } from 'preact/hooks';
import { groupsOfProgramme, itemTitleAt, programmeChanges } from '../../../domain/programme-fields.ts';
import type { Programme, ProgrammeItem } from '../../../domain/programme.ts';
import { itemPlanText, itemStateWords, programmeWarningText, programmeWords } from '../../../i18n/programme-words.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { belowProgramme } from '../../below-programme.ts';
import type { BelowProgramme } from '../../below-programme.ts';
import { programmeIn } from '../../programme-body.ts';
import { readProgrammeBody } from '../../record-view.ts';
import { taskName } from '../../report-title.ts';
import { ActivityLinks } from './activity-links.tsx';
import { RemarksBefore } from './remarks-before.tsx';
import type { ReviewPartProps } from './use-review.ts';

/** A plan task by task, what was taken out in its place; each item with its months, its role, and the records that moved it. */
export function ProgrammePart({ item, programme, desk }: ReviewPartProps & { programme: Programme }) {
  const { below, reference, today } = desk;
  const { unitId } = item;
  const unit = desk.unitOf(unitId);
  const found = useMemo(() => belowProgramme(programme, unitId, { below, reference, unit, today }), [programme, unitId, below, reference, unit, today]);
  const label = (field: string): string => itemTitleAt(programme, field) || programmeWords.plainTitle;
  const progress = [...found.progressOf.values()];
  return (
    <>
      <p class="lead digits">{say(programmeWords.planned, { count: progress.length })}</p>
      <p class="muted digits state-line">{say(programmeWords.progressCount, { done: progress.filter(({ state }) => state === 'done').length, all: progress.filter(({ state }) => state !== 'untold').length })}</p>
      {item.view.standing.qualifier === 'edited-after-return' && <Mended item={item} programme={programme} />}
      <RemarksBefore item={item} label={label} />
      {found.confirmed.length + found.confirmedAwayCount > 0 && (
        <Notice tone="queued" icon="send_error" title={words.confirmedTitle}>
          <ul>{found.confirmed.map((one) => <li key={one.id}>{programmeWarningText(one)}</li>)}{found.confirmedAwayCount > 0 && <li>{words.confirmedUnknown}</li>}</ul>
        </Notice>
      )}
      {groupsOfProgramme(programme).map(({ taskId, items }) => (
        <section key={taskId ?? 'own'}>
          <Section title={taskId === null ? programmeWords.own : taskName(reference, taskId)} />
          <div class="card card-inside">
            <dl class="digits">
              {items.map(([key, one]) => <Item key={key} item={one} year={programme.workingYear} progress={found.progressOf.get(key)} />)}
            </dl>
          </div>
        </section>
      ))}
    </>
  );
}

interface ItemProps { item: ProgrammeItem; year: number; progress: ReturnType<BelowProgramme['progressOf']['get']> }

function Item({ item, year, progress }: ItemProps) {
  return (
    <div class="review-line">
      <dt>{item.title}</dt>
      <dd>
        {itemPlanText(item, year)}
        {progress && progress.state !== 'ahead' && <div class="muted">{itemStateWords[progress.state]}</div>}
        {progress && progress.deeds.length > 0 && <details class="fold"><summary>{say(words.sources, { count: progress.deeds.length })}</summary><ActivityLinks list={progress.deeds} /></details>}
      </dd>
    </div>
  );
}

/** Item by item, with its plan before and after. */
function Mended({ item, programme }: Pick<ReviewPartProps, 'item'> & { programme: Programme }) {
  const before = programmeIn(readProgrammeBody(item.record.returned?.body));
  const changes = before ? programmeChanges(before, programme) : [];
  const { workingYear } = programme;
  return (
    <>
      <Section title={words.mendedTitle} />
      <ul class="card card-inside digits">
        {!before && <li>{words.mendedUnknown}</li>}
        {before && changes.length === 0 && <li>{words.mendedNothing}</li>}
        {changes.map(({ key, title, before: old, after }) => <li key={key}>{say(programmeWords.changed, { title, before: itemPlanText(old, workingYear), after: itemPlanText(after, workingYear) })}</li>)}
      </ul>
    </>
  );
}
