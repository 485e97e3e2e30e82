/** A question that an officer was asked and has answered, as the statement that a reviewer reads. */

/**
 * The first sentence of a check: what follows asks the officer (“Số này đúng chứ?”), and the officer has answered.
 * A bracket whose blank cannot be filled where it is read is left out; elsewhere such a blank becomes dots.
 */
export function statementOf(sentence: string): string {
  const known = sentence.replaceAll(/\s*\([^()]*\{\w+\}[^()]*\)/g, '').replaceAll(/\{\w+\}/g, '…');
  return /^.*?[.?](?=\s|$)/.exec(known)?.[0] ?? known;
}
