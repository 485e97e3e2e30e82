/** The way to the server by HTTP: a frame goes out deflated, a whole answer comes back or silence. */
import type { LinkPort, PhotoLinkPort } from '../sync/ports.ts';
import { problemMediaType } from '../sync/problem-reply.ts';
import { exchangeMediaType, photoMediaType } from '../sync/protocol.ts';
import { deflateAnywhere } from './deflate.ts';
import { post } from './post.ts';

/** Under this a compressor's own frame costs more than it saves. */
const leastDeflatedBytes = 150;

export interface HttpLinkOptions {
  readonly token: string;
  /** The browser's own, unless a test brings another. */
  readonly fetch?: typeof globalThis.fetch;
}

export function httpLink(options: HttpLinkOptions): LinkPort {
  return linkWith(options, deflateAnywhere);
}

/** @param deflate how bodies are made smaller: the worker brings the browser's own alone, a library would weigh on it. */
export function linkWith({ token, fetch = (...request) => globalThis.fetch(...request) }: HttpLinkOptions, deflate: Deflate): LinkPort {
  return {
    exchange: async (body) => {
      try {
        const packed = await pack(body, deflate);
        const headers: Record<string, string> = { Authorization: `Bearer ${token}`, 'Content-Type': exchangeMediaType };
        if (packed.encoding !== null) headers['Content-Encoding'] = packed.encoding;
        return await post(fetch, '/api/exchange', headers, packed.bytes, [exchangeMediaType, problemMediaType]);
      } catch {
        return { kind: 'silence' };
      }
    },
  };
}

/** One part of a picture as it is: a JPEG or WebP would only grow in a compressor. */
export function photoLink({ token, fetch = (...request) => globalThis.fetch(...request) }: HttpLinkOptions): PhotoLinkPort {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' };
  return {
    putPhoto: (hash, offset, bytes) => post(fetch, `/api/photos/${hash}?offset=${offset}`, headers, bytes, [photoMediaType, problemMediaType], 'PUT'),
  };
}

type Deflate = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

async function pack(text: string, deflate: Deflate): Promise<{ bytes: Uint8Array<ArrayBuffer>; encoding: string | null }> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length < leastDeflatedBytes) return { bytes, encoding: null };
  return { bytes: await deflate(bytes), encoding: 'deflate' };
}
