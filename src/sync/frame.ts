/**
 * One message as text, and back. The last field is a checksum over everything before it: a body may be cut,
 * doubled or altered on its way (SPEC.md F1), and small bodies travel without a compressor's own checksum.
 */

/** @param message a JSON object with at least one field. */
export function frame(message: object): string {
  const text = JSON.stringify(message);
  const head = text.slice(0, -1);
  return `${head},"sum":"${checksum(head)}"}`;
}

/** The value, or null when the text is not a whole message with its right sum. */
export function unframe(text: string): unknown {
  const tail = /,"sum":"([0-9a-f]{8})"\}\s*$/.exec(text);
  if (!tail) return null;
  const head = text.slice(0, tail.index);
  if (checksum(head) !== tail[1]) return null;
  try {
    return JSON.parse(`${head}}`) as unknown;
  } catch {
    return null;
  }
}

/** FNV-1a, 32 bits, over UTF-16 code units: no defence against malice (TLS is), only against accidents. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
