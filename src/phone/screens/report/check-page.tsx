import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { readReport } from '../../../domain/report-check.ts';
import type { ReportWarning } from '../../../domain/report-check.ts';
import { reportKind } from '../../../domain/report.ts';
import type { Report } from '../../../domain/report.ts';
import { isTyped } from '../../../domain/report-draft.ts';
import type { ReportLineDraft, ReportDraft } from '../../../domain/report-draft.ts';
import { reportPageWords as words, reportWarningText } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Section } from '../../../ui/list.tsx';
import type { ReadPaper } from '../../actions/submit-paper.ts';
import { CheckFrame } from '../../parts/check-frame.tsx';
import { paths } from '../../paths.ts';
import { figureTasks, reportContext, taskIndicators } from '../../report-model.ts';
import { periodText, taskName } from '../../report-title.ts';
import { CorrectedLine } from './corrected-line.tsx';
import { PapersPart } from './papers-part.tsx';
import { placeName } from './remarks-part.tsx';
import type { ReportPageProps } from './report-part.ts';
import { partOfField, sectionParts } from './report-sections.ts';
import { Lacking, NotInSum, UnsentApprovals } from './units-part.tsx';

/** M12 of a report: everything once more, with a way to each part and back. */
export function CheckPage({ facts, draft, entry, title, note, change, saver }: ReportPageProps) {
  const { period, reference, sum } = facts;
  const judge = (one: ReportDraft): ReadPaper<ReportWarning, Report> => {
    const found = readReport(one, reportContext(facts));
    return 'problems' in found ? found : { body: found.report, soft: found.soft };
  };
  const read = useMemo(() => judge(draft), [draft, facts]);
  const place = (field: string, text: string): ComponentChildren => {
    const part = partOfField(field);
    return part === null ? <span>{text}</span> : <a href={paths.reportMend(period.id, part)}>{text}</a>;
  };
  return (
    <CheckFrame
      kind={reportKind} draft={draft} read={read} judge={judge} entryOf={(report) => ({ ...entry, report: { ...report } })} change={change} saver={saver}
      answered={(questions) => ({ ...draft, confirmed: [...draft.confirmed, ...questions.map((one) => one.id)] })}
      questionText={(one) => (one.kind === 'section-empty' ? say(words.remark, { place: placeName(one.field, facts), text: reportWarningText(one) }) : reportWarningText(one))}
      place={place}
      backHref={paths.report(period.id)} note={note} words={{ declare: words.declare, declareMissing: words.declareMissing, sendAnyway: words.sendAnyway, send: say(words.send, { period: periodText(period.id, reference) }) }}
    >
      {sum && <NotInSum sum={sum} named={draft} />}
      {sum && <UnsentApprovals sum={sum} named={draft} />}
      {sectionParts.slice(0, 1).map(({ part, key, title }) => <Story key={part} part={part} title={title} text={draft.sections[key]} periodId={period.id} />)}
      {figureTasks(facts).map((id) => (
        <section key={id}>
          <Section title={taskName(reference, id)}><a href={paths.reportMend(period.id, id)}>{words.mend}</a></Section>
          <div class="card card-inside">
            <dl class="fields digits">
              {taskIndicators(facts, id).map(({ code, label }) => {
                const line = draft.lines[code];
                return line && (
                  <div key={code}>
                    <dt>{label}</dt>
                    <dd><Lacking code={code} value={line.computed} named={draft} sum={sum}>{lineText(line)}</Lacking>{isCorrection(line) && <CorrectedLine computed={line.computed} computedWomen={line.computedWomen} reason={line.reason} isSum={sum !== null} />}</dd>
                  </div>
                );
              })}
            </dl>
            {(draft.tasks[id] ?? '') !== '' && <p>{draft.tasks[id]}</p>}
          </div>
        </section>
      ))}
      {sectionParts.slice(1).map(({ part, key, title }) => <Story key={part} part={part} title={title} text={draft.sections[key]} periodId={period.id} />)}
      {'body' in read && <PapersPart report={read.body} facts={facts} title={title} />}
    </CheckFrame>
  );
}

function Story({ part, title, text, periodId }: { part: string; title: string; text: string; periodId: string }) {
  return (
    <section>
      <Section title={title}><a href={paths.reportMend(periodId, part)}>{words.mend}</a></Section>
      <div class="card card-inside"><p class={text === '' ? 'muted' : undefined}>{text === '' ? words.empty : text}</p></div>
    </section>
  );
}

/** A nought where nothing was computed is “không phát sinh”; a number that only the officer knows was never computed. */
function isCorrection(line: ReportLineDraft): boolean {
  return line.computed !== null && isTyped(line) && !(line.computed === 0 && line.value.trim() === '0' && line.women.trim() === '');
}

function lineText({ value, women, computedWomen }: ReportLineDraft): string {
  if (value.trim() === '') return words.blank;
  return computedWomen === undefined || women.trim() === '' ? value : say(words.withWomen, { value, women });
}
