/**
 * One request over a link of the mountains, which drops, stalls and lies: whatever does not arrive whole is silence,
 * and silence proves nothing (SPEC.md §5).
 */
import type { LinkAnswer } from '../sync/ports.ts';

const smallBodyBytes = 4_096;
/** A small body that is not answered by then is on a link that shows bars and carries nothing. */
const smallPatienceMs = 9_000;
const patienceMs = 20_000;
/** Once it flows, an answer may take as long as it likes, but not pause for longer than this. */
const pauseMs = 20_000;

/**
 * One request with a body, answered only when the whole reply has arrived in time.
 * @param expected media types worth reading; the text of anything else (a portal's page) is not even fetched.
 */
export async function post(
  fetch: typeof globalThis.fetch,
  path: string,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array<ArrayBuffer>,
  expected: readonly string[],
  method: 'POST' | 'PUT' = 'POST',
): Promise<LinkAnswer> {
  const patience = new AbortController();
  let timer = setTimeout(() => patience.abort(), patienceFor(bytes.length));
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: bytes,
      signal: patience.signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // A portal redirects to its own page. Followed, that would look like silence; held, it can be told to the officer.
      redirect: 'manual',
    });
    if (response.type === 'opaqueredirect') return { kind: 'answer', status: 302, mediaType: 'text/html', text: '' };
    const mediaType = response.headers.get('Content-Type') ?? '';
    if (!expected.some((each) => mediaType.startsWith(each))) {
      patience.abort();
      return { kind: 'answer', status: response.status, mediaType, text: '' };
    }
    const text = await readWhole(response, () => {
      clearTimeout(timer);
      timer = setTimeout(() => patience.abort(), pauseMs);
    });
    return { kind: 'answer', status: response.status, mediaType, text };
  } catch {
    return { kind: 'silence' };
  } finally {
    clearTimeout(timer);
  }
}

/** A body grows by at least a kilobyte a second on the slowest link that is worth waiting for. */
function patienceFor(byteCount: number): number {
  return byteCount < smallBodyBytes ? smallPatienceMs : patienceMs + byteCount;
}

async function readWhole(response: Response, onProgress: () => void): Promise<string> {
  onProgress();
  if (!response.body) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    onProgress();
    text += decoder.decode(value, { stream: true });
  }
}
