import { deskProgrammeWords } from '../../i18n/desk-programme-words.ts';
import { deskReportWords } from '../../i18n/desk-report-words.ts';
import { deskWords as words } from '../../i18n/desk-words.ts';
import type { IconName } from '../../ui/icon.tsx';
import { addressText, emptyAddress } from '../address.ts';
import { emptyProgrammeAddress, programmeAddressText } from '../programme-address.ts';
import { emptyReportAddress, reportAddressText } from '../report-address.ts';
import { MenuLink } from './menu-link.tsx';

type DeskPart = 'activities' | 'reports' | 'sum' | 'programmes';

const parts: readonly { readonly part: DeskPart; readonly icon: IconName; readonly title: string; readonly href: string }[] = [
  { part: 'activities', icon: 'tasks', title: words.allTitle, href: addressText(emptyAddress) },
  { part: 'reports', icon: 'directive', title: deskReportWords.listTitle, href: reportAddressText(emptyReportAddress) },
  { part: 'sum', icon: 'plus', title: deskReportWords.sumTitle, href: reportAddressText({ ...emptyReportAddress, view: 'sum' }) },
  { part: 'programmes', icon: 'calendar', title: deskProgrammeWords.listTitle, href: programmeAddressText(emptyProgrammeAddress) },
];

/** A list within the part that is open, narrowed to one state. */
export interface StateEntry<Address> {
  readonly to: Address;
  readonly icon: IconName;
  readonly title: string;
  readonly isCurrent: boolean;
  /** Null while it is not known. */
  readonly count: number | null;
}

interface DeskMenuProps<Address> {
  /** Where a part leads that this screen shows itself; the others are opened as parts of their own. */
  own: Partial<Record<DeskPart, { readonly to: Address; readonly isCurrent: boolean }>>;
  /** Below the part `under`. */
  states: readonly StateEntry<Address>[];
  under: DeskPart;
  addressText: (address: Address) => string;
  onGo: (to: Address) => void;
  onOpen: (path: string) => void;
}

/** The parts of the desk, and under the one that is open its list by state, with how many there are. */
export function DeskMenu<Address>({ own, states, under, addressText: textOf, onGo, onOpen }: DeskMenuProps<Address>) {
  return (
    <nav class="menu" aria-label={words.menu}>
      {parts.flatMap(({ part, icon, title, href }) => {
        const place = own[part];
        const isPart = part !== 'activities';
        return [
          place
            ? <MenuLink key={part} href={textOf(place.to)} icon={icon} isPart={isPart} isCurrent={place.isCurrent} onOpen={() => onGo(place.to)}>{title}</MenuLink>
            : <MenuLink key={part} href={href} icon={icon} isPart={isPart} onOpen={() => onOpen(href)}>{title}</MenuLink>,
          ...(part === under ? states.map((one) => (
            <MenuLink key={`${part} ${one.icon}`} href={textOf(one.to)} icon={one.icon} isInner isCurrent={one.isCurrent} count={one.count} onOpen={() => onGo(one.to)}>{one.title}</MenuLink>
          )) : []),
        ];
      })}
    </nav>
  );
}
