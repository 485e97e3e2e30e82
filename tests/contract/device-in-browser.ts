/** The contracts of the phone's stores, bundled for a real browser: `deviceContract.run(suite, index)`. */
import { openNotebook } from '../../src/device/notebook.ts';
import { troubleOf } from '../../src/device/trouble.ts';
import type { RecordId } from '../../src/domain/id.ts';
import type { TroubleCode } from '../../src/device/trouble.ts';
import { aDraft } from '../make/draft.ts';
import { aChangeId, anActivity, aUnitId } from '../make/record.ts';
import { notebookFileCases, notebookFiles } from '../device/notebook.cases.ts';
import { diskMirrorSubject, diskNotebookSubject, diskPhotosSubject, refusePuts } from './device-subjects.ts';
import { storeCases } from '../device/store.cases.ts';
import { mirrorCases } from './mirror.contract.ts';
import { notebookCases } from './notebook.contract.ts';
import { photosPortCases, photoStoreCases } from './photos.contract.ts';

export const deviceSuites = { notebook: notebookCases, mirror: mirrorCases, files: notebookFileCases, store: storeCases, photos: [...photosPortCases, ...photoStoreCases] } as const;
export type DeviceSuite = keyof typeof deviceSuites;

export interface DeviceContract {
  run(suite: DeviceSuite, index: number): Promise<void>;
  /** Saves large changes until the browser refuses one, 400 at most. */
  saveUntilFull(): Promise<{ readonly refusedBy: TroubleCode | null; readonly savedCount: number; readonly keptCount: number; readonly seq: number }>;
}

/** Chance, because the browser's store compresses: a long row of one letter takes no room. */
function large(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(25_000)), (byte) => byte.toString(16)).join('');
}

export const deviceContract: DeviceContract = {
  run: async (suite, index) => {
    if (suite === 'notebook') await notebookCases[index]?.run(await diskNotebookSubject());
    else if (suite === 'mirror') await mirrorCases[index]?.run(await diskMirrorSubject());
    else if (suite === 'photos') await [...photosPortCases, ...photoStoreCases][index]?.run(await diskPhotosSubject());
    else if (suite === 'store') await storeCases[index]?.run(`store-${index}`);
    else await notebookFileCases[index]?.run(await notebookFiles(`files-${index}`, refusePuts));
  },
  saveUntilFull: async () => {
    const notebook = await openNotebook({ name: 'full' });
    const { seq: before } = await notebook.head();
    let savedCount = 0;
    let refusedBy: TroubleCode | null = null;
    while (refusedBy === null && savedCount < 400) {
      const changeId = aChangeId(before + savedCount + 1);
      try {
        await notebook.submit({
          changeId, recordId: changeId as string as RecordId, scope: aUnitId, kind: 'activity', base: null, body: { ...anActivity(), large: large() }, draftId: null,
          draft: aDraft(), savedAtMs: 0,
        });
        savedCount += 1;
      } catch (error) {
        refusedBy = troubleOf(error).code;
      }
    }
    return { refusedBy, savedCount, keptCount: (await notebook.entries({ limit: 1_000 })).length, seq: (await notebook.head()).seq };
  },
};
Object.assign(globalThis, { deviceContract });

// In a worker: one case a message, answered by what went wrong, or by nothing.
if ('WorkerGlobalScope' in globalThis) {
  addEventListener('message', (event: MessageEvent<readonly [DeviceSuite, number]>) => {
    deviceContract.run(...event.data).then(
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its owner alone
      () => postMessage(''),
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- as above
      (error: unknown) => postMessage(String(error)),
    );
  });
}
