import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { UnitId } from '../../domain/id.ts';
import type { Unit } from '../../domain/unit.ts';
import { deskWords as words } from '../../i18n/desk-words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { BoardAddress } from '../board-address.ts';
import { unitChoices } from '../unit-choices.ts';
import { focusList, searchId } from '../use-deciding.ts';

interface BoardFiltersProps<Address> {
  address: Address;
  units: readonly Unit[];
  /** Label of the search field. */
  search: string;
  onGo: (to: Address, replace?: boolean) => void;
  /** The choice of a period or a year. */
  children: ComponentChildren;
}

/** Unit and words, behind what each board is chosen by; each choice is a step of the back button. */
export function BoardFilters<Address extends BoardAddress>({ address, units, search, onGo, children }: BoardFiltersProps<Address>) {
  const choices = useMemo(() => unitChoices(units), [units]);
  return (
    <FilterForm>
      {children}
      <label class="filter">
        <span>{words.unit}</span>
        <select value={address.unit ?? ''} onChange={(event) => onGo({ ...address, recordId: null, unit: UnitId.safeParse(event.currentTarget.value).data ?? null })}>
          <option value="">{words.allUnits}</option>
          {choices.map(({ unit, depth }) => <option key={unit.id} value={unit.id}>{'\u2003'.repeat(depth)}{unit.name}</option>)}
        </select>
      </label>
      <label class="filter is-search">
        <span class="unseen">{search}</span>
        <Icon name="search" />
        <input
          id={searchId} type="search" placeholder={search} value={address.text} maxLength={100} autoComplete="off"
          onInput={(event) => onGo({ ...address, text: event.currentTarget.value }, true)}
        />
      </label>
    </FilterForm>
  );
}

/** Enter in it leads on to the list. */
export function FilterForm({ children }: { children: ComponentChildren }) {
  return <form role="search" class="filters" aria-label={words.filters} onSubmit={(event) => { event.preventDefault(); focusList(); }}>{children}</form>;
}

interface ChoiceProps { label: string; value: string; options: readonly { readonly value: string; readonly label: string }[]; onValue: (value: string) => void }

export function FilterChoice({ label, value, options, onValue }: ChoiceProps) {
  return (
    <label class="filter">
      <span>{label}</span>
      <select value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {options.map((one) => <option key={one.value} value={one.value}>{one.label}</option>)}
      </select>
    </label>
  );
}
