import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { itemsOf, keyOfField, programmeKind, taskOfItem } from '../../../domain/programme.ts';
import type { Programme, ProgrammeDraft } from '../../../domain/programme.ts';
import { readProgramme } from '../../../domain/programme-check.ts';
import type { ProgrammeWarning } from '../../../domain/programme-check.ts';
import { planText, programmeWarningText, programmeWords as words } from '../../../i18n/programme-words.ts';
import { say } from '../../../i18n/say.ts';
import { ListItem, Section } from '../../../ui/list.tsx';
import type { ReadPaper } from '../../actions/submit-paper.ts';
import { CheckFrame } from '../../parts/check-frame.tsx';
import { paths } from '../../paths.ts';
import { programmeContext } from '../../programme-model.ts';
import { taskName } from '../../report-title.ts';
import { PapersPart } from './papers-part.tsx';
import type { ProgrammePageProps } from './programme-part.ts';

/** M12 of a programme: everything once more, with a way to each item and back. */
export function CheckPage({ facts, draft, entry, title, note, change, undo, saver }: ProgrammePageProps) {
  const { workingYear, reference } = facts;
  const judge = (one: ProgrammeDraft): ReadPaper<ProgrammeWarning, Programme> => {
    const found = readProgramme(one, programmeContext(facts));
    return 'problems' in found ? found : { body: found.programme, soft: found.soft };
  };
  const read = useMemo(() => judge(draft), [draft, facts]);
  const place = (field: string, text: string): ComponentChildren => {
    const key = keyOfField(field);
    return key === null ? <span>{text}</span> : <a href={paths.programmeMend(workingYear, key)}>{text}</a>;
  };
  const items = itemsOf(draft);
  const kept = items.filter(([, item]) => item.isKept);
  const parts = [...reference.tasks.map(({ id }) => ({ id: id as string | null, name: taskName(reference, id) })), { id: null, name: words.own }];
  const outCount = items.length - kept.length;
  return (
    <CheckFrame
      kind={programmeKind} draft={draft} read={read} judge={judge} entryOf={(programme) => ({ ...entry, programme: { ...programme } })} change={change} saver={saver}
      answered={(questions) => ({ ...draft, confirmed: { ...draft.confirmed, ...Object.fromEntries(questions.map((one) => [one.id, true as const])) } })}
      questionText={programmeWarningText} place={place}
      backHref={paths.programme(workingYear)} note={note} words={{ declare: words.declare, declareMissing: words.declareMissing, sendAnyway: words.sendAnyway, send: say(words.send, { year: workingYear }) }} foot={undo}
    >
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
      {'body' in read && <PapersPart programme={read.body} facts={facts} title={title} />}
    </CheckFrame>
  );
}
