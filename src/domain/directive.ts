/** Văn bản chỉ đạo: the directive word for word. What its header lost (number, date …) stays null until the province enters it. */
import * as z from 'zod/mini';
import { TaskId } from './id.ts';
import { LocalDate } from './time.ts';

export const DirectiveBlock = z.object({
  id: z.string().check(z.regex(/^[a-z0-9]{1,12}$/)),
  kind: z.enum(['salutation', 'addressee', 'preamble', 'basis', 'enacting', 'task', 'closing']),
  taskId: z.nullable(TaskId),
  text: z.string().check(z.minLength(1)),
  /** The white space that follows, so that the whole can be put together again byte by byte. */
  after: z.string(),
});
export type DirectiveBlock = z.infer<typeof DirectiveBlock>;

export const Directive = z.object({
  id: z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)),
  kind: z.string(),
  number: z.nullable(z.string()),
  issuedOn: z.nullable(LocalDate),
  place: z.nullable(z.string()),
  signatory: z.nullable(z.string()),
  subject: z.string(),
  issuer: z.string(),
  lead: z.string(),
  blocks: z.array(DirectiveBlock).check(z.minLength(1)),
});
export type Directive = z.infer<typeof Directive>;

/** The directive as it was received, every space and empty line included. */
export function wholeText(directive: Directive): string {
  return directive.lead + directive.blocks.map((block) => block.text + block.after).join('');
}
