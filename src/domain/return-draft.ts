/** Bản trả lại đang soạn: which fields were picked, the reason and the words at each, and the day to mend them by. */
import * as z from 'zod/mini';
import type { FieldKey } from './record-fields.ts';
import { Remark } from './review.ts';
import type { LocalDate } from './time.ts';

/** Ready reasons; `other` stands for words of one's own. */
export const returnReasons = ['figure-missing', 'photo-unclear', 'task-wrong', 'date-wrong', 'words-unclear', 'other'] as const;
/** Those of a periodic report. */
export const reportReturnReasons = ['figure-mismatch', 'correction-unclear', 'number-missing', 'words-unclear', 'other'] as const;
/** Those of a work programme. */
export const programmeReturnReasons = ['month-wrong', 'role-missing', 'put-in', 'words-unclear', 'other'] as const;
export type ReturnReason = (typeof returnReasons)[number] | (typeof reportReturnReasons)[number] | (typeof programmeReturnReasons)[number];

export const RemarkDraft = z.readonly(z.object({
  field: z.string(),
  reason: z.nullable(z.enum([...returnReasons, ...reportReturnReasons, ...programmeReturnReasons])),
  text: z.string(),
}));
export type RemarkDraft = z.infer<typeof RemarkDraft>;

export const ReturnDraft = z.readonly(z.object({
  remarks: z.readonly(z.array(RemarkDraft)),
  /** As the date field holds it; empty when the reviewer sets no day. */
  dueOn: z.string(),
}));
export type ReturnDraft = z.infer<typeof ReturnDraft>;

export type ReturnTrouble =
  | { readonly kind: 'no-field' }
  | { readonly kind: 'too-many-fields'; readonly most: number }
  | { readonly kind: 'no-words'; readonly field: FieldKey }
  | { readonly kind: 'words-too-long'; readonly field: FieldKey; readonly most: number }
  | { readonly kind: 'deadline-past' };

/** As the schema of a remark and of a review allows. */
export const remarkLength = 300;
export const mostRemarks = 12;

export function emptyReturn(dueOn: LocalDate): ReturnDraft {
  return { remarks: [], dueOn };
}

/** Picks a field, or lets it go again with its words. */
export function toggleField(draft: ReturnDraft, field: FieldKey): ReturnDraft {
  const isPicked = draft.remarks.some((remark) => remark.field === field);
  const remarks = isPicked
    ? draft.remarks.filter((remark) => remark.field !== field)
    : [...draft.remarks, { field, reason: null, text: '' }];
  return { ...draft, remarks };
}

export function withRemark(draft: ReturnDraft, field: FieldKey, change: Partial<RemarkDraft>): ReturnDraft {
  return { ...draft, remarks: draft.remarks.map((remark) => (remark.field === field ? { ...remark, ...change } : remark)) };
}

/**
 * A return that was not counted as the beginning of a new one: its remarks beside what is written already, whose words stand
 * where both name a place; its day, unless it has passed.
 * @param written what is being written of this record; null where nothing is. @param proposedOn the day in place of one that
 * has passed. @param reasons the ready ones of such a record: a remark that begins with the words of one is shown as that one.
 */
export function returnAgain(
  before: { readonly remarks: readonly Remark[]; readonly dueOn: LocalDate | null }, written: ReturnDraft | null, today: LocalDate, proposedOn: LocalDate,
  reasons: readonly ReturnReason[], reasonWords: Readonly<Record<ReturnReason, string>>,
): ReturnDraft {
  const begun = written ?? { remarks: [], dueOn: before.dueOn !== null && before.dueOn < today ? proposedOn : before.dueOn ?? '' };
  const further = before.remarks.filter(({ field }) => !begun.remarks.some((one) => one.field === field));
  return { ...begun, remarks: [...begun.remarks, ...further.map((remark) => draftOfRemark(remark, reasons, reasonWords))] };
}

/** The remark in its boxes again: `remarkWords` makes the same words of it. */
function draftOfRemark({ field, text }: Remark, reasons: readonly ReturnReason[], reasonWords: Readonly<Record<ReturnReason, string>>): RemarkDraft {
  const ready = reasons.find((one) => one !== 'other' && (text === reasonWords[one] || text.startsWith(`${reasonWords[one]}. `)));
  return ready === undefined ? { field, reason: 'other', text } : { field, reason: ready, text: text.slice(`${reasonWords[ready]}. `.length) };
}

/** The words that the unit will read at this field; empty while neither a reason nor words stand there. */
export function remarkWords(remark: RemarkDraft, reasonWords: Readonly<Record<ReturnReason, string>>): string {
  const own = remark.text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (remark.reason === null || remark.reason === 'other') return own;
  return own === '' ? reasonWords[remark.reason] : `${reasonWords[remark.reason]}. ${own}`;
}

/**
 * @param order the fields as the record shows them: remarks are sent in that order.
 * @returns what is to be sent, or every trouble in that order. Problems: none picked, a field without words, words
 * too long, a deadline before today.
 */
export function readReturn(
  draft: ReturnDraft, order: readonly FieldKey[], today: LocalDate, reasonWords: Readonly<Record<ReturnReason, string>>,
): { readonly remarks: readonly Remark[]; readonly troubles: readonly ReturnTrouble[] } {
  const troubles: ReturnTrouble[] = [];
  const remarks: Remark[] = [];
  if (draft.remarks.length === 0) troubles.push({ kind: 'no-field' });
  if (draft.remarks.length > mostRemarks) troubles.push({ kind: 'too-many-fields', most: mostRemarks });
  const picked = [...draft.remarks].sort((left, right) => order.indexOf(left.field) - order.indexOf(right.field));
  for (const remark of picked) {
    const text = remarkWords(remark, reasonWords);
    if (text === '') troubles.push({ kind: 'no-words', field: remark.field });
    else if (text.length > remarkLength) troubles.push({ kind: 'words-too-long', field: remark.field, most: remarkLength });
    else remarks.push(Remark.parse({ field: remark.field, text }));
  }
  if (draft.dueOn !== '' && draft.dueOn < today) troubles.push({ kind: 'deadline-past' });
  return { remarks, troubles };
}
