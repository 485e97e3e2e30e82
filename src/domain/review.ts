/** Xét duyệt: a decision bound to one edition of a record. Approving edition 3 never covers edition 4. */
import * as z from 'zod/mini';
import { RecordId, UnitId } from './id.ts';
import { Instant, LocalDate } from './time.ts';

/** One remark, at a field of the record: `attendances`, `title` of an activity; `I4.05`, `tasks.4` of a report. */
export const Remark = z.object({
  field: z.string().check(z.regex(/^[a-zA-Z][a-zA-Z0-9.]{1,39}$/)),
  text: z.string().check(z.minLength(1), z.maxLength(300)),
});
export type Remark = z.infer<typeof Remark>;

export const Decision = z.enum(['approved', 'returned']);
export type Decision = z.infer<typeof Decision>;

/** `byUnitId` says who decided: the unit's direct upper union, or the province. */
export const Review = z.object({
  recordId: RecordId,
  edition: z.int().check(z.minimum(1)),
  decision: Decision,
  remarks: z.array(Remark).check(z.maxLength(12)),
  dueOn: z.nullable(LocalDate),
  reviewer: z.string().check(z.maxLength(80)),
  byUnitId: UnitId,
  byUnitName: z.string().check(z.maxLength(160)),
  decidedAt: Instant,
});
export type Review = z.infer<typeof Review>;
