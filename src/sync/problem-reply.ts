/** A refusal on the wire: RFC 9457 `application/problem+json` with a stable code, a sentence and the next step. */
import * as z from 'zod/mini';

export const problemMediaType = 'application/problem+json';

/** `title` and `next` are Vietnamese and may be shown as they are; programs read `code`. */
export const ProblemReply = z.object({
  type: z.string(),
  status: z.int(),
  code: z.string(),
  title: z.string(),
  next: z.string(),
  field: z.optional(z.string()),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type ProblemReply = z.infer<typeof ProblemReply>;
