/** One-way functions for the simulated world: quick rather than strong, since nobody attacks it. */
export function quickHash(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x1b873593;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ (code + index), 0x5bd1e995);
  }
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}

export function quickMark(text: string): string {
  return quickHash(`the server's secret ${text}`);
}
