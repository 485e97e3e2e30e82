/** Đường dẫn: a link to what was published, on pages of the union, of offices or of the press; never to a person's page. */
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

export type LinkEntry = { readonly link: string } | { readonly problem: Problem };

export const mostLinkLength = 300;

/** On Facebook a page's name stands first; these stand first where a person, a group or nobody in particular is meant. */
const notPages: ReadonlySet<string> = new Set([
  'profile.php', 'people', 'groups', 'messages', 'friends', 'permalink.php', 'story.php', 'stories', 'photo.php', 'photo', 'photos',
  'watch', 'reel', 'reels', 'share', 'sharer', 'sharer.php', 'l.php', 'login', 'login.php', 'home.php', 'hashtag', 'marketplace',
  'events', 'gaming', 'media', 'me', 'notes', 'public', 'search',
]);

/**
 * Reads what was typed or pasted: white space around it goes, `https://` is put before a bare address, and the marks
 * by which a network follows a reader (`fbclid`, `utm_…`) are cut off. An empty text stays empty.
 * @param hosts see `Setting.linkHosts`. Problems: those of `linkProblem`.
 */
export function readLink(text: string, hosts: readonly string[]): LinkEntry {
  const typed = text.trim();
  if (typed === '') return { link: '' };
  const link = withoutTracking(/^[a-z]+:/i.test(typed) ? typed : `https://${typed}`);
  const found = linkProblem(link, hosts);
  return found === null ? { link } : { problem: found };
}

/**
 * Problems at `link`: `link-bad` (no https address), `link-foreign` (a host that is not on the list, or an address of
 * Facebook that is not clearly the page of an organisation), `text-too-long`. Null when the link is empty or fine.
 */
export function linkProblem(link: string, hosts: readonly string[]): Problem | null {
  if (link === '') return null;
  if (link.length > mostLinkLength) return problem('text-too-long', 'link', { max: mostLinkLength });
  // No user name, no port, no other alphabet before the first slash: what is read there is where it leads.
  const parts = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#]([^\s<>"\\]*))?$/i.exec(link);
  if (parts === null) return problem('link-bad', 'link');
  const host = (parts[1] ?? '').toLowerCase();
  const listed = hosts.find((one) => host === one || host.endsWith(`.${one}`));
  if (listed === undefined) return problem('link-foreign', 'link', { host });
  if (listed === 'facebook.com' && !isPage(parts[2] ?? '')) return problem('link-foreign', 'link', { host });
  return null;
}

function isPage(path: string): boolean {
  const [first = ''] = path.split(/[/?#]/);
  const name = first.toLowerCase();
  return /^[a-z0-9.-]{3,80}$/.test(name) && !notPages.has(name);
}

function withoutTracking(link: string): string {
  const mark = link.indexOf('?');
  if (mark < 0) return link;
  const [query = '', ...anchor] = link.slice(mark + 1).split('#');
  const kept = query.split('&').filter((part) => !/^(fbclid|utm_[a-z]+|mibextid)=/i.test(part)).join('&');
  return link.slice(0, mark) + (kept === '' ? '' : `?${kept}`) + (anchor.length > 0 ? `#${anchor.join('#')}` : '');
}
