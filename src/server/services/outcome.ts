/** What a service answers: a value, or a refusal with its code. Thrown are only our own mistakes and a broken disk. */
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';

export type Outcome<Value> = { readonly kind: 'done'; readonly value: Value } | Refused;

export interface Refused {
  readonly kind: 'refused';
  readonly problem: Problem;
}

export function done<Value>(value: Value): Outcome<Value> {
  return { kind: 'done', value };
}

export function refused(...[code, field, details]: Parameters<typeof problem>): Refused {
  return { kind: 'refused', problem: problem(code, field, details) };
}
