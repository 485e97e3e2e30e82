import type { ComponentChildren } from 'preact';
import { randomBytes } from '../../../device/keys.ts';
import { ItemKey, itemsOf, taskOfItem } from '../../../domain/programme.ts';
import type { ProgrammeItemDraft } from '../../../domain/programme.ts';
import { planText, programmeWords as words } from '../../../i18n/programme-words.ts';
import { reportPageWords as reportWords } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListItem } from '../../../ui/list.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { taskName } from '../../report-title.ts';
import { goTo } from '../../router.ts';
import { remarksOf } from '../form/remarks.ts';
import { withItem } from './programme-part.ts';
import type { ProgrammePageProps } from './programme-part.ts';
import { remarkKeys, RemarksOfProgramme } from './remarks-part.tsx';

type ItemsPageProps = ProgrammePageProps & { openParts: ReadonlySet<string>; onOpenParts: (parts: ReadonlySet<string>) => void };

/** The whole plan by task, filled in from the directive; each item opens its own page. */
export function ItemsPage({ facts, draft, view, title, note, change, undo, openParts, onOpenParts }: ItemsPageProps) {
  const { reference, workingYear } = facts;
  const items = itemsOf(draft);
  const kept = items.filter(([, item]) => item.isKept).length;
  const remarked = remarkKeys(view);
  const toggle = (part: string, isOpen: boolean): void => {
    if (openParts.has(part) !== isOpen) onOpenParts(new Set(isOpen ? [...openParts, part] : [...openParts].filter((one) => one !== part)));
  };
  const part = (id: string, name: string, children?: ComponentChildren): ComponentChildren => {
    const own = items.filter(([key]) => (taskOfItem(key) ?? 'own') === id);
    const isMarked = own.some(([key]) => remarked.has(key));
    return (
      <details key={id} class="fold card card-inside" open={openParts.has(id) || isMarked} onToggle={(event) => toggle(id, event.currentTarget.open)}>
        <summary>
          {isMarked && <Icon name="returned" />}
          <span class="grow">{name}</span>
          <span class="muted digits">{say(words.count, { count: own.filter(([, item]) => item.isKept).length })}</span>
          <Icon name="down" />
        </summary>
        <ul>{own.map(([key, item]) => <li key={key}><ItemRow itemKey={key} item={item} year={workingYear} isMarked={remarked.has(key)} /></li>)}</ul>
        {children}
      </details>
    );
  };
  const add = (): void => {
    const key = ItemKey.parse(`own${Array.from(randomBytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
    toggle('own', true);
    change(withItem(draft, key, { requirementId: null, title: '', months: null, responsible: '', isKept: true }));
    goTo(paths.programmeItem(workingYear, key));
  };
  return (
    <InnerPage
      title={title} backHref={paths.reports} note={note !== '' && <p class="muted digits" role="status">{note}</p>}
      foot={<div class="foot" role="region" aria-label={reportWords.foot}>{undo}<Button href={paths.programmeCheck(workingYear)}>{reportWords.check}</Button></div>}
    >
      {view && <RemarksOfProgramme view={view} facts={facts} />}
      <p class="lead digits">{say(note === '' && view === null ? words.proposed : words.planned, { count: kept })}</p>
      {reference.tasks.filter(({ id }) => items.some(([key]) => taskOfItem(key) === id)).map(({ id }) => part(id, taskName(reference, id)))}
      {part('own', words.own, (
        <>
          {!items.some(([key]) => taskOfItem(key) === null) && <p class="muted">{words.ownNone}</p>}
          <Button kind="other" icon="plus" onClick={add}>{words.addOwn}</Button>
        </>
      ))}
      {remarksOf(view).has('items') && <p class="muted">{remarksOf(view).get('items')}</p>}
    </InnerPage>
  );
}

function ItemRow({ itemKey, item, year, isMarked }: { itemKey: ItemKey; item: ProgrammeItemDraft; year: number; isMarked: boolean }) {
  const title = item.title.trim() === '' ? words.untitled : item.title;
  return (
    <ListItem
      {...(isMarked ? { icon: 'returned' as const, tone: 'returned' as const } : {})} href={paths.programmeItem(year, itemKey)}
      title={title} text={item.isKept ? planText(item, year) : words.takenOut}
    />
  );
}
