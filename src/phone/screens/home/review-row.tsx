import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { keepReviewerFiles } from '../../../device/reviewer-files.ts';
import type { Unit } from '../../../domain/unit.ts';
import { phoneWords as words } from '../../../i18n/phone-words.ts';
import { Card, ListItem } from '../../../ui/list.tsx';
import { paths } from '../../paths.ts';

/** Home is drawn first, then what counts is fetched: an upper union has thousands of records below. */
const patienceMs = 300;

/** Of an upper union: what waits for its decision. Nothing on the phones of grassroots unions. */
export function ReviewRow({ unit }: { unit: Unit }) {
  const isUpper = unit.kind !== 'grassroots' && unit.kind !== 'directGroup';
  const [Part, setPart] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (!isUpper) return undefined;
    // Without its file the row stands there without a number, and leads on all the same.
    const load = (): Promise<void> => import('../review/home-part.tsx').then(({ HomePart }) => {
      setPart(() => HomePart);
      return keepReviewerFiles();
    }).catch(() => undefined);
    const timer = setTimeout(() => void load(), patienceMs);
    return () => clearTimeout(timer);
  }, [isUpper]);
  if (!isUpper) return null;
  return <Card>{Part ? <Part /> : <ListItem icon="received" tone="received" title={words.reviewRow} text={words.reviewRowText} href={paths.reviewList} />}</Card>;
}
