/**
 * The way to the server for a phone that has no token yet. The first page loads only this: the schemas that read the
 * reply arrive while the question is on its way.
 */
import type * as activationSchemas from '../sync/activation.ts';
import type { Activation, ActivationPreview, ActivationRequest } from '../sync/activation.ts';
import type * as problemSchemas from '../sync/problem-reply.ts';
import type { ProblemReply } from '../sync/problem-reply.ts';
import { post } from './post.ts';

const jsonMediaType = 'application/json';
const problemMediaType = 'application/problem+json';

/** `trouble`: nothing proven came back; asking again is safe. */
export type ActivationAnswer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: ProblemReply }
  | { readonly kind: 'trouble'; readonly reason: 'silence' | 'portal' | 'server-trouble' };

/** Whose code this is. Uses nothing up. */
export function previewActivation(code: string): Promise<ActivationAnswer<ActivationPreview>> {
  return ask({ confirm: false, code }, (schemas, body) => schemas.ActivationPreview.safeParse(body));
}

/**
 * Uses the code. The same code with the same secret is answered the same way again, so a lost reply burns nothing.
 * @param request.secret from `newSecret`, kept by `notebook.pendingActivation` before this is called.
 */
export function redeemActivation(request: Omit<Extract<ActivationRequest, { confirm: true }>, 'confirm'>): Promise<ActivationAnswer<Activation>> {
  return ask({ confirm: true, ...request }, (schemas, body) => schemas.Activation.safeParse(body));
}

type Schemas = typeof activationSchemas & typeof problemSchemas;

async function ask<T>(
  request: ActivationRequest,
  parse: (schemas: Schemas, body: unknown) => { success: true; data: T } | { success: false },
): Promise<ActivationAnswer<T>> {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  const fetch: typeof globalThis.fetch = (...parameters) => globalThis.fetch(...parameters);
  const loading = loadSchemas();
  const answer = await post(fetch, '/api/activate', { 'Content-Type': jsonMediaType }, bytes, [jsonMediaType, problemMediaType]);
  const schemas = await Promise.race([loading, patience()]);
  if (answer.kind === 'silence' || schemas === null) return { kind: 'trouble', reason: 'silence' };
  const body = jsonOf(answer.text);
  if (answer.mediaType.startsWith(problemMediaType)) {
    const problem = schemas.ProblemReply.safeParse(body);
    if (problem.success) return { kind: 'refused', problem: problem.data };
  }
  if (answer.status === 200 && answer.mediaType.startsWith(jsonMediaType)) {
    const parsed = parse(schemas, body);
    if (parsed.success) return { kind: 'done', value: parsed.data };
  }
  return { kind: 'trouble', reason: answer.mediaType.startsWith('text/html') ? 'portal' : 'server-trouble' };
}

/** Null when the link dropped before they were here. */
async function loadSchemas(): Promise<Schemas | null> {
  try {
    const [activation, problem] = await Promise.all([import('../sync/activation.ts'), import('../sync/problem-reply.ts')]);
    return { ...activation, ...problem };
  } catch {
    return null;
  }
}

/** A stalled link keeps an import waiting for longer than an officer should look at a turning wheel. */
function patience(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), 9_000);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
