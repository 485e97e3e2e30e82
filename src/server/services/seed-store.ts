/** What an empty store is filled with at the first start, and the two links that are printed then, once. */
import type { UnitId } from '../../domain/id.ts';
import { sampleWords } from '../../i18n/server-words.ts';
import { firstEpoch } from '../../sync/restore.ts';
import type { Seed } from '../config.ts';
import { newEpochId } from '../seals.ts';
import { addAccount } from './add-account.ts';
import type { Host } from './host.ts';
import { inviteOfficer } from './invite-officer.ts';
import type { Invitation } from './invite-officer.ts';
import { seedContent, seedProvince } from './seed-content.ts';
import { seedSample } from './seed-sample.ts';

export interface FirstLinks {
  readonly accountName: string;
  readonly loginToken: string;
  /** Only the sample has officers. */
  readonly invitation: Invitation | null;
}

const firstLinksMs = 24 * 3_600_000;
const sampleUnitId = 'c01' as UnitId;

/** All in one transaction: a start that was cut short begins anew, and nothing stands there twice. */
export function seedStore(host: Host, seed: Seed): Promise<FirstLinks> {
  return host.storage.transaction(async (page) => {
    // What opens a transaction of its own joins this one.
    const joined: Host = { ...host, storage: { transaction: (work) => work(page), close: () => host.storage.close() } };
    await page.beginEpoch(firstEpoch({ mark: host.seals.mark, newEpochId }));
    if (seed === 'sample') await seedSample(page, host);
    if (seed === 'content') await seedContent(page, host, false);
    const province = await seedProvince(page);
    const account = await addAccount(joined, sampleWords.account, province.id, firstLinksMs, 'start', seed === 'sample' ? sampleWords.accountShown : '');
    if (account.kind !== 'added') throw new Error(`The first account could not be made: ${account.kind}`);
    const invite = seed === 'sample' ? await inviteOfficer(joined, sampleUnitId, null, firstLinksMs, 'start') : null;
    return { accountName: account.name, loginToken: account.token, invitation: invite?.kind === 'invited' ? invite.invitation : null };
  });
}
