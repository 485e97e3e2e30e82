/** The way to the server for a phone that has no token yet. Small on purpose: the first page loads nothing else. */
import type { ProblemReply } from '../sync/problem-reply.ts';
import { problemMediaType, ProblemReply as ProblemReplySchema } from '../sync/problem-reply.ts';
import { Activation, ActivationPreview } from '../sync/activation.ts';
import type { ActivationRequest } from '../sync/activation.ts';
import { post } from './post.ts';

/** `trouble`: nothing proven came back; asking again is safe. */
export type ActivationAnswer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: ProblemReply }
  | { readonly kind: 'trouble'; readonly reason: 'silence' | 'portal' | 'server-trouble' };

/** Whose code this is. Uses nothing up. */
export function previewActivation(code: string): Promise<ActivationAnswer<ActivationPreview>> {
  return ask({ confirm: false, code }, (body) => ActivationPreview.safeParse(body));
}

/**
 * Uses the code. The same code with the same secret is answered the same way again, so a lost reply burns nothing.
 * @param secret from `newSecret`, kept by `notebook.pendingActivation` before this is called.
 */
export function redeemActivation(request: Omit<Extract<ActivationRequest, { confirm: true }>, 'confirm'>): Promise<ActivationAnswer<Activation>> {
  return ask({ confirm: true, ...request }, (body) => Activation.safeParse(body));
}

async function ask<T>(
  request: ActivationRequest,
  parse: (body: unknown) => { success: true; data: T } | { success: false },
): Promise<ActivationAnswer<T>> {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  const fetch: typeof globalThis.fetch = (...parameters) => globalThis.fetch(...parameters);
  const answer = await post(fetch, '/api/activate', { 'Content-Type': 'application/json' }, bytes, ['application/json', problemMediaType]);
  if (answer.kind === 'silence') return { kind: 'trouble', reason: 'silence' };
  const body = jsonOf(answer.text);
  if (answer.mediaType.startsWith(problemMediaType)) {
    const problem = ProblemReplySchema.safeParse(body);
    if (problem.success) return { kind: 'refused', problem: problem.data };
  }
  if (answer.status === 200 && answer.mediaType.startsWith('application/json')) {
    const parsed = parse(body);
    if (parsed.success) return { kind: 'done', value: parsed.data };
  }
  return { kind: 'trouble', reason: answer.mediaType.startsWith('text/html') ? 'portal' : 'server-trouble' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
