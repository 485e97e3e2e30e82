/**
 * When the phone may be asked to be installed: after something worth keeping was done, never on opening; again after
 * three more saves; three times in all. Then the officer has answered.
 */

export interface InstallAsking {
  readonly askedCount: number;
  /** Saves since the last time it was asked. */
  readonly saveCount: number;
  /** What was last met, so that a page seen twice is one occasion: an activation, or a record's id. */
  readonly occasion: string;
  /** Whether the card stands on that occasion's page. */
  readonly isShown: boolean;
}

export const neverAsked: InstallAsking = { askedCount: 0, saveCount: 0, occasion: '', isShown: false };

const mostAsks = 3;
const savesBetween = 3;

/** @param occasion a name of one word; the same name again changes nothing. */
export function meetOccasion(asking: InstallAsking, occasion: string): InstallAsking {
  if (occasion === asking.occasion) return asking;
  const saveCount = asking.saveCount + 1;
  const isDue = asking.askedCount === 0 || saveCount >= savesBetween;
  if (!isDue || asking.askedCount >= mostAsks) return { ...asking, saveCount, occasion, isShown: false };
  return { askedCount: asking.askedCount + 1, saveCount: 0, occasion, isShown: true };
}

/** The officer said later, or the browser's own question was answered with no. */
export function putOff(asking: InstallAsking): InstallAsking {
  return { ...asking, isShown: false };
}

/** As one line of text for a store of texts. */
export function writtenAsking({ askedCount, saveCount, occasion, isShown }: InstallAsking): string {
  return [askedCount, saveCount, isShown ? 1 : 0, occasion].join(' ');
}

/** What `writtenAsking` wrote; anything else counts as never asked. */
export function readAsking(text: string | null): InstallAsking {
  const [, asked, saves, shown, occasion] = /^(\d{1,4}) (\d{1,4}) ([01]) (\S*)$/.exec(text ?? '') ?? [];
  if (asked === undefined || saves === undefined || occasion === undefined) return neverAsked;
  return { askedCount: Number(asked), saveCount: Number(saves), occasion, isShown: shown === '1' };
}
