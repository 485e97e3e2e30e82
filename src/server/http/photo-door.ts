/** The doors of pictures: bytes to one part and an answer to bytes; a whole picture out again. */
import type { Context } from 'hono';
import { mostPhotoBytes, PhotoHash } from '../../domain/photo.ts';
import { frame } from '../../sync/frame.ts';
import { photoMediaType } from '../../sync/protocol.ts';
import type { Host } from '../services/host.ts';
import type { Outcome } from '../services/outcome.ts';
import { putPhoto } from '../services/put-photo.ts';
import { showPhotoToPhone } from '../services/show-photo.ts';
import { bearerOf, mediaTypeOf, refuse } from './endpoint.ts';
import { apiHeaders } from './security-headers.ts';

export async function putPhotoDoor(context: Context, host: Host): Promise<Response> {
  const token = bearerOf(context);
  if (token === undefined) return refuse({ code: 'token-missing' });
  const hash = photoHashOf(context);
  if (hash === null) return refuse({ code: 'photo-unknown' });
  const offset = /^\d{1,6}$/.exec(context.req.query('offset') ?? '')?.[0];
  if (offset === undefined) return refuse({ code: 'photo-range-wrong' });
  if (mediaTypeOf(context) !== 'application/octet-stream') return refuse({ code: 'media-type-wrong' });
  const bytes = await readPart(context);
  if (bytes === null) return refuse({ code: 'photo-too-big' });
  const outcome = await putPhoto(host, token, { hash, offset: Number(offset), bytes });
  if (outcome.kind === 'refused') return refuse(outcome.problem);
  return new Response(frame(outcome.value), { headers: { ...apiHeaders, 'content-type': photoMediaType } });
}

/** The bytes that came before the link broke, if it did: they are kept like those of a part that ends there. Null when there are too many. */
async function readPart(context: Context): Promise<Uint8Array | null> {
  if (Number(context.req.header('content-length') ?? 0) > mostPhotoBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of (context.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > mostPhotoBytes) return null;
      chunks.push(chunk);
    }
  } catch {
    // Nobody waits for an answer any more.
  }
  return Buffer.concat(chunks);
}

export async function getPhotoDoor(context: Context, host: Host): Promise<Response> {
  const token = bearerOf(context);
  if (token === undefined) return refuse({ code: 'token-missing' });
  const hash = photoHashOf(context);
  return hash === null ? refuse({ code: 'photo-unknown' }) : answerPhoto(await showPhotoToPhone(host, token, hash));
}

export function photoHashOf(context: Context): PhotoHash | null {
  return PhotoHash.safeParse(context.req.param('hash')).data ?? null;
}

/** Named by its bytes, it never changes: a browser may keep it for a year, but only for whom it was sent to. */
export function answerPhoto(outcome: Outcome<Uint8Array<ArrayBuffer>>): Response {
  if (outcome.kind === 'refused') return refuse(outcome.problem);
  const bytes = outcome.value;
  return new Response(bytes, {
    headers: {
      'content-type': imageTypeOf(bytes),
      'content-length': String(bytes.length),
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      // Somebody's bytes: opened by themselves they are a picture, and nothing that runs.
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

/** By the bytes alone, whatever a phone said of them. */
function imageTypeOf(bytes: Uint8Array): string {
  const begins = (text: string, at = 0): boolean => [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  return begins('RIFF') && begins('WEBP', 8) ? 'image/webp' : 'application/octet-stream';
}
