import { deskWords as words } from '../../i18n/desk-words.ts';
import type { Refusal } from '../api.ts';

/** The sentence and the next step: the server's own, or ours where it could not speak. */
export function refusalWords(refusal: Refusal): { readonly sentence: string; readonly next: string } {
  if (refusal.code === 'unreachable') return { sentence: words.unreachable, next: words.unreachableNext };
  if (refusal.code === 'unreadable') return { sentence: words.unreadable, next: words.unreadableNext };
  return { sentence: refusal.title, next: refusal.next };
}
