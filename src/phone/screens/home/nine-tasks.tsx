import { useMemo } from 'preact/hooks';
import type { TaskMark } from '../../../domain/task-progress.ts';
import { taskProgress } from '../../../domain/task-progress.ts';
import { phoneWords as words } from '../../../i18n/phone-words.ts';
import { say } from '../../../i18n/say.ts';
import { Card, NineStrip, Section } from '../../../ui/list.tsx';
import type { Tone } from '../../../ui/strip.tsx';
import type { Book } from '../../book.ts';
import { taskRecordsOf } from '../../due-facts.ts';
import type { Reference } from '../../reference.ts';
import { listText } from '../../relative-time.ts';
import { paths } from '../../paths.ts';

/** Sign, colour and word of each mark, in the order of the legend. */
const marks: readonly { mark: TaskMark; sign: string; tone: Tone | null; word: string }[] = [
  { mark: 'approved', sign: '✓', tone: 'approved', word: words.legendApproved },
  { mark: 'received', sign: '○', tone: 'received', word: words.legendReceived },
  { mark: 'queued', sign: '↑', tone: 'queued', word: words.legendQueued },
  { mark: 'returned', sign: '↩', tone: 'returned', word: words.legendReturned },
  { mark: 'none', sign: '–', tone: null, word: words.legendNone },
];

/** Chín nhiệm vụ: one cell a task; what the signs say is said in words to screen readers. */
export function NineTasks({ book, reference }: { book: Book; reference: Reference }) {
  const taskIds = reference.tasks.map((task) => task.id).filter((id) => id !== 'C');
  const progress = useMemo(() => taskProgress(taskIds, taskRecordsOf(book, reference.setting.workingYear)), [book, reference]);
  const present = marks.filter(({ mark }) => taskIds.some((id) => progress.get(id) === mark));
  const withOne = taskIds.filter((id) => progress.get(id) !== 'none').length;
  const label = present
    .map(({ mark, word }) => say(words.nineLabel, { tasks: listText(taskIds.filter((id) => progress.get(id) === mark)), state: word }))
    .join('; ');
  return (
    <>
      <Section title={say(words.nineHeading, { year: reference.setting.workingYear })}><a href={paths.directive}>{words.nineAll}</a></Section>
      <Card>
        <p class="nine-count muted">{words.nineCount} <b class="digits">{withOne}/{taskIds.length}</b></p>
        <NineStrip
          label={label}
          cells={taskIds.map((id) => {
            const look = marks.find(({ mark }) => mark === progress.get(id));
            return { label: id, sign: look?.sign ?? '–', tone: look?.tone ?? null };
          })}
        />
        <p class="legend" aria-hidden="true">{present.map(({ mark, sign, word }) => <span key={mark}>{sign} {word}</span>)}</p>
      </Card>
    </>
  );
}
