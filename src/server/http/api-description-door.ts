/** Hands out the description of the doors: the same for everybody, so whoever asks may keep it for a while. */
import type { Context } from 'hono';
import { sha256 } from '../seals.ts';
import { apiDescription } from './api-description.ts';

const keepSeconds = 3_600;

/** @returns the door; the description is made at the first knock, and then kept. */
export function apiDescriptionDoor(): (context: Context) => Response {
  let made: { readonly text: string; readonly tag: string } | null = null;
  return (context) => {
    if (made === null) {
      const text = JSON.stringify(apiDescription());
      made = { text, tag: `"${sha256(text).slice(0, 16)}"` };
    }
    const headers = { 'cache-control': `public, max-age=${keepSeconds}`, 'x-content-type-options': 'nosniff', etag: made.tag };
    if (context.req.header('if-none-match') === made.tag) return new Response(null, { status: 304, headers });
    return new Response(made.text, { headers: { ...headers, 'content-type': 'application/json' } });
  };
}
