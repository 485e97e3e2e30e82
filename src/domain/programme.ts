/**
 * Chương trình công tác: what a unit has set itself for a working year. The directive obliges every unit to put its tasks
 * into its own programme (Công văn, phần tổ chức thực hiện).
 */
import * as z from 'zod/mini';
import { recordIdOf, RequirementId, UnitId } from './id.ts';
import type { RecordId, TaskId } from './id.ts';
import { MonthSpan } from './month-span.ts';

/** The kind of record that carries a programme (SPEC.md §3). */
export const programmeKind = 'programme';

/** Where the phone stops: what the wire takes of one change (`limits.bodyCharacters` of sync), in characters of JSON. */
export const mostProgrammeCharacters = 16_000;
export const mostItems = 90;
/** The longest requirement of the directive has 183 characters. */
export const mostItemTitle = 200;
/** An activity is told for it by beginning with its title, and holds no more (`Activity.title`). */
export const mostOwnTitle = 160;
export const mostResponsible = 80;

/** The requirement itself, or `own` and eight of chance: without hyphens, because a remark stands at `items.<key>`. */
export const ItemKey = z.string().check(z.regex(/^(?:(?:[1-9]|C)\.[0-9]{1,2}[a-z]?|own[0-9a-f]{8})$/)).brand<'ItemKey'>();
export type ItemKey = z.infer<typeof ItemKey>;

export const ProgrammeItem = z.object({
  /** Null: of the unit's own, asked by no directive. */
  requirementId: z.nullable(RequirementId),
  title: z.string().check(z.minLength(1), z.maxLength(mostItemTitle)),
  months: MonthSpan,
  /** A role, never a person; empty where nobody in particular is meant. */
  responsible: z.string().check(z.maxLength(mostResponsible)),
  /** False: taken out. It stays here with what was planned, so that the reviewer sees it and it can be put back. */
  isKept: z.boolean(),
});
export type ProgrammeItem = z.infer<typeof ProgrammeItem>;

export const Programme = z.object({
  unitId: UnitId,
  workingYear: z.int().check(z.minimum(2000), z.maximum(2100)),
  /** By key and not in a list: edits of two officers at different items join (SPEC.md S4). */
  items: z.record(ItemKey, ProgrammeItem),
  /** The soft warnings that the officer answered with “đúng”; by id, for the same reason. */
  confirmed: z.record(z.string().check(z.maxLength(40)), z.literal(true)),
});
export type Programme = z.infer<typeof Programme>;

/** As typed so far: titles may be empty, and a new item of the unit's own has no months. */
export const ProgrammeItemDraft = z.object({
  requirementId: z.nullable(RequirementId),
  title: z.string(),
  months: z.nullable(MonthSpan),
  responsible: z.string(),
  isKept: z.boolean(),
});
export type ProgrammeItemDraft = z.infer<typeof ProgrammeItemDraft>;

export const ProgrammeDraft = z.object({
  unitId: UnitId,
  workingYear: z.int(),
  items: z.record(ItemKey, ProgrammeItemDraft),
  confirmed: z.record(z.string(), z.literal(true)),
});
export type ProgrammeDraft = z.infer<typeof ProgrammeDraft>;

/** Keys and items, the requirements in the order of their ids (4.2, 4.2a, 4.10), the unit's own after them. */
export function itemsOf<Item>({ items }: { readonly items: Readonly<Record<ItemKey, Item>> }): readonly (readonly [ItemKey, Item])[] {
  return (Object.entries(items) as [ItemKey, Item][]).toSorted(([one], [next]) => compare(orderOf(one), orderOf(next)));
}

/** The task of an item of the directive; null for the unit's own. */
export function taskOfItem(key: ItemKey): TaskId | null {
  return key.startsWith('own') ? null : key.slice(0, key.indexOf('.')) as TaskId;
}

/** A remark or a problem stands at `items.4.2a`, or at a box of it: `items.4.2a.months`. */
export function itemField(key: ItemKey, box?: 'title' | 'months' | 'responsible'): string {
  return box === undefined ? `items.${key}` : `items.${key}.${box}`;
}

/** The item that a field belongs to; null for the programme as a whole. */
export function keyOfField(field: string): ItemKey | null {
  const [, key] = /^items\.(.+?)(?:\.(?:title|months|responsible))?$/.exec(field) ?? [];
  return ItemKey.safeParse(key).data ?? null;
}

/**
 * The record of a unit's programme of a year.
 * @param attempt how many records of it were cancelled before: nothing can follow a cancelled one.
 */
export function programmeRecordId(unitId: UnitId, workingYear: number, attempt = 0): RecordId {
  return recordIdOf(`${programmeKind} ${unitId} ${workingYear} ${attempt}`);
}

function orderOf(key: ItemKey): string {
  const [, task = '~', number = '', letter = ''] = /^([1-9C])\.(\d+)([a-z]?)$/.exec(key) ?? [];
  return task === '~' ? `~${key}` : `${task}${number.padStart(2, '0')}${letter}`;
}

function compare(one: string, next: string): number {
  return one === next ? 0 : one < next ? -1 : 1;
}
