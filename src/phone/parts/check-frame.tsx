import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ProgrammeDraftEntry } from '../../device/programme-draft-entry.ts';
import type { ReportDraftEntry } from '../../device/report-draft-entry.ts';
import { reportPageWords as words } from '../../i18n/report-words.ts';
import { say } from '../../i18n/say.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/strip.tsx';
import { submitPaper } from '../actions/submit-paper.ts';
import type { ReadPaper } from '../actions/submit-paper.ts';
import { usePhone } from '../context.ts';
import { paths } from '../paths.ts';
import { goTo } from '../router.ts';
import { sentenceOf } from '../screens/form/remarks.ts';
import { useAction } from './action-trouble.tsx';
import { InnerPage } from './frame.tsx';

interface CheckFrameProps<Draft, Question> {
  kind: string;
  draft: Draft;
  /** What the domain says of `draft`. */
  read: ReadPaper<Question>;
  /** The same of other words. */
  judge: (draft: Draft) => ReadPaper<Question>;
  /** The draft as the notebook keeps it. */
  entryOf: (draft: Draft) => ReportDraftEntry | ProgrammeDraftEntry;
  /** The draft with these questions answered. */
  answered: (questions: readonly Question[]) => Draft;
  change: (draft: Draft) => void;
  saver: { readonly pause: () => Promise<void>; readonly resume: () => void; readonly stop: () => void };
  questionText: (question: Question) => string;
  /** Leads to the place that something is said of. */
  place: (field: string, text: string) => ComponentChildren;
  backHref: string;
  note: string;
  words: { readonly declare: string; readonly declareMissing: string; readonly send: string; readonly sendAnyway: string };
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** M12, before a report or a programme is sent: what is wrong, what is asked back, everything once more, and the sentence that the officer answers for. */
export function CheckFrame<Draft, Question extends { readonly id: string; readonly field: string }>(props: CheckFrameProps<Draft, Question>) {
  const { kind, draft, read, judge, entryOf, answered, change, saver, questionText, place, backHref, note, words: own, foot, children } = props;
  const phone = usePhone();
  const [isDeclared, setDeclared] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const { run, notice } = useAction();
  const problems = 'problems' in read ? read.problems : [];
  const send = (sent: Draft): void => {
    setAsked(true);
    if (!isDeclared) return;
    run(async () => {
      await saver.pause();
      try {
        const entry = entryOf(sent);
        const answer = await submitPaper(phone, kind, entry, judge(sent));
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
    const sure = answered(questions);
    change(sure);
    send(sure);
  };
  return (
    <InnerPage title={words.checkTitle} backHref={backHref} note={note !== '' && <p class="muted digits" role="status">{note}</p>} foot={foot}>
      {notice}
      {problems.length > 0 && (
        <Notice tone="error" icon="send_error" title={say(words.problems, { count: problems.length })} role="status">
          <ul class="remarks">{problems.map((one) => <li key={`${one.code} ${one.field ?? ''}`}>{place(one.field ?? '', sentenceOf(one))}</li>)}</ul>
        </Notice>
      )}
      {questions.length > 0 && (
        <Notice tone="queued" icon="help" title={words.questions} role="alert">
          <ul class="remarks">{questions.map((one) => <li key={one.id}>{place(one.field, questionText(one))}</li>)}</ul>
          <Button kind="other" onClick={sendAnyway}>{own.sendAnyway}</Button>
        </Notice>
      )}
      {children}
      <div class="card card-inside stack">
        <label class="declare">
          <input type="checkbox" checked={isDeclared} onChange={(event) => setDeclared(event.currentTarget.checked)} />
          <span>{own.declare}</span>
        </label>
        {isAsked && !isDeclared && <p class="field-error" role="alert">{own.declareMissing}</p>}
        <Button onClick={() => send(draft)}>{own.send}</Button>
      </div>
    </InnerPage>
  );
}
