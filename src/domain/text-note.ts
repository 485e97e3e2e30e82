/** Ghi chú: what the province says beside a place of the directive that is unclear or slipped. The text itself stays. */
import * as z from 'zod/mini';

export const TextNote = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)),
  /** The block it stands at; null: it is about the whole text. */
  blockId: z.nullable(z.string()),
  /** The words it is about, letter by letter; empty for the whole block. */
  quote: z.string(),
  text: z.string().check(z.minLength(1)),
});
export type TextNote = z.infer<typeof TextNote>;
