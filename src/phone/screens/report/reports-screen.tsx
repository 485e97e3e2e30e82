import { dueReports, flashPeriod, viewPeriods } from '../../../domain/report-calendar.ts';
import { programmeRequirement } from '../../../domain/requirement.ts';
import { requirementFit } from '../../../domain/requirement-fit.ts';
import { workingYearOf } from '../../../domain/time.ts';
import { phoneWords } from '../../../i18n/phone-words.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import { handedInPeriods, reportTitle } from '../../report-title.ts';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { programmeView } from '../../programme-title.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { paths } from '../../paths.ts';
import { useBook, useReference, useToday, useUnit } from '../../queries.ts';
import { dueText } from './due-text.ts';

/** Every report that the unit owes within a year, and those that it has handed in. */
export function ReportsScreen() {
  const unit = useUnit();
  const { value: book, error: bookError } = useBook();
  const { value: reference, error } = useReference();
  const today = useToday(reference);
  if (!book || !reference || !today) return bookError !== undefined || error !== undefined ? <TroublePage title={words.listTitle} backHref={paths.home} /> : null;
  const { calendar } = reference;
  if (!calendar) return <InnerPage title={words.listTitle} backHref={paths.home}><p>{words.notPublished}</p></InnerPage>;
  const owed = dueReports({ unit, today, submitted: handedInPeriods(book, unit.id), occasions: reference.occasions }, calendar);
  const workingYear = workingYearOf(today);
  const programme = programmeView(book, workingYear);
  const asked = reference.requirements.get(programmeRequirement);
  const isAsked = asked !== undefined && requirementFit(asked, unit, { manyMembers: reference.setting.manyMembers }) !== 'no';
  const sent = book.views.flatMap((view) => (view.report && !view.isCancelled ? [{ view, periodId: view.report.periodId, isOwn: view.report.unitId === unit.id }] : []));
  const views = viewPeriods(calendar, today);
  return (
    <InnerPage title={words.listTitle} backHref={paths.home}>
      <Section title={words.owed} />
      <Card>
        {owed.length === 0 ? <p class="card-inside">{words.noneOwed}</p> : (
          <ul>
            {owed.map((due) => (
              <li key={due.period.id}>
                <ListItem
                  icon="directive" tone={due.state === 'late' ? 'error' : 'plain'} href={paths.report(due.period.id)}
                  title={reportTitle(due.period.id, reference)} text={dueText(due, null)}
                />
              </li>
            ))}
          </ul>
        )}
        {calendar.flash.isAsked && <ListItem icon="plus" href={paths.report(flashPeriod(calendar, today, '').id)} title={words.flash} text={words.flashHint} />}
      </Card>
      {(isAsked || programme) && (
        <>
          <Section title={words.programme} />
          <Card>
            <ListItem icon="directive" title={say(phoneWords.programmeTitle, { year: workingYear })} href={paths.programme(workingYear)} {...(programme ? {} : { text: phoneWords.dueProgramme })}>
              {programme && <span class="row-state"><StateTag standing={programme.standing} /></span>}
            </ListItem>
          </Card>
        </>
      )}
      {sent.length > 0 && (
        <>
          <Section title={words.handedIn} />
          <Card>
            <ul>
              {sent.map(({ view, periodId, isOwn }) => (
                <li key={view.recordId}>
                  <ListItem title={reportTitle(periodId, reference)} href={isOwn ? paths.report(periodId) : paths.record(view.recordId)}>
                    <span class="row-state"><StateTag standing={view.standing} /></span>
                  </ListItem>
                </li>
              ))}
            </ul>
          </Card>
        </>
      )}
      {views.length > 0 && (
        <>
          <Section title={words.views} />
          <Card>
            <ul>{views.map(({ id }) => <li key={id}><ListItem title={reportTitle(id, reference)} href={paths.report(id)} /></li>)}</ul>
          </Card>
        </>
      )}
    </InnerPage>
  );
}
