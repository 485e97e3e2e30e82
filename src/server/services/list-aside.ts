/** “Cần xử lý ở tỉnh”: what units sent and no list of records holds, because a rule, an unknown shape or a lost leave stopped it. */
import { Activity } from '../../domain/activity.ts';
import { DeskAside, mostAside } from '../../sync/desk-protocol.ts';
import type { RawChange } from '../../sync/ports.ts';
import { Change } from '../../sync/protocol.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Asker } from './log-in.ts';
import { visibleUnits } from './subtree.ts';

/** Newest first. A refused change whose record was received after all is settled, and left out; a quarantined one never is. */
export async function listAside(page: StoragePage, asker: Asker): Promise<DeskAside> {
  const names = new Map((await visibleUnits(page, asker)).map(({ id, name }) => [id, name]));
  const changes = (await page.changesSetAside()).filter(({ scope }) => names.has(scope)).toReversed();
  const open: RawChange[] = [];
  const seen = new Set<string>();
  for (const change of changes) {
    // A record that was sent again and refused again waits once.
    if (seen.has(change.recordId)) continue;
    seen.add(change.recordId);
    // oxlint-disable-next-line no-await-in-loop -- few, and one transaction reads them in turn
    if (change.verdict.code === 'quarantined' || !(await page.record(change.recordId))) open.push(change);
  }
  const shown = open.slice(0, mostAside);
  const officers = await page.officers([...new Set(shown.map(({ officerId }) => officerId))]);
  return DeskAside.parse({
    total: open.length,
    items: shown.map((change) => ({
      ...wordsOf(change.text), changeId: change.changeId, unitName: names.get(change.scope), code: change.verdict.code,
      officerName: officers.find(({ id }) => id === change.officerId)?.name ?? '', receivedAt: change.receivedAt,
      problems: change.verdict.code === 'returned' ? change.verdict.problems : [], reason: 'reason' in change.verdict ? change.verdict.reason : '',
    })),
  });
}

/** Title and day where it can be read as an activity; of anything else neither. */
function wordsOf(text: string): { readonly title: string; readonly heldOn: string | null } {
  const change = Change.safeParse(JSON.parse(text));
  const activity = Activity.safeParse(change.data?.body);
  return activity.success ? { title: activity.data.title, heldOn: activity.data.heldOn } : { title: '', heldOn: null };
}
