import type { ActivityDraft } from '../../../domain/activity.ts';
import type { OccasionId } from '../../../domain/id.ts';
import { nearOccasions } from '../../../domain/occasion.ts';
import type { Occasion } from '../../../domain/occasion.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { tileDayText, tileMonthText } from '../../../i18n/format.ts';
import { formWords as words } from '../../../i18n/form-words.ts';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import type { Reference } from '../../reference.ts';
import { PickerPage } from './picker-page.tsx';

interface OccasionPickerProps {
  content: ActivityDraft;
  reference: Reference;
  today: LocalDate;
  onPick: (id: OccasionId | null) => void;
  onClose: () => void;
}

/** None, then what is near, then the rest of the year. */
export function OccasionPicker({ reference, today, onPick, onClose }: OccasionPickerProps) {
  const near = nearOccasions(reference.occasions, today).map((one) => one.occasion);
  const others = reference.occasions.filter((occasion) => occasion.startsOn !== null && !near.includes(occasion) && occasion.status !== 'cancelled');
  const row = (occasion: Occasion) => (
    <ListItem
      key={occasion.id} title={occasion.shortTitle} onClick={() => onPick(occasion.id)}
      {...(occasion.startsOn ? { day: { number: tileDayText(occasion.startsOn), month: tileMonthText(occasion.startsOn) } } : {})}
    />
  );
  return (
    <PickerPage title={words.pickOccasion} onClose={onClose}>
      <Card><ListItem title={words.noOccasion} icon="close" onClick={() => onPick(null)} /></Card>
      {near.length > 0 && <><Section title={words.nearOccasions} /><Card>{near.map(row)}</Card></>}
      <Section title={words.otherOccasions} />
      <Card>{others.map(row)}</Card>
    </PickerPage>
  );
}
