/** What a screen may use of the phone: its stores, the sync runner, the update. Opened once a page. */
import { watchForUpdate } from '../device/app-update.ts';
import type { AppUpdate } from '../device/app-update.ts';
import { openMirror } from '../device/mirror.ts';
import type { Mirror } from '../device/mirror.ts';
import { openNotebook } from '../device/notebook.ts';
import type { Notebook } from '../device/notebook.ts';
import { openPhotos } from '../device/photos.ts';
import type { Photos } from '../device/photos.ts';
import { syncRunner } from '../device/sync-runner.ts';
import type { SyncRunner } from '../device/sync-runner.ts';
import { overWifiOnly } from '../device/wifi-only.ts';

export interface Hands {
  readonly notebook: Notebook;
  readonly mirror: Mirror;
  readonly photos: Photos;
  readonly runner: SyncRunner;
  readonly update: AppUpdate;
}

/** @throws StoreTrouble when a store cannot be opened. */
export async function openHands(): Promise<Hands> {
  const [notebook, mirror] = await Promise.all([openNotebook(), openMirror()]);
  const photos = openPhotos();
  const runner = syncRunner({ notebook, mirror, photos: overWifiOnly(photos, photos.isWifiOnly) });
  return { notebook, mirror, photos, runner, update: watchForUpdate({ whenQuiet: () => runner.whenQuiet() }) };
}
