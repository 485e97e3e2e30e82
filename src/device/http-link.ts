/** The way to the server by HTTP: a frame goes out deflated, a whole answer comes back or silence. */
import type { LinkPort, PhotoLinkPort } from '../sync/ports.ts';
import { problemMediaType } from '../sync/problem-reply.ts';
import { exchangeMediaType, photoMediaType } from '../sync/protocol.ts';
import { post } from './post.ts';

/** Under this a compressor's own frame costs more than it saves. */
const leastDeflatedBytes = 150;

export interface HttpLinkOptions {
  readonly token: string;
  /** The browser's own, unless a test brings another. */
  readonly fetch?: typeof globalThis.fetch;
}

export function httpLink({ token, fetch = (...request) => globalThis.fetch(...request) }: HttpLinkOptions): LinkPort {
  return {
    exchange: async (body) => {
      try {
        const packed = await pack(body);
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

async function pack(text: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; encoding: string | null }> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length < leastDeflatedBytes) return { bytes, encoding: null };
  return { bytes: await deflate(bytes), encoding: 'deflate' };
}

/** HTTP's `deflate` is the zlib format, not the bare one. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof CompressionStream === 'undefined') {
    const { zlibSync } = await import('fflate');
    return new Uint8Array(zlibSync(bytes, { level: 9 }));
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
