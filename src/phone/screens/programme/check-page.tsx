import { useMemo, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/problem.ts';
import { itemsOf, keyOfField, taskOfItem } from '../../../domain/programme.ts';
import type { ProgrammeDraft } from '../../../domain/programme.ts';
import { readProgramme } from '../../../domain/programme-check.ts';
import type { ProgrammeWarning } from '../../../domain/programme-check.ts';
import { planText, programmeWarningText, programmeWords as words } from '../../../i18n/programme-words.ts';
import { reportPageWords as reportWords } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { ListItem, Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { submitProgramme } from '../../actions/submit-programme.ts';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { programmeContext } from '../../programme-model.ts';
import { taskName } from '../../report-title.ts';
import { goTo } from '../../router.ts';
import { sentenceOf } from '../form/remarks.ts';
import { PapersPart } from './papers-part.tsx';
import type { ProgrammePageProps } from './programme-part.ts';

/** Everything once more, with a way to each item and back, and the sentence that the officer answers for. */
export function CheckPage({ facts, draft, entry, title, note, change, saver }: ProgrammePageProps) {
  const phone = usePhone();
  const { workingYear, reference } = facts;
  const read = useMemo(() => readProgramme(draft, programmeContext(facts)), [draft, facts]);
  const [isDeclared, setDeclared] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [questions, setQuestions] = useState<readonly ProgrammeWarning[]>([]);
  const { run, notice } = useAction();
  const problems: readonly Problem[] = 'problems' in read ? read.problems : [];
  const send = (programme: ProgrammeDraft): void => {
    setAsked(true);
    if (!isDeclared) return;
    run(async () => {
      await saver.pause();
      try {
        const answer = await submitProgramme(phone, entry, programme, programmeContext(facts));
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
    const programme = { ...draft, confirmed: { ...draft.confirmed, ...Object.fromEntries(questions.map((one) => [one.id, true as const])) } };
    change(programme);
    send(programme);
  };
  const place = (field: string, text: string) => {
    const key = keyOfField(field);
    return key === null ? <span>{text}</span> : <a href={paths.programmeMend(workingYear, key)}>{text}</a>;
  };
  const items = itemsOf(draft);
  const kept = items.filter(([, item]) => item.isKept);
  const parts = [...reference.tasks.map(({ id }) => ({ id: id as string | null, name: taskName(reference, id) })), { id: null, name: words.own }];
  const outCount = items.length - kept.length;
  return (
    <InnerPage title={reportWords.checkTitle} backHref={paths.programme(workingYear)} note={note !== '' && <p class="muted digits" role="status">{note}</p>}>
      {notice}
      {problems.length > 0 && (
        <Notice tone="error" icon="send_error" title={say(reportWords.problems, { count: problems.length })} role="status">
          <ul class="remarks">{problems.map((one) => <li key={`${one.code} ${one.field ?? ''}`}>{place(one.field ?? '', sentenceOf(one))}</li>)}</ul>
        </Notice>
      )}
      {questions.length > 0 && (
        <Notice tone="queued" icon="help" title={reportWords.questions} role="alert">
          <ul class="remarks">{questions.map((one) => <li key={one.id}>{place(one.field, programmeWarningText(one))}</li>)}</ul>
          <Button kind="other" onClick={sendAnyway}>{words.sendAnyway}</Button>
        </Notice>
      )}
      <p class="lead digits">{say(words.planned, { count: kept.length })}</p>
      {parts.map(({ id, name }) => {
        const own = kept.filter(([key]) => taskOfItem(key) === id);
        return own.length > 0 && (
          <section key={id ?? 'own'}>
            <Section title={name} />
            <ul class="card">
              {own.map(([key, item]) => (
                <li key={key}><ListItem title={item.title.trim() === '' ? words.untitled : item.title} text={planText(item, workingYear)} href={paths.programmeMend(workingYear, key)} /></li>
              ))}
            </ul>
          </section>
        );
      })}
      {outCount > 0 && <p class="muted digits">{say(words.takenOutCount, { count: outCount })}</p>}
      {'programme' in read && <PapersPart programme={read.programme} facts={facts} title={title} />}
      <div class="card card-inside stack">
        <label class="declare">
          <input type="checkbox" checked={isDeclared} onChange={(event) => setDeclared(event.currentTarget.checked)} />
          <span>{words.declare}</span>
        </label>
        {isAsked && !isDeclared && <p class="field-error" role="alert">{words.declareMissing}</p>}
        <Button onClick={() => send(draft)}>{say(words.send, { year: workingYear })}</Button>
      </div>
    </InnerPage>
  );
}
