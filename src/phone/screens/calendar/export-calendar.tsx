import { useState } from 'preact/hooks';
import { calendarFile } from '../../../documents/calendar-file.ts';
import type { Occasion } from '../../../domain/occasion.ts';
import { instantOf } from '../../../domain/time.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { calendarWords as words } from '../../../i18n/calendar-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';

interface ExportCalendarProps { occasions: readonly Occasion[]; year: number; today: LocalDate }

/** The year's days as a file for the phone's own calendar, which can ring when this app is closed. */
export function ExportCalendar({ occasions, year, today }: ExportCalendarProps) {
  const [answer, setAnswer] = useState('');
  const file = `lich-cong-doan-${year}.ics`;
  const hand = (): void => {
    try {
      download(file, calendarFile(occasions, { name: say(words.fileTitle, { year }), madeAt: instantOf(Date.now()), today }));
      setAnswer(say(words.exportDone, { file }));
    } catch {
      setAnswer(words.exportFailed);
    }
  };
  return (
    <div class="card card-inside stack">
      <Button kind="other" icon="calendar" onClick={hand}>{words.exportFile}</Button>
      <p class="muted" role="status">{answer === '' ? words.exportHint : answer}</p>
    </div>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  // Not inside the app: its router takes a link of our own origin for a page, and a blob's origin is ours.
  document.body.append(link);
  link.click();
  link.remove();
  // Slow phones read the file after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
