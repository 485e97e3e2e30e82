import { useMemo } from 'preact/hooks';
import type { RecordId, TaskId } from '../../../domain/id.ts';
import { isCounted } from '../../../domain/indicator-compute.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { readReport } from '../../../domain/report-check.ts';
import { draftNothing, isTyped } from '../../../domain/report-draft.ts';
import type { ReportLineDraft } from '../../../domain/report-draft.ts';
import { levelsOf } from '../../../domain/unit.ts';
import { numberText } from '../../../i18n/format.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField, TextField } from '../../../ui/field.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { measureOf, reportContext, taskIndicators, withLine } from '../../report-model.ts';
import { taskName } from '../../report-title.ts';
import type { Sum } from '../../sum.ts';
import { remarksOf, sentenceOf } from '../form/remarks.ts';
import type { ReportPageProps } from './report-part.ts';
import { SourceList } from './source-list.tsx';
import { Lacking } from './units-part.tsx';

/** One task: its figures, each with where it came from, and its paragraph. */
export function TaskPage({ facts, draft, view, note, change, taskId, isMend }: ReportPageProps & { taskId: TaskId; isMend: boolean }) {
  const { period, reference } = facts;
  const indicators = taskIndicators(facts, taskId);
  const remarks = remarksOf(view);
  const problems = useMemo(() => problemsByField(draft, facts, indicators), [draft, facts]);
  const back = isMend ? paths.reportCheck(period.id) : paths.report(period.id);
  const setLine = (code: string, line: ReportLineDraft): void => change(withLine(draft, facts, code, line));
  const blank = indicators.filter(({ code, method }) => method !== 'entered' && draft.lines[code]?.value.trim() === '' && draft.lines[code]?.computed === 0);
  return (
    <InnerPage
      title={taskName(reference, taskId)} backHref={back}
      note={note !== '' && <p class="muted digits" role="status">{note}</p>}
      foot={<div class="foot" role="region" aria-label={words.foot}><Button href={back}>{isMend ? words.backToCheck : words.next}</Button></div>}
    >
      {indicators.length === 0 && <p class="muted">{words.noFigures}</p>}
      {blank.length > 0 && (
        <div class="card card-inside stack">
          <Button kind="other" onClick={() => change(draftNothing(draft, blank.map((one) => one.code)))}>{words.nothing}</Button>
          <p class="muted">{words.nothingHint}</p>
        </div>
      )}
      {indicators.map((indicator) => {
        const line = draft.lines[indicator.code];
        return line && <Line key={indicator.code} indicator={indicator} line={line} facts={facts} named={draft} remarks={remarks} problems={problems} onLine={(next) => setLine(indicator.code, next)} />;
      })}
      <TextField
        id={`f-tasks-${taskId}`} label={words.paragraph} hint={words.paragraphHint} rows={8} spellCheck capitals="sentences" value={draft.tasks[taskId] ?? ''}
        remark={remarks.get(`tasks.${taskId}`)} onValue={(text) => change({ ...draft, tasks: { ...draft.tasks, [taskId]: text } })}
      />
    </InnerPage>
  );
}

interface LineProps {
  indicator: Indicator;
  line: ReportLineDraft;
  facts: ReportPageProps['facts'];
  named: Pick<ReportPageProps['draft'], 'missing'>;
  remarks: ReadonlyMap<string, string>;
  problems: ReadonlyMap<string, string>;
  onLine: (line: ReportLineDraft) => void;
}

/** What is wrong with what was typed, at its box. What is only missing yet is told when the report is to be sent. */
function problemsByField(draft: ReportPageProps['draft'], facts: ReportPageProps['facts'], indicators: readonly Indicator[]): ReadonlyMap<string, string> {
  // Of this page alone: each letter asks again, and the texts of a whole report are long.
  const here = { ...draft, tasks: {}, lines: Object.fromEntries(Object.entries(draft.lines).filter(([code]) => indicators.some((one) => one.code === code))) };
  const read = readReport(here, reportContext(facts));
  const wrong = 'problems' in read ? read.problems.filter(({ code }) => code !== 'report-value-missing' && code !== 'report-reason-missing') : [];
  return new Map(wrong.toReversed().map((one) => [one.field ?? '', sentenceOf(one)]));
}

