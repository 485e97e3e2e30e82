/**
 * What the province does when an officer goes to another unit: `node tests/tools/move-officer.ts <data folder> <officer> <unit>`. The
 * phone knows nothing of it until it is activated again.
 */
import { join } from 'node:path';
import { OfficerId, UnitId } from '../../src/domain/id.ts';
import { prepareStore } from '../../src/server/services/prepare-store.ts';
import { openSqliteStorage } from '../../src/server/storage/sqlite.ts';

const [, , folder = '', officer = '', unit = ''] = process.argv;
const storage = await openSqliteStorage(join(folder, 'so-tay.sqlite'));
try {
  await prepareStore(storage);
  await storage.transaction(async (page) => {
    const [known] = await page.officers([OfficerId.parse(officer)]);
    if (!known) throw new Error(`there is no officer ${officer}`);
    await page.putOfficers([{ ...known, unitId: UnitId.parse(unit) }]);
  });
} finally {
  await storage.close();
}
