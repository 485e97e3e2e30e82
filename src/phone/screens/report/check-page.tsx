import { useMemo, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import { readReport } from '../../../domain/report-check.ts';
import type { ReportWarning } from '../../../domain/report-check.ts';
import { isTyped } from '../../../domain/report-draft.ts';
import type { ReportLineDraft, ReportDraft } from '../../../domain/report-draft.ts';
import { reportPageWords as words, reportWarningText } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { submitReport } from '../../actions/submit-report.ts';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { figureTasks, reportContext, taskIndicators } from '../../report-model.ts';
import { periodText, taskName } from '../../report-title.ts';
import { goTo } from '../../router.ts';
import { sentenceOf } from '../form/remarks.ts';
import { CorrectedLine } from './corrected-line.tsx';
import { PapersPart } from './papers-part.tsx';
import { placeName } from './remarks-part.tsx';
import type { ReportPageProps } from './report-part.ts';
import { partOfField, sectionParts } from './report-sections.ts';
import { Lacking, NotInSum, UnsentApprovals } from './units-part.tsx';

/** M12: everything once more, with a way to each part and back, and the sentence that the officer answers for. */
export function CheckPage({ facts, draft, entry, title, note, change, saver }: ReportPageProps) {
  const phone = usePhone();
  const { period, reference, sum } = facts;
  const read = useMemo(() => readReport(draft, reportContext(facts)), [draft, facts]);
  const [isDeclared, setDeclared] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const problems: readonly Problem[] = 'problems' in read ? read.problems : [];
  const [questions, setQuestions] = useState<readonly ReportWarning[]>([]);
  const { run, notice } = useAction();
  const send = (report: ReportDraft): void => {
    setAsked(true);
    if (!isDeclared) return;
    run(async () => {
      await saver.pause();
      try {
        const answer = await submitReport(phone, entry, report, reportContext(facts));
        setQuestions(answer.kind === 'questions' ? answer.questions : []);
        if (answer.kind === 'saved') {
          saver.stop();
          goTo(paths.saved(entry.recordId), true);
        } else scrollTo(0, 0);
      } finally {
        saver.resume();
      }
    });
  };
  const sendAnyway = (): void => {
    const report = { ...draft, confirmed: [...draft.confirmed, ...questions.map((one) => one.id)] };
    change(report);
    send(report);
  };
  return (
    <InnerPage title={words.checkTitle} backHref={paths.report(period.id)} note={note !== '' && <p class="muted digits" role="status">{note}</p>}>
      {notice}
      {problems.length > 0 && (
        <Notice tone="error" icon="send_error" title={say(words.problems, { count: problems.length })} role="status">
          <ul class="remarks">
            {problems.map((one) => (
              <li key={`${one.code} ${one.field ?? ''}`}><PlaceLink field={one.field ?? ''} facts={facts} text={sentenceOf(one)} /></li>
            ))}
          </ul>
        </Notice>
      )}
      {questions.length > 0 && (
        <Notice tone="queued" icon="help" title={words.questions} role="alert">
          <ul class="remarks">
            {questions.map((one) => (
              <li key={one.id}>
                <PlaceLink field={one.field} facts={facts} text={one.kind === 'section-empty' ? say(words.remark, { place: placeName(one.field, facts), text: reportWarningText(one) }) : reportWarningText(one)} />
              </li>
            ))}
          </ul>
          <Button kind="other" onClick={sendAnyway}>{words.sendAnyway}</Button>
        </Notice>
      )}
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
      {'report' in read && <PapersPart report={read.report} facts={facts} title={title} />}
      <div class="card card-inside stack">
        <label class="declare">
          <input type="checkbox" checked={isDeclared} onChange={(event) => setDeclared(event.currentTarget.checked)} />
          <span>{words.declare}</span>
        </label>
        {isAsked && !isDeclared && <p class="field-error" role="alert">{words.declareMissing}</p>}
        <Button onClick={() => send(draft)}>{say(words.send, { period: periodText(period.id, reference) })}</Button>
      </div>
    </InnerPage>
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

function PlaceLink({ field, facts, text }: { field: string; facts: ReportPageProps['facts']; text: string }) {
  const part = partOfField(field);
  return part === null ? <span>{text}</span> : <a href={paths.reportMend(facts.period.id, part)}>{text}</a>;
}

/** A nought where nothing was computed is “không phát sinh”; a number that only the officer knows was never computed. */
function isCorrection(line: ReportLineDraft): boolean {
  return line.computed !== null && isTyped(line) && !(line.computed === 0 && line.value.trim() === '0' && line.women.trim() === '');
}

function lineText({ value, women, computedWomen }: ReportLineDraft): string {
  if (value.trim() === '') return words.blank;
  return computedWomen === undefined || women.trim() === '' ? value : say(words.withWomen, { value, women });
}
