/**
 * Speaks one message of a catalogue. A message is a whole sentence with named blanks: `Còn {days} ngày`.
 * Sentences are never put together from pieces, because Vietnamese word order would not survive it.
 */

type BlankOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | BlankOf<Rest> : never;

/** The blanks of a message, by name; the compiler asks for exactly these. */
export type Blanks<Text extends string> = Readonly<Record<BlankOf<Text>, string | number>>;

/**
 * @param message a text of a catalogue; @param blanks what stands in its blanks, already formatted
 * (numbers through `format.ts` where they may pass 999).
 */
export function say<const Text extends string>(
  message: Text, ...blanks: [BlankOf<Text>] extends [never] ? [] : [Blanks<Text>]
): string {
  return fill(message, blanks[0] ?? {});
}

/**
 * The same for a sentence that arrives as data (a check of a published form), whose blanks the compiler cannot know.
 * A blank without a value stays as it is, so that a wrong publication is seen rather than hidden.
 */
export function fill(sentence: string, blanks: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(blanks, name) ? String(blanks[name]) : whole);
}
