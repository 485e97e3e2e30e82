/** A door of the API: read with a limit, parse once, work, and answer only after the commit. */
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { problem as problemOf } from '../../domain/problem.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemWords } from '../../i18n/problem-words.ts';
import { problemMediaType } from '../../sync/problem-reply.ts';
import type { ProblemReply } from '../../sync/problem-reply.ts';
import type { Outcome, Refused } from '../services/outcome.ts';
import { refused } from '../services/outcome.ts';
import { statusOf } from './problem-status.ts';
import { apiHeaders } from './security-headers.ts';

/** @param more fields beside the usual ones, such as the decision that stands. */
export function refuse(problem: Problem, more: Readonly<Record<string, unknown>> = {}, headers: Readonly<Record<string, string>> = {}): Response {
  const { code, field, details } = problem;
  const { sentence, next } = problemWords(problem);
  const status = statusOf(code);
  const reply: ProblemReply = {
    type: 'about:blank',
    status,
    code,
    title: sentence,
    next,
    ...(field === undefined ? {} : { field }),
    ...(details === undefined ? {} : { details }),
  };
  return new Response(JSON.stringify({ ...reply, ...more }), {
    status,
    headers: { ...apiHeaders, 'content-type': problemMediaType, 'content-language': 'vi', ...headers },
  });
}

export function answer(value: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), { status: 200, headers: { ...apiHeaders, 'content-type': 'application/json', ...headers } });
}

export function answerOutcome(outcome: Outcome<unknown>): Response {
  return outcome.kind === 'done' ? answer(outcome.value) : refuse(outcome.problem);
}

/** The secret of a phone, where the request names one. */
export function bearerOf(context: Context): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{43})$/.exec(context.req.header('authorization') ?? '')?.[1];
}

/** The media type without its parameters, in small letters. */
export function mediaTypeOf(context: Context): string {
  return (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/**
 * The body's bytes, or null when there are more than allowed. A length that was announced is believed, because the
 * parser of HTTP holds the client to it; without one the bytes are counted as they come.
 */
export async function readBytes(context: Context, mostBytes: number): Promise<Uint8Array | null> {
  const announced = context.req.header('content-length');
  if (announced !== undefined) {
    if (!(Number(announced) <= mostBytes)) return null;
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return bytes.length > mostBytes ? null : bytes;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (context.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A small JSON body, parsed by its schema. Problems: `media-type-wrong`, `body-too-big`, `body-not-json`, `body-malformed`. */
export async function readJson<Body>(
  context: Context,
  schema: z.ZodMiniType<Body>,
  mostBytes: number,
): Promise<{ readonly kind: 'done'; readonly value: Body } | Refused> {
  if (mediaTypeOf(context) !== 'application/json') return refused('media-type-wrong');
  const bytes = await readBytes(context, mostBytes);
  if (bytes === null) return refused('body-too-big');
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('body-not-json');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { kind: 'done', value: parsed.data };
  const field = parsed.error.issues[0]?.path[0];
  return { kind: 'refused', problem: problemOf('body-malformed', typeof field === 'string' ? field : undefined) };
}
