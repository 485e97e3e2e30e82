import { phoneWords } from '../../../i18n/phone-words.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { ListItem } from '../../../ui/list.tsx';
import { paths } from '../../paths.ts';
import { oldestDays } from '../../review-view.ts';
import { useReview } from './use-review.ts';

/** The row of home with its count: fetched, and the records below read, when home already stands. */
export function HomePart() {
  const { desk } = useReview();
  if (!desk) return <ListItem icon="received" tone="received" title={phoneWords.reviewRow} text={phoneWords.reviewRowText} href={paths.reviewList} />;
  const count = desk.queue.waiting.length;
  const days = oldestDays(desk.queue, desk.today, desk.nowMs);
  const text = count === 0 ? words.homeNone : days === 0 ? words.homeToday : say(words.homeOldest, { days });
  return <ListItem icon="received" tone={count === 0 ? 'approved' : 'received'} title={say(words.homeRow, { count })} text={text} href={paths.reviewList} />;
}