function Line({ indicator, line, facts, named, remarks, problems, onLine }: LineProps) {
  const { code, label, method } = indicator;
  const sources = [...new Set(facts.computation.indicators.get(code)?.sources ?? [])];
  const isFixed = method === 'system' || method === 'ratio';
  const isChanged = method !== 'entered' && isTyped(line);
  const name = `${label} (${measureOf(indicator, facts)})`;
  const { sum } = facts;
  return (
    <div class="card card-inside">
      {isFixed ? <FixedLine name={name} line={line} isCounted={method === 'system'} code={code} named={named} sum={sum} /> : (
        <>
          <NumberField
            id={`f-${code}`} label={name} value={line.value} error={problems.get(code)} remark={remarks.get(code)}
            {...(method === 'entered' ? { hint: words.entered } : {})} onValue={(value) => onLine({ ...line, value })}
          />
          {line.computedWomen !== undefined && (
            <NumberField
              id={`f-${code}-women`} label={words.women} value={line.women} error={problems.get(`${code}.women`)} remark={remarks.get(`${code}.women`)}
              {...(line.womenMissing ? { hint: say(words.womenMissing, { count: line.womenMissing }) } : {})} onValue={(women) => onLine({ ...line, women })}
            />
          )}
          {isChanged && (
            <>
              <p class="muted digits">{say(sum ? words.added : words.computed, { value: numberText(line.computed ?? 0) })}</p>
              {needsReason(line) && (
                <TextField id={`f-${code}-reason`} label={sum ? words.correction : words.reason} hint={sum ? words.correctionHint : words.reasonHint} value={line.reason} error={problems.get(`${code}.reason`)} spellCheck remark={remarks.get(`${code}.reason`)} onValue={(reason) => onLine({ ...line, reason })} />
              )}
              <Button kind="quiet" small onClick={() => onLine({ ...line, value: textOf(line.computed), women: textOf(line.computedWomen ?? null), reason: '' })}>{sum ? words.takeAdded : words.takeComputed}</Button>
            </>
          )}
        </>
      )}
      {sum && method !== 'entered' ? <Made indicator={indicator} line={line} sources={sources} facts={facts} sum={sum} /> : method !== 'entered' && method !== 'system' && (sources.length === 0 ? <p class="muted">{words.fromNone}</p> : (
        <details class="fold">
          <summary class="digits">{say(words.from, { count: sources.length })}</summary>
          <SourceList ids={sources} book={facts.book} />
        </details>
      ))}
    </div>
  );
}

/** What a figure of a sum is made of: each unit's part, and the union's own activities. */
function Made({ indicator, line, sources, facts, sum }: Pick<LineProps, 'indicator' | 'line' | 'facts'> & { sources: readonly RecordId[]; sum: Sum }) {
  const shares = sum.sharesOf(indicator.code);
  const own = line.own ?? 0;
  if (shares.length === 0 && sources.length === 0 && own === 0) return indicator.method === 'system' || line.computed === null ? null : <p class="muted">{words.fromNobody}</p>;
  return (
    <details class="fold">
      <summary class="digits">{madeText(shares.length, sources.length)}</summary>
      <ul class="remarks digits">
        {shares.map(({ unitId, unitName, value }) => <li key={unitId}>{say(words.share, { unit: unitName, value: numberText(value) })}</li>)}
        {own !== 0 && <li>{say(indicator.rollUp === 'countUnits' && !isOwnCounted(indicator, facts) ? words.ownBeside : words.ownShare, { value: numberText(own) })}</li>}
      </ul>
      {sources.length > 0 && <SourceList ids={sources} book={facts.book} />}
    </details>
  );
}

function madeText(units: number, own: number): string {
  if (units === 0) return say(words.from, { count: own });
  return own === 0 ? say(words.fromUnitsOnly, { units }) : say(words.fromUnits, { units, own });
}

function isOwnCounted(indicator: Indicator, { unit }: LineProps['facts']): boolean {
  return isCounted(indicator, levelsOf(unit));
}

// A nought where nothing was computed is “không phát sinh”, and needs no reason.
function needsReason(line: ReportLineDraft): boolean {
  const isNought = (line.computed ?? 0) === 0 && line.value.trim() === '0';
  return !isNought || (line.computedWomen !== undefined && line.women.trim() !== textOf(line.computedWomen));
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}

interface FixedLineProps extends Pick<LineProps, 'line' | 'named'> { name: string; code: Indicator['code']; isCounted: boolean; sum: Sum | null }

function FixedLine({ name, code, line: { computed }, named, isCounted, sum }: FixedLineProps) {
  return (
    <>
      <p><strong>{name}</strong></p>
      <p class="digits">
        <Lacking code={code} value={computed} named={named} sum={sum}>{computed === null ? <span class="muted">{isCounted ? words.counted : words.blank}</span> : numberText(computed)}</Lacking>
      </p>
    </>
  );
}
