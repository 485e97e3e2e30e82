/** Cán bộ: who records for a unit, or reviews. The name is the only personal datum kept of an officer. */
import * as z from 'zod/mini';
import { OfficerId, UnitId } from './id.ts';

export const Officer = z.object({
  id: OfficerId,
  unitId: UnitId,
  name: z.string().check(z.minLength(1), z.maxLength(80)),
});
export type Officer = z.infer<typeof Officer>;
