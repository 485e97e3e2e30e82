import { useMemo } from 'preact/hooks';
import { groupsOf, isQuiet, reportChanges } from '../../../domain/report-fields.ts';
import { isCorrected, Report } from '../../../domain/report.ts';
import type { ReportLine } from '../../../domain/report.ts';
import { dateText, numberText } from '../../../i18n/format.ts';
import { recordWords } from '../../../i18n/record-words.ts';
import { reportPageWords, reportWarningText } from '../../../i18n/report-words.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { belowReport } from '../../below-report.ts';
import type { BelowReport, LineActivity, PlacedLine } from '../../below-report.ts';
import { taskName } from '../../report-title.ts';
import { placeName } from '../report/remarks-part.tsx';
import { sectionParts } from '../report/report-sections.ts';
import { ActivityLinks } from './activity-links.tsx';
import { RemarksBefore } from './remarks-before.tsx';
import type { ReviewPartProps } from './use-review.ts';

export function useBelowReport({ item, desk }: ReviewPartProps, report: Report | null): BelowReport | null {
  const { below, reference, today } = desk;
  const unit = desk.unitOf(item.unitId);
  return useMemo(() => report && belowReport(report, item.unitId, { below, reference, unit, today }), [report, item.unitId, below, reference, unit, today]);
}

/** What a place of a report is called. */
export function reportPlace(found: BelowReport, { reference }: ReviewPartProps['desk']): (field: string) => string {
  return (field) => placeName(field, { indicators: found.lines, reference });
}

/** A number of a line as it is read; a yes or no of one unit is a word. */
export function lineText(line: ReportLine | undefined, { method, unit }: Pick<PlacedLine, 'method' | 'unit'>, isOneUnit: boolean): string {
  const value = line?.value ?? null;
  if (value === null) return reportPageWords.blank;
  if (method === 'yesNo' && isOneUnit) return value === 0 ? reportPageWords.no : reportPageWords.yes;
  return method === 'ratio' && unit === '%' ? `${numberText(value)}%` : numberText(value);
}

/** A report section by section: figures with their corrections and reasons, each with the activities behind it. */
export function ReportPart({ item, report, desk }: ReviewPartProps & { report: Report }) {
  const found = useBelowReport({ item, desk }, report);
  if (!found) return null;
  const label = reportPlace(found, desk);
  const isOneUnit = desk.unitOf(item.unitId)?.kind === 'grassroots';
  const below = Object.keys(report.reports).length;
  return (
    <>
      <p class="muted digits">{say(words.span, { from: dateText(report.from), to: dateText(report.to) })}</p>
      {item.view.standing.qualifier === 'edited-after-return' && <Mended item={item} report={report} found={found} label={label} isOneUnit={isOneUnit} />}
      <RemarksBefore item={item} label={label} />
      {found.isListAway && <Notice tone="queued" icon="send_error" role="status"><p>{words.listAway}</p></Notice>}
      {report.confirmed.length > 0 && (
        <Notice tone="queued" icon="send_error" title={words.confirmedTitle}>
          <ul>{found.confirmed.map((one) => <li key={one.id}>{say(recordWords.remark, { field: label(one.field), text: reportWarningText(one) })}</li>)}{found.confirmedAwayCount > 0 && <li>{words.confirmedUnknown}</li>}</ul>
        </Notice>
      )}
      {found.late.length > 0 && (
        <Notice tone="queued" icon="clock" title={say(words.late, { count: found.late.length })}><ActivityLinks list={found.late} /></Notice>
      )}
      {below > 0 && <p>{say(words.fromReports, { count: below })}</p>}
      {found.awayCount > 0 && <p class="muted">{say(words.sourcesAway, { count: found.awayCount })}</p>}
      <TextSection title={sectionParts[0]?.title ?? ''} text={report.sections.situation} />
      {groupsOf(report, found.lines).map(({ taskId, text, lines }) => {
        const quiet = lines.filter(({ line }) => isQuiet(line)).map(({ indicator }) => indicator.label);
        return (
          <section key={taskId}>
            <Section title={taskName(desk.reference, taskId)} />
            <div class="card card-inside">
              {text !== '' && <p>{text}</p>}
              <dl class="digits">
                {lines.filter(({ line }) => !isQuiet(line)).map(({ indicator, line }) => (
                  <Line key={indicator.code} indicator={indicator} line={line} sources={found.sourcesOf.get(indicator.code) ?? []} isOneUnit={isOneUnit} />
                ))}
              </dl>
              {quiet.length > 0 && <p class="muted">{say(words.quiet, { list: quiet.join('; ') })}</p>}
            </div>
          </section>
        );
      })}
      {sectionParts.slice(1).map(({ key, title }) => <TextSection key={key} title={title} text={report.sections[key]} />)}
    </>
  );
}

interface LineProps { indicator: PlacedLine; line: ReportLine; sources: readonly LineActivity[]; isOneUnit: boolean }

function Line({ indicator, line, sources, isOneUnit }: LineProps) {
  const corrected = isCorrected(line);
  return (
    <div class="review-line">
      <dt>{indicator.label}</dt>
      <dd>
        {lineText(line, indicator, isOneUnit)}
        {corrected && line.computed !== null && <span class="muted"> ({say(words.computed, { computed: numberText(line.computed) })})</span>}
        {line.women != null && <div class="muted">{say(words.women, { count: line.women })}</div>}
        {line.reason !== undefined && <div class="muted">{say(words.correction, { reason: line.reason })}</div>}
        {sources.length > 0 && <details class="fold"><summary>{say(words.sources, { count: sources.length })}</summary><ActivityLinks list={sources} /></details>}
      </dd>
    </div>
  );
}

function TextSection({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return <section><Section title={title} /><div class="card card-inside"><p>{text}</p></div></section>;
}

interface MendedProps { item: ReviewPartProps['item']; report: Report; found: BelowReport; label: (field: string) => string; isOneUnit: boolean }

/** Numbers with both values; texts by their names, for they are too long. */
function Mended({ item, report, found, label, isOneUnit }: MendedProps) {
  const before = Report.safeParse(item.record.returned?.body).data;
  const changes = before ? reportChanges(before, report, found.lines) : [];
  return (
    <>
      <Section title={words.mendedTitle} />
      <ul class="card card-inside digits">
        {!before && <li>{words.mendedUnknown}</li>}
        {before && changes.length === 0 && <li>{words.mendedNothing}</li>}
        {changes.map(({ field, line }) => {
          const indicator = found.lines.find((one) => one.code === field);
          return (
            <li key={field}>
              {line === null || !indicator
                ? say(words.mendedText, { field: label(field) })
                : say(recordWords.changed, { field: label(field), before: lineText(line.before, indicator, isOneUnit), after: lineText(line.after, indicator, isOneUnit) })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
