/** Nhiệm vụ: one of the nine tasks of the directive, or its closing obligation (`C`), with its requirements. */
import * as z from 'zod/mini';
import { TaskId } from './id.ts';
import type { RequirementId } from './id.ts';
import { Requirement } from './requirement.ts';

export const Task = z.object({
  id: TaskId,
  /** A few words for a heading. */
  short: z.string().check(z.minLength(1)),
  /** The block of the directive that holds its sentences. */
  blockId: z.string().check(z.minLength(1)),
  /** The directive's own list ends with “…”: more of the same kind may be recorded. */
  isOpenList: z.boolean(),
  requirements: z.array(Requirement),
});
export type Task = z.infer<typeof Task>;

/** All requirements of these tasks by their id. */
export function requirementsById(tasks: readonly Task[]): ReadonlyMap<RequirementId, Requirement> {
  return new Map(tasks.flatMap((task) => task.requirements.map((requirement) => [requirement.id, requirement] as const)));
}
