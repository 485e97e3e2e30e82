import type { Hands } from '../hands.ts';

/** Pictures wait for Wi-Fi from now on, or no longer: then what has waited goes at once. */
export async function choosePhotoNetwork({ photos, runner }: Hands, isWifiOnly: boolean): Promise<void> {
  await photos.setWifiOnly(isWifiOnly);
  if (!isWifiOnly) runner.nudge('online');
}
