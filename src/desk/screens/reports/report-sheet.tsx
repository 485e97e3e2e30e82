import type { RecordId } from '../../../domain/id.ts';
import type { FieldKey } from '../../../domain/record-fields.ts';
import { groupsOf, isQuiet } from '../../../domain/report-fields.ts';
import { isCorrected, sectionKeys } from '../../../domain/report.ts';
import type { Report, ReportLine } from '../../../domain/report.ts';
import type { Review } from '../../../domain/review.ts';
import { deskProgrammeWords } from '../../../i18n/desk-programme-words.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { dayMonthText, numberText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskIndicator, DeskReportDetail } from '../../../sync/desk-report-protocol.ts';
import { addressText, emptyAddress } from '../../address.ts';
import type { Dictionary, FieldLabels } from '../../dictionary.ts';
import { emptyProgrammeAddress, programmeAddressText } from '../../programme-address.ts';
import { reportAddressText } from '../../report-address.ts';
import type { ReportAddress } from '../../report-address.ts';
import { pickId } from '../review/record-sheet.tsx';
import { givenText, measureText, valueText } from './report-words.ts';

export interface ReportSheetProps {
  body: Report;
  detail: DeskReportDetail;
  isOneUnit: boolean;
  /** The last return, whose remarks stand at their fields. */
  returned: Review | null;
  dictionary: Dictionary;
  labels: FieldLabels;
  address: ReportAddress;
  /** The fields that were picked for a return; null while none is written. */
  picked: readonly FieldKey[] | null;
  onToggle: (field: FieldKey) => void;
  /** Opens another address of the desk without loading the page anew. */
  onOpen: (path: string) => void;
}

/** The report as it is read: I, then task by task its words and numbers, then III to V. While a return is written, a click picks. */
export function ReportSheet(props: ReportSheetProps) {
  const { body, detail, dictionary } = props;
  return (
    <div class={props.picked === null ? 'report' : 'report is-picking'}>
      <h3>{words.situation}</h3>
      <Words field="situation" text={body.sections.situation} {...props} />
      <h3>{words.results}</h3>
      {groupsOf(body, detail.indicators).map(({ taskId, text, lines }) => (
        <section key={taskId} class="report-task" aria-label={dictionary.task(taskId)}>
          <h4>{dictionary.task(taskId)}</h4>
          <Words field={`tasks.${taskId}`} text={text} {...props} />
          <Lines lines={lines} {...props} />
        </section>
      ))}
      {sectionKeys.filter((key) => key !== 'situation').map((key) => (
        <section key={key}>
          <h3>{words[key]}</h3>
          <Words field={key} text={body.sections[key]} {...props} />
        </section>
      ))}
    </div>
  );
}

function Words({ field, text, picked, labels, returned, onToggle }: ReportSheetProps & { field: FieldKey; text: string }) {
  const shown = text === '' ? <span class="blank">{words.blankText}</span> : text;
  return (
    <>
      {picked === null
        ? <p class="report-words">{shown}</p>
        : (
          <label class={picked.includes(field) ? 'report-words is-pick is-picked' : 'report-words is-pick'}>
            <input type="checkbox" id={pickId(field)} aria-label={labels.label(field)} checked={picked.includes(field)} onChange={() => onToggle(field)} />
            <span>{shown}</span>
          </label>
        )}
      <Remarks returned={returned} field={field} />
    </>
  );
}

function Remarks({ returned, field }: { returned: Review | null; field: FieldKey }) {
  const found = returned?.remarks.filter((remark) => remark.field === field || remark.field.startsWith(`${field}.`)) ?? [];
  return <>{found.map((remark) => <p key={remark.field + remark.text} class="sheet-remark">{remark.text}</p>)}</>;
}

/** What the machine counts and did not know says nothing to a reader. */
function isUnknown({ indicator, line }: Pair): boolean {
  return indicator.method === 'system' && line.value === null && line.computed === null;
}

type Pair = { readonly indicator: DeskIndicator; readonly line: ReportLine };

