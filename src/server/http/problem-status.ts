/** The HTTP status of each refusal. What is not named here is a refusal of what was typed: 400. */
import type { ProblemCode } from '../../domain/problem.ts';

const statuses: Partial<Record<ProblemCode, number>> = {
  'token-missing': 401,
  'token-unknown': 401,
  'session-missing': 401,
  'login-wrong': 401,
  'not-allowed': 403,
  'origin-foreign': 403,
  'not-found': 404,
  'code-unknown': 404,
  'photo-unknown': 404,
  'method-wrong': 405,
  'review-conflict': 409,
  'review-stale': 409,
  'code-used': 410,
  'code-expired': 410,
  'link-expired': 410,
  'body-too-big': 413,
  'photo-too-big': 413,
  'media-type-wrong': 415,
  'photo-range-wrong': 416,
  'too-many-tries': 429,
  'server-trouble': 503,
};

export function statusOf(code: ProblemCode): number {
  return statuses[code] ?? 400;
}
