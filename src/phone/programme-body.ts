/** A programme as it was stored, read by the pages that show one. */
import { Programme } from '../domain/programme.ts';
import type { ProgrammeBody } from './record-view.ts';

/** Null when a later version wrote it in a shape of its own. */
export function programmeIn(stored: ProgrammeBody | null): Programme | null {
  return stored && (Programme.safeParse(stored.body).data ?? null);
}
