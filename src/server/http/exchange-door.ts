/** POST /api/exchange: bytes to a request, a reply to bytes. What is decided in between is services/run-exchange.ts. */
import { deflateSync, inflateSync } from 'node:zlib';
import type { Context } from 'hono';
import { frame, unframe } from '../../sync/frame.ts';
import { exchangeMediaType, limits, LooseExchangeRequest, protocolVersion } from '../../sync/protocol.ts';
import type { Host } from '../services/host.ts';
import { refused } from '../services/outcome.ts';
import type { Outcome } from '../services/outcome.ts';
import { runExchange } from '../services/run-exchange.ts';
import { bearerOf, mediaTypeOf, readBytes, refuse } from './endpoint.ts';
import { apiHeaders } from './security-headers.ts';

/** A phone sends at most 64 kB a time; a bundle of text deflates to a fifth. */
const mostDeflatedBytes = 262_144;
const mostInflatedBytes = 4_194_304;
/** Below this a compressor costs more bytes than it saves. */
const leastDeflatedLength = 150;

export async function exchangeDoor(context: Context, host: Host): Promise<Response> {
  const token = bearerOf(context);
  if (token === undefined) return refuse({ code: 'token-missing' });
  const request = await readRequest(context);
  if (request.kind === 'refused') return refuse(request.problem);
  const outcome = await runExchange(host, token, request.value);
  if (outcome.kind === 'refused') return refuse(outcome.problem);
  return pack(frame(outcome.value), /\bdeflate\b/.test(context.req.header('accept-encoding') ?? ''));
}

async function readRequest(context: Context): Promise<Outcome<LooseExchangeRequest>> {
  if (mediaTypeOf(context) !== exchangeMediaType) return refused('media-type-wrong');
  const encoding = (context.req.header('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'deflate' && encoding !== 'identity') return refused('media-type-wrong');
  const bytes = await readBytes(context, encoding === 'deflate' ? mostDeflatedBytes : limits.requestBytes);
  if (bytes === null) return refused('body-too-big');
  const text = encoding === 'deflate' ? inflate(bytes) : { kind: 'done' as const, value: Buffer.from(bytes).toString('utf8') };
  if (text.kind === 'refused') return text;
  const message = unframe(text.value);
  // What begins as ours was cut or altered on its way; anything else never was ours.
  if (message === null) return refused(text.value === '' || text.value.startsWith('{') ? 'body-truncated' : 'body-not-json');
  if ((message as { v?: unknown }).v !== protocolVersion) return refused('protocol-unknown');
  const parsed = LooseExchangeRequest.safeParse(message);
  if (parsed.success) return { kind: 'done', value: parsed.data };
  const field = parsed.error.issues[0]?.path[0];
  return refused('body-malformed', typeof field === 'string' ? field : undefined);
}

/** A bomb ends where the limit is: nothing beyond it is ever unpacked. */
function inflate(bytes: Uint8Array): Outcome<string> {
  try {
    return { kind: 'done', value: inflateSync(bytes, { maxOutputLength: mostInflatedBytes }).toString('utf8') };
  } catch (error) {
    return refused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'body-too-big' : 'body-truncated');
  }
}

function pack(text: string, mayDeflate: boolean): Response {
  const headers = { ...apiHeaders, 'content-type': exchangeMediaType };
  const isDeflated = mayDeflate && text.length > leastDeflatedLength;
  // A compressor of full size takes 256 kB for each reply; most replies would not fill its window.
  const bytes = isDeflated ? deflateSync(text, text.length < 4_096 ? { windowBits: 12, memLevel: 5 } : {}) : Buffer.from(text);
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...headers, ...(isDeflated ? { 'content-encoding': 'deflate' } : {}), 'content-length': String(bytes.length) },
  });
}
