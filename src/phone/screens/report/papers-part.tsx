import { useState } from 'preact/hooks';
import type { Report } from '../../../domain/report.ts';
import { reportsTo } from '../../../domain/unit-tree.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/list.tsx';
import { usePhone } from '../../context.ts';
import { handOn } from '../../parts/hand-on.ts';
import { printInFrame } from '../../parts/print-in-frame.ts';
import { useLive } from '../../queries.ts';
import type { ReportFacts } from '../../report-model.ts';

/** The report on paper: made on the phone, with or without a signal. */
export function PapersPart({ report, facts, title }: { report: Report; facts: ReportFacts; title: string }) {
  const { mirror } = usePhone().hands;
  const { unit } = facts;
  const units = useLive(() => mirror.units(), [mirror]).value ?? [];
  const superior = reportsTo(unit, units)?.name ?? '';
  const [answer, setAnswer] = useState('');
  const make = (work: (paper: typeof import('./report-paper.ts')) => Promise<void>): void => {
    setAnswer('');
    void import('./report-paper.ts').then(work).catch((error: unknown) => {
      // Closing the share sheet is an answer too.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setAnswer(words.notMade);
    });
  };
  const hand = async (file: File | null): Promise<void> => {
    if (!file) throw new Error('the report has no figures');
    if (!(await handOn(file, say(words.caption, { title, unit: unit.name })))) setAnswer(say(words.made, { file: file.name }));
  };
  return (
    <>
      <Section title={words.papers} />
      <div class="card card-inside stack">
        <Button kind="other" onClick={() => make(async ({ reportPaper, wordFile }) => hand(await wordFile(reportPaper(report, facts, superior))))}>{words.word}</Button>
        <Button kind="other" onClick={() => make(({ reportPaper, sheetFile }) => hand(sheetFile(reportPaper(report, facts, superior))))}>{words.sheet}</Button>
        <Button
          kind="other"
          onClick={() => make(({ reportPaper, printedPage }) => {
            printInFrame(printedPage(reportPaper(report, facts, superior)));
            return Promise.resolve();
          })}
        >
          {words.print}
        </Button>
        <p class="muted" role="status">{answer}</p>
      </div>
    </>
  );
}
