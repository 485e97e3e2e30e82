import { itemField, keyOfField } from '../../../domain/programme.ts';
import type { ItemKey, Programme, ProgrammeItem } from '../../../domain/programme.ts';
import { groupsOfProgramme } from '../../../domain/programme-fields.ts';
import type { FieldKey } from '../../../domain/record-fields.ts';
import type { Review } from '../../../domain/review.ts';
import { deskProgrammeWords as words } from '../../../i18n/desk-programme-words.ts';
import { dayMonthText } from '../../../i18n/format.ts';
import { itemStateWords, monthsText } from '../../../i18n/programme-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskItemProgress, DeskProgrammeDetail } from '../../../sync/desk-programme-protocol.ts';
import { Tag } from '../../../ui/strip.tsx';
import { addressText, emptyAddress } from '../../address.ts';
import type { Dictionary } from '../../dictionary.ts';
import { emptyReportAddress, reportAddressText } from '../../report-address.ts';
import { pickId } from '../review/record-sheet.tsx';

interface ProgrammeSheetProps {
  body: Programme;
  detail: DeskProgrammeDetail;
  /** The last return, whose remarks stand at their items. */
  returned: Review | null;
  dictionary: Dictionary;
  /** The fields that were picked for a return; null while none is written. */
  picked: readonly FieldKey[] | null;
  onToggle: (field: FieldKey) => void;
  onOpen: (path: string) => void;
}

/** The plan as it is read, task by task, each item with its months, its role and how far it is. While a return is written, a click picks. */
export function ProgrammeSheet(props: ProgrammeSheetProps) {
  const { body, dictionary, picked } = props;
  return (
    <div class={picked === null ? 'report' : 'report is-picking'}>
      {groupsOfProgramme(body).map(({ taskId, items }) => {
        const name = taskId === null ? words.own : dictionary.task(taskId);
        return (
          <section key={taskId ?? 'own'} class="report-task" aria-label={name}>
            <h3>{name}</h3>
            <table class="report-lines plan-lines">
              <thead><tr><th scope="col">{words.columnWork}</th><th scope="col">{words.columnMonths}</th><th scope="col">{words.columnRole}</th></tr></thead>
              <tbody>{items.map(([key, item]) => <Line key={key} itemKey={key} item={item} {...props} />)}</tbody>
            </table>
          </section>
        );
      })}
    </div>
  );
}

function Line({ itemKey, item, body, detail, returned, picked, onToggle, onOpen }: ProgrammeSheetProps & { itemKey: ItemKey; item: ProgrammeItem }) {
  const field = itemField(itemKey);
  const isPicked = picked?.includes(field) ?? false;
  const remarks = returned?.remarks.filter((remark) => keyOfField(remark.field) === itemKey) ?? [];
  const progress = detail.progress.find((one) => one.key === itemKey);
  return (
    <tr class={[isPicked ? 'is-picked' : '', item.isKept ? '' : 'is-out'].join(' ').trim() || undefined}>
      <th scope="row">
        {picked === null
          ? item.title
          : <label class="is-pick"><input type="checkbox" id={pickId(field)} checked={isPicked} onChange={() => onToggle(field)} /><span>{item.title}</span></label>}
        {remarks.map((remark) => <p key={remark.field + remark.text} class="sheet-remark">{remark.text}</p>)}
        {picked === null && progress && <Told progress={progress} onOpen={onOpen} />}
      </th>
      <td>{item.isKept ? monthsText(item.months, body.workingYear) : <span class="blank">{words.takenOut}</span>}</td>
      <td>{item.isKept ? item.responsible : ''}</td>
    </tr>
  );
}

const looks = {
  late: { tone: 'error', icon: 'clock' }, due: { tone: 'plain', icon: 'calendar' }, begun: { tone: 'received', icon: 'draft' },
  done: { tone: 'approved', icon: 'tick' }, ahead: { tone: 'plain', icon: 'calendar' }, untold: { tone: 'plain', icon: 'device' },
} as const;

/** How far an item is, and the very records that say so. */
function Told({ progress: { state, deeds }, onOpen }: { progress: DeskItemProgress; onOpen: (path: string) => void }) {
  const { tone, icon } = looks[state];
  return (
    <div class="plan-told">
      {state !== 'ahead' && <Tag tone={tone} icon={icon}>{itemStateWords[state]}</Tag>}
      {deeds.length > 0 && (
        <details>
          <summary>{say(words.deeds, { count: deeds.length })}</summary>
          <ul>
            {deeds.map(({ recordId, kind, title, on }) => {
              const path = kind === 'report' ? reportAddressText({ ...emptyReportAddress, recordId }) : addressText({ ...emptyAddress, recordId });
              return (
                <li key={recordId} class="digits">
                  <a href={path} onClick={(event) => { if (event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); onOpen(path); }}>{say(words.deedLine, { date: dayMonthText(on), title })}</a>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );
}
