/** Cài đặt: what the province sets for everyone. Proposals, not words of the directive. */
import * as z from 'zod/mini';
import { LocalDate } from './time.ts';

export const Setting = z.object({
  /** The day everything is judged by in the sample mode; null: the real day. */
  workingDay: z.nullable(LocalDate),
  sample: z.boolean(),
  workingYear: z.int().check(z.minimum(2019), z.maximum(2100)),
  /** From how many members on a unit “có đông đoàn viên” (nhiệm vụ 6, without a number there). */
  manyMembers: z.int().check(z.minimum(1), z.maximum(5000)),
  /** The telephone of the province's department, shown wherever help is offered. */
  phone: z.nullable(z.string()),
  /** Hosts that a link may lead to, subdomains included: pages of the union, of offices and of the press. */
  linkHosts: z.array(z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/))),
  /** Names of history, schools and places that are not taken for somebody's name; lower case. */
  knownNames: z.array(z.string()),
});
export type Setting = z.infer<typeof Setting>;
