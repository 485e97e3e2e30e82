/** Văn bản được viện dẫn: a document that the directive names, with what is known of it. */
import * as z from 'zod/mini';
import { LocalDate } from './time.ts';

export const CitedDocument = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)),
  /** The block of the directive that names it. */
  blockId: z.string().check(z.minLength(1)),
  /** How the block names it, letter by letter. */
  quote: z.string().check(z.minLength(1)),
  /** As one line of a list: kind and number. */
  title: z.string().check(z.minLength(1)),
  issuer: z.string(),
  issuedOn: z.nullable(LocalDate),
  /** Whether the directive itself tells the day; else the province looked it up. */
  isDayInText: z.boolean(),
  about: z.string(),
  /** What a reader should know beside it: a text that was not found, a name that differs. Empty when there is nothing. */
  remark: z.string(),
  /** Whether number, day and name were compared with a source outside the directive. */
  isChecked: z.boolean(),
});
export type CitedDocument = z.infer<typeof CitedDocument>;
