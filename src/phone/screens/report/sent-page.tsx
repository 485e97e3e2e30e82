import { offlineReportStates, sinceClosing } from '../../../domain/indicator-compute.ts';
import type { Report } from '../../../domain/report.ts';
import { dateText, numberText } from '../../../i18n/format.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { approvedBy } from '../../approved-by.ts';
import { mayMend } from '../../may-mend.ts';
import { InnerPage } from '../../parts/frame.tsx';
import { LockNotice } from '../../parts/lock-notice.tsx';
import { QuarantineNotice } from '../../parts/quarantine-notice.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { paths } from '../../paths.ts';
import type { RecordView } from '../../record-view.ts';
import { figureTasks, taskIndicators } from '../../report-model.ts';
import type { ReportFacts } from '../../report-model.ts';
import { taskName } from '../../report-title.ts';
import { whyText } from '../../why-text.ts';
import { CorrectedLine } from './corrected-line.tsx';
import { PapersPart } from './papers-part.tsx';
import { RemarksOfReport } from './remarks-part.tsx';
import { sectionParts } from './report-sections.ts';
import { SourceList } from './source-list.tsx';
import { Lacking, SinceSumNotice, UnitsPart } from './units-part.tsx';

interface SentPageProps { view: RecordView; report: Report; facts: ReportFacts; title: string; onMend: () => void; onAdopt: (() => void) | null }

/**
 * A report that was handed in: where it stands, what it says, what came after it.
 * @param onAdopt where a draft of this phone was begun before a colleague sent the report: its words go on as an edit of that one.
 */
export function SentPage({ view, report, facts, title, onMend, onAdopt }: SentPageProps) {
  const { standing, previousReport } = view;
  const { sum, reference: { setting } } = facts;
  const { late } = sinceClosing(report, facts.activities, offlineReportStates);
  const canMend = mayMend(view);
  const why = whyText(view) || approvedBy(view);
  const changed = previousReport === null ? [] : facts.indicators.filter(({ code }) => report.lines[code]?.value !== previousReport.lines[code]?.value);
  return (
    <InnerPage title={title} backHref={paths.reports}>
      <p class="row-state state-line"><StateTag standing={standing} />{why !== '' && <span class="muted">{why}</span>}</p>
      <LockNotice view={view} />
      {view.receipt && <p class="digits selectable">{say(words.receipt, { number: view.receipt.number })}</p>}
      <p class="muted digits state-line">{say(words.span, { from: dateText(report.from), to: dateText(report.to) })}</p>
      {standing.qualifier === 'two-versions' && <OtherVersion report={report} other={view.otherReport} facts={facts} />}
      <QuarantineNotice view={view} setting={setting} />
      <RemarksOfReport view={view} facts={facts} />
      <div class="stack">
        {canMend && <Button kind={standing.state === 'returned' ? 'main' : 'other'} onClick={onMend}>{standing.state === 'returned' ? words.startMending : words.change}</Button>}
        {onAdopt && canMend && <><p>{words.strayDraft}</p><Button kind="other" onClick={onAdopt}>{words.adoptDraft}</Button></>}
        <Button kind="quiet" href={paths.record(view.recordId)}>{words.toRecord}</Button>
      </div>
      {late.length > 0 && (
        <Notice tone="queued" icon="again">
          <p>{say(words.since, { count: late.length })}</p>
          <SourceList ids={late.map((one) => one.recordId)} book={facts.book} />
        </Notice>
      )}
      {sum && <SinceSumNotice sum={sum} named={report} />}
      {sum && <UnitsPart sum={sum} named={report} />}
      {changed.length > 0 && (
        <>
          <Section title={words.changes} />
          <ul class="card card-inside digits">
            {changed.map(({ code, label }) => (
              <li key={code}>{say(words.changed, { label, before: valueText(previousReport?.lines[code]?.value), after: valueText(report.lines[code]?.value) })}</li>
            ))}
          </ul>
        </>
      )}
      {figureTasks(facts).map((id) => (
        <details key={id} class="fold card card-inside">
          <summary><span class="grow">{taskName(facts.reference, id)}</span><Icon name="down" /></summary>
          <dl class="fields digits">
            {taskIndicators(facts, id).map(({ code, label }) => {
              const line = report.lines[code];
              return (
                <div key={code}>
                  <dt>{label}</dt>
                  <dd><Lacking code={code} value={line?.value} named={report} sum={sum}>{valueText(line?.value)}</Lacking>{line?.reason !== undefined && <CorrectedLine computed={line.computed} computedWomen={line.computedWomen} reason={line.reason} isSum={sum !== null} />}</dd>
                </div>
              );
            })}
          </dl>
          {report.tasks[id] !== undefined && <p>{report.tasks[id]}</p>}
        </details>
      ))}
      <PapersPart report={report} facts={facts} title={title} />
      {sectionParts.map(({ key, title: name }) => report.sections[key] !== '' && (
        <section key={key}><Section title={name} /><div class="card card-inside"><p>{report.sections[key]}</p></div></section>
      ))}
    </InnerPage>
  );
}

/** A colleague's words stand at the province meanwhile: seen before they are written over. */
function OtherVersion({ report, other, facts }: { report: Report; other: Report | null; facts: ReportFacts }) {
  if (!other) return <Notice tone="returned" icon="returned" title={words.twoVersions}><p>{words.twoVersionsUnread}</p></Notice>;
  const figures = facts.indicators.filter(({ code }) => report.lines[code]?.value !== other.lines[code]?.value);
  const texts = figureTasks(facts).filter((id) => (report.tasks[id] ?? '') !== (other.tasks[id] ?? ''));
  const sections = sectionParts.filter(({ key }) => report.sections[key] !== other.sections[key]);
  return (
    <Notice tone="returned" icon="returned" title={words.twoVersions}>
      <p>{words.twoVersionsText}</p>
      <ul class="digits">
        {figures.map(({ code, label }) => <li key={code}>{say(words.ownAndOther, { label, own: valueText(report.lines[code]?.value), other: valueText(other.lines[code]?.value) })}</li>)}
        {texts.map((id) => <li key={id}>{say(words.otherText, { label: taskName(facts.reference, id), text: other.tasks[id] ?? '' })}</li>)}
        {sections.map(({ key, title }) => <li key={key}>{say(words.otherText, { label: title, text: other.sections[key] })}</li>)}
      </ul>
    </Notice>
  );
}

function valueText(value: number | null | undefined): string {
  return value === null || value === undefined ? words.blank : numberText(value);
}
