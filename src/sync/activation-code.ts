/** The code on paper. Apart from the schemas, because the first page needs it before anything else has arrived. */

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or off paper has one spelling. */
export const activationAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const activationCodeLength = 8;

/**
 * The code as the server knows it, from what was typed or read off a link: small letters, dashes and spaces are
 * accepted, O is 0, I and L are 1. Null when it cannot be a code.
 */
export function foldActivationCode(typed: string): string | null {
  const folded = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s‐-―.\-_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (folded.length !== activationCodeLength) return null;
  return [...folded].every((character) => activationAlphabet.includes(character)) ? folded : null;
}
