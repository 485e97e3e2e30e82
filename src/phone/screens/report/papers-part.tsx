import { useState } from 'preact/hooks';
import type { Report } from '../../../domain/report.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/list.tsx';
import { usePhone } from '../../context.ts';
import { useLive } from '../../queries.ts';
import type { ReportFacts } from '../../report-model.ts';

/** The report on paper: made on the phone, with or without a signal. */
export function PapersPart({ report, facts, title }: { report: Report; facts: ReportFacts; title: string }) {
  const { mirror } = usePhone().hands;
  const { unit } = facts;
  const { parentId } = unit;
  const superior = useLive(() => (parentId === null ? Promise.resolve(null) : mirror.unit(parentId)), [mirror, parentId]).value?.name ?? '';
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
    if (!(await isShared(file, say(words.caption, { title, unit: unit.name })))) {
      download(file);
      setAnswer(say(words.made, { file: file.name }));
    }
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
            print(printedPage(reportPaper(report, facts, superior)));
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

async function isShared(file: File, text: string): Promise<boolean> {
  // A mouse has a folder of downloads at hand; a thumb has Zalo.
  if (!matchMedia('(pointer: coarse)').matches || typeof navigator.canShare !== 'function' || !navigator.canShare({ files: [file] })) return false;
  try {
    await navigator.share({ files: [file], text });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return false;
  }
}

function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  // Not inside the app: its router takes a link of our own origin for a page, and a blob's origin is ours.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** In a frame of its own, so that neither the page nor its styles come along. */
function print(html: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.srcdoc = html;
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}