function Lines({ lines, ...props }: ReportSheetProps & { lines: readonly Pair[] }) {
  const { picked, returned, detail } = props;
  const hasRemark = (code: string): boolean => returned?.remarks.some((remark) => remark.field.startsWith(code)) ?? false;
  // While a return is written every line can be picked, also one where a number is missing.
  const quiet = picked === null ? lines.filter(({ indicator, line }) => isQuiet(line) && !hasRemark(indicator.code)) : [];
  const loud = lines.filter((one) => !quiet.includes(one) && (picked !== null || !isUnknown(one) || hasRemark(one.indicator.code)));
  return (
    <>
      {loud.length > 0 && (
        <table class="report-lines">
          <thead>
            <tr>
              <th scope="col">{words.columnIndicator}</th>
              <th scope="col" class="is-number">{detail.below.length > 0 ? words.columnAdded : words.columnComputed}</th>
              <th scope="col" class="is-number">{words.columnValue}</th>
            </tr>
          </thead>
          <tbody>{loud.map((one) => <Line key={one.indicator.code} {...one} {...props} />)}</tbody>
        </table>
      )}
      {quiet.length > 0 && <p class="report-quiet"><b>{words.nothing}:</b> {quiet.map(({ indicator }) => indicator.label).join('; ')}</p>}
    </>
  );
}

function Line({ indicator, line, ...props }: ReportSheetProps & Pair) {
  const { picked, isOneUnit, returned, onToggle } = props;
  const { code, label, partOf } = indicator;
  const wasCorrected = isCorrected(line);
  const isPicked = picked?.includes(code) ?? false;
  const value = valueText(line.value, indicator, isOneUnit);
  const name = <>{label} <span class="muted">({measureText(indicator, isOneUnit)})</span></>;
  return (
    <tr class={[wasCorrected ? 'is-corrected' : '', isPicked ? 'is-picked' : '', partOf === null ? '' : 'is-part'].join(' ').trim() || undefined}>
      <th scope="row">
        {picked === null
          ? name
          : <label class="is-pick"><input type="checkbox" id={pickId(code)} checked={isPicked} onChange={() => onToggle(code)} /><span>{name}</span></label>}
        {line.reason !== undefined && <p class="report-reason">{say(words.reason, { reason: line.reason })}</p>}
        {(line.womenMissing ?? 0) > 0 && <p class="row-unit digits">{say(words.womenMissing, { count: line.womenMissing ?? 0 })}</p>}
        <Remarks returned={returned} field={code} />
        {picked === null && <Behind code={code} own={line.own ?? 0} {...props} />}
      </th>
      <td class="is-number">
        {line.computed === null ? '–' : valueText(line.computed, indicator, isOneUnit)}
        {line.computedWomen != null && <span class="row-unit">{say(words.women, { count: numberText(line.computedWomen) })}</span>}
      </td>
      <td class="is-number">
        {wasCorrected ? <ins>{value}</ins> : value}
        {line.women != null && <span class="row-unit">{say(words.women, { count: numberText(line.women) })}</span>}
      </td>
    </tr>
  );
}

/** What a number is made of: activities in the editions that were read, and the reports of units below. */
function Behind({ code, own, detail, address, onOpen }: ReportSheetProps & { code: string; own: number }) {
  const ids: readonly RecordId[] = detail.sourcesOf[code] ?? [];
  const sources = detail.sources.filter((source) => ids.includes(source.recordId));
  const given = detail.givenBy[code] ?? [];
  const link = (path: string, text: string) => (
    <a href={path} onClick={(event) => { if (event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); onOpen(path); }}>{text}</a>
  );
  return (
    <>
      {sources.length > 0 && (
        <details>
          <summary>{say(words.fromActivities, { count: sources.length })}</summary>
          <ul>
            {sources.map((source) => (
              <li key={source.recordId} class="digits">
                {source.kind === 'programme'
                  ? link(programmeAddressText({ ...emptyProgrammeAddress, recordId: source.recordId }), say(deskProgrammeWords.title, { year: source.title }))
                  : link(addressText({ ...emptyAddress, recordId: source.recordId }), say(words.sourceLine, { date: dayMonthText(source.heldOn), title: source.title }))}
                {source.edition !== source.nowEdition && <span class="muted"> ({say(words.sourceEdited, { edition: source.edition, now: source.nowEdition })})</span>}
                {(source.state === 'returned' || source.state === 'void') && <b class="is-off"> {source.state === 'void' ? deskWords.voided : deskWords.returned}</b>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {given.length > 0 && (
        <details>
          <summary>{say(words.fromUnits, { count: given.length })}</summary>
          <ul>
            {given.map((one) => (
              <li key={one.recordId} class="digits">
                {link(reportAddressText({ ...address, state: null, unit: null, recordId: one.recordId }), givenText(one))}
              </li>
            ))}
            {own !== 0 && <li class="digits">{say(words.ownLine, { value: numberText(own) })}</li>}
          </ul>
        </details>
      )}
    </>
  );
}
