import { useState } from 'preact/hooks';
import type { Programme } from '../../../domain/programme.ts';
import { reportsTo } from '../../../domain/unit-tree.ts';
import { reportPageWords as reportWords } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/list.tsx';
import { usePhone } from '../../context.ts';
import { handOn } from '../../parts/hand-on.ts';
import { printInFrame } from '../../parts/print-in-frame.ts';
import type { ProgrammeFacts } from '../../programme-model.ts';
import { useLive } from '../../queries.ts';

/** The programme on paper: made on the phone, with or without a signal. */
export function PapersPart({ programme, facts, title }: { programme: Programme; facts: ProgrammeFacts; title: string }) {
  const { mirror } = usePhone().hands;
  const { unit } = facts;
  const units = useLive(() => mirror.units(), [mirror]).value ?? [];
  const superior = reportsTo(unit, units)?.name ?? '';
  const [answer, setAnswer] = useState('');
  const make = (work: (paper: typeof import('./programme-paper.ts')) => Promise<void>): void => {
    setAnswer('');
    void import('./programme-paper.ts').then(work).catch((error: unknown) => {
      // Closing the share sheet is an answer too.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setAnswer(reportWords.notMade);
    });
  };
  const hand = async (file: File): Promise<void> => {
    if (!(await handOn(file, say(reportWords.caption, { title, unit: unit.name })))) setAnswer(say(reportWords.made, { file: file.name }));
  };
  return (
    <>
      <Section title={reportWords.papers} />
      <div class="card card-inside stack">
        <Button kind="other" onClick={() => make(async ({ programmePaper, wordFile }) => hand(await wordFile(programmePaper(programme, facts, superior))))}>{reportWords.word}</Button>
        <Button
          kind="other"
          onClick={() => make(({ programmePaper, printedPage }) => {
            printInFrame(printedPage(programmePaper(programme, facts, superior)));
            return Promise.resolve();
          })}
        >
          {reportWords.print}
        </Button>
        <p class="muted" role="status">{answer}</p>
      </div>
    </>
  );
}
