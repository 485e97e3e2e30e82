/** The activation code in its box: as it is printed, K7M2-9QXP, whatever way it is typed. */
import { activationAlphabet, activationCodeLength } from '../../../sync/activation-code.ts';

const half = activationCodeLength / 2;

/**
 * What stands in the box after typing or pasting: capitals, a dash in the middle, look-alikes folded (O is 0, I and L
 * are 1), marks of a Vietnamese keyboard taken off again. A pasted link gives its code alone.
 */
export function codeText(typed: string): string {
  const kept = charactersOf(typed).slice(0, activationCodeLength);
  return kept.length > half ? `${kept.slice(0, half)}-${kept.slice(half)}` : kept;
}

/** How many characters are still missing; negative when there were too many. */
export function missingCount(typed: string): number {
  return activationCodeLength - charactersOf(typed).length;
}

/** The code that a link carries after its `#`, or an empty text. */
export function codeInHash(hash: string): string {
  return codeText(hash.replace(/^#/, ''));
}

function charactersOf(typed: string): string {
  const afterHash = typed.slice(typed.lastIndexOf('#') + 1);
  const plain = afterHash.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().replaceAll('Đ', 'D').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return [...plain].filter((character) => activationAlphabet.includes(character)).join('');
}
