import type { ComponentChildren } from 'preact';
import type { RecordId } from '../../domain/id.ts';
import { deskWords as words } from '../../i18n/desk-words.ts';
import { timeText } from '../../i18n/format.ts';
import { say } from '../../i18n/say.ts';
import { Icon, Mark } from '../../ui/icon.tsx';
import { titleId } from '../decidable.ts';
import type { FieldLabels } from '../dictionary.ts';
import { HeldBar } from '../screens/review/held-bar.tsx';
import { focusDetail, focusList, listId } from '../use-deciding.ts';
import type { Deciding, DecidingProps, OpenedRecord, PartProps } from '../use-deciding.ts';
import { AccountFoot } from './account-foot.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

interface DeskFrameProps<Address, Detail> extends Pick<PartProps, 'me' | 'onLogOut'> {
  deciding: Deciding<Address, Detail>;
  addressText: (address: Address) => string;
  title: string;
  menu: ComponentChildren;
  filters: ComponentChildren;
  /** Below the filters. */
  chips?: ComponentChildren;
  list: ComponentChildren;
  /** What the fields of the decisions in the bar are called. */
  labels: FieldLabels;
  words: { readonly record: string; readonly back: string; readonly opening: string; readonly openFailed: string };
  /** Below list and record. */
  below?: ComponentChildren;
  /** The page of the record that is open. */
  children: (detail: Detail, props: DecidingProps) => ComponentChildren;
}

/** A part of the desk: mark and menu, title and filters, the list with one record beside it, what is held, who sits here. */
export function DeskFrame<Address extends { readonly recordId: RecordId | null }, Detail extends OpenedRecord>(props: DeskFrameProps<Address, Detail>) {
  const { deciding, addressText, title, menu, filters, chips, list, labels, words: own, below, children, me, onLogOut } = props;
  const { address, go, reference, record, detail, held, hasShortcuts, setShortcuts } = deciding;
  const { recordId } = address;
  const toList = { ...address, recordId: null };
  return (
    <div class={recordId === null ? 'desk' : 'desk has-open'}>
      <a class="skip" href={`#${listId}`} onClick={(event) => { event.preventDefault(); focusList(); }}>{words.skipToList}</a>
      <header class="desk-mark"><Mark size={36} /><b>{words.product}</b></header>
      {menu}
      <main>
        <div class="top">
          <h1 id="page-title">{title}</h1>
          {filters}
        </div>
        {chips}
        {reference.refusal !== null && <RefusalNotice refusal={reference.refusal} title={words.referenceFailed} onAgain={reference.reload} />}
        <div class="split">
          {list}
          {recordId !== null && (
            <section class="detail-pane" aria-label={detail === null ? own.record : undefined} aria-labelledby={detail === null ? undefined : titleId} aria-busy={record.isLoading}>
              <a class="back" href={addressText(toList)} onClick={(event) => { event.preventDefault(); go(toList); }}>
                <Icon name="back" />{own.back}
              </a>
              {record.refusal !== null && (
                <RefusalNotice
                  refusal={record.refusal} onAgain={record.reload}
                  title={detail === null || record.loadedAt === null ? own.openFailed : say(words.listStale, { time: timeText(record.loadedAt) })}
                />
              )}
              {detail === null && record.refusal === null && <p class="empty"><span class="late">{own.opening}</span></p>}
              {detail !== null && children(detail, deciding.propsOf(detail))}
            </section>
          )}
        </div>
        {below}
        <HeldBar held={held} dictionary={labels} onOpen={deciding.openHeld} onFocusLost={focusDetail} />
      </main>
      <AccountFoot me={me} held={held} hasShortcuts={hasShortcuts} onShortcuts={setShortcuts} onLogOut={onLogOut} />
    </div>
  );
}
