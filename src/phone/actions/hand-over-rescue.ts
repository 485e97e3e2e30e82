/** Whatever of the notebook can still be read leaves the phone as a file. Nothing on the phone is changed by it. */
import { rescuedFile } from '../../device/rescue.ts';
import { rescueWords as words } from '../../i18n/rescue-words.ts';
import { say } from '../../i18n/say.ts';
import { instantOf } from '../../domain/time.ts';
import { bundleFileEnding, bundleName } from '../../sync/bundle.ts';
import { handOn } from '../parts/hand-on.ts';

/** @returns the sentence to show; empty when the share sheet was closed. */
export async function handOverRescue(): Promise<string> {
  try {
    const nowMs = Date.now();
    const rescued = await rescuedFile(nowMs);
    if (!rescued) return words.nothing;
    const { bytes, rowCount, isWhole, isSealed } = rescued;
    const file = `${bundleName('cuu', instantOf(nowMs))}${isSealed ? bundleFileEnding : '.json'}`;
    await handOn(new File([bytes], file, { type: isSealed ? 'application/octet-stream' : 'application/json' }));
    if (!isWhole) return say(isSealed ? words.sealedPart : words.openPart, { file, count: rowCount });
    return say(isSealed ? words.sealed : words.open, { file, count: rowCount });
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? '' : words.failed;
  }
}
