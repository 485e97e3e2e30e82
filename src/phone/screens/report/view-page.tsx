import { useMemo } from 'preact/hooks';
import type { Period } from '../../../domain/period.ts';
import { dateText, numberText } from '../../../i18n/format.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { figureTasks, startedReport, taskIndicators } from '../../report-model.ts';
import type { ReportFacts } from '../../report-model.ts';
import { periodText, taskName } from '../../report-title.ts';
import type { Sum } from '../../sum.ts';
import { PapersPart } from './papers-part.tsx';
import { Lacking } from './units-part.tsx';

/** Figures of a quarter that nobody asks a report of, or of nine months: looked at and printed, never sent. */
export function ViewPage({ facts, title }: { facts: ReportFacts; title: string }) {
  const { period, reference, sum } = facts;
  const report = useMemo(() => startedReport(facts), [facts]);
  return (
    <InnerPage title={title} backHref={paths.reports}>
      <p class="muted digits state-line">{say(words.span, { from: dateText(period.from), to: dateText(period.to) })}</p>
      <Notice tone="plain" icon="help"><p>{words.viewOnly}</p>{sum && <Covers sum={sum} facts={facts} />}</Notice>
      {figureTasks(facts).map((id) => (
        <details key={id} class="fold card card-inside">
          <summary><span class="grow">{taskName(reference, id)}</span><Icon name="down" /></summary>
          <dl class="fields digits">
            {taskIndicators(facts, id).map(({ code, label }) => {
              const computed = report.lines[code]?.computed ?? null;
              return <div key={code}><dt>{label}</dt><dd><Lacking code={code} value={computed} named={report} sum={sum}>{computed === null ? words.blank : numberText(computed)}</Lacking></dd></div>;
            })}
          </dl>
        </details>
      ))}
      <PapersPart report={report} facts={facts} title={title} />
    </InnerPage>
  );
}

/** What the numbers of an upper union's view hold: its own activities, and which reports of whom. */
function Covers({ sum: { madeOf, rolled, units }, facts: { reference } }: { sum: Sum; facts: ReportFacts }) {
  if (!madeOf) return <p>{words.viewOwn}</p>;
  const { missing } = rolled;
  const named = ({ id }: Period): string => say(words.viewReport, { period: periodText(id, reference) });
  const added = madeOf.plus.map(named).reduce((one, next) => say(words.viewPlus, { one, next }));
  const how = madeOf.minus.map(named).reduce((one, next) => say(words.viewMinus, { one, next }), added);
  return (
    <>
      <p>{say(words.viewBelow, { done: units.length - missing.length, all: units.length, how })}</p>
      {madeOf.minus.length > 0 && <p>{words.viewLate}</p>}
      {missing.length > 0 && (
        <>
          <p>{say(words.viewNotIn, { count: missing.length })}</p>
          <ul class="remarks">{missing.map((one) => <li key={one.id}>{one.name}</li>)}</ul>
        </>
      )}
    </>
  );
}
