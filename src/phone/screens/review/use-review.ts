/** The reads that every page of the reviewer shares. */
import { useMemo } from 'preact/hooks';
import type { UnitId } from '../../../domain/id.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { Unit } from '../../../domain/unit.ts';
import { useBelow } from '../../below.ts';
import type { Below } from '../../below.ts';
import type { Book } from '../../book.ts';
import { useBook, useNow, useReference, useToday } from '../../queries.ts';
import type { Reference } from '../../reference.ts';
import { flagsOf, photoUse, reviewQueue } from '../../review-view.ts';
import type { PhotoUse, ReviewFlag, ReviewItem, ReviewQueue } from '../../review-view.ts';

export interface ReviewDesk {
  readonly below: Below;
  readonly book: Book;
  readonly reference: Reference;
  readonly today: LocalDate;
  readonly nowMs: number;
  readonly queue: ReviewQueue;
  readonly unitOf: (unitId: UnitId) => Unit | null;
  readonly flagsOf: (item: ReviewItem) => readonly ReviewFlag[];
}

/** What every part of a record's page is given. */
export interface ReviewPartProps {
  readonly item: ReviewItem;
  readonly desk: ReviewDesk;
}

/** `desk` is undefined until everything is read; `hasFailed`: a store refused. */
export function useReview(): { readonly desk: ReviewDesk | undefined; readonly hasFailed: boolean } {
  const { value: below, error: belowError } = useBelow();
  const { value: book, error: bookError } = useBook();
  const { value: reference, error } = useReference();
  const today = useToday(reference);
  const nowMs = useNow();
  const queue = useMemo(() => below && book && reviewQueue(below, book, nowMs), [below, book, nowMs]);
  const desk = useMemo((): ReviewDesk | undefined => {
    if (!below || !book || !reference || !today || !queue) return undefined;
    const units = new Map(below.units.map((unit) => [unit.id, unit]));
    // Counted for the first row that asks: home asks for none.
    let photos: PhotoUse | undefined;
    const unitOf = (unitId: UnitId): Unit | null => units.get(unitId) ?? null;
    return { below, book, reference, today, nowMs, queue, unitOf, flagsOf: (item) => flagsOf(item, { unit: unitOf(item.unitId), today, photos: photos ??= photoUse(below.records) }) };
  }, [below, book, reference, today, nowMs, queue]);
  return { desk, hasFailed: belowError !== undefined || bookError !== undefined || error !== undefined };
}
