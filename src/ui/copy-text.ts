/**
 * Copies a text, or marks the element that shows it where the browser refuses, so that a long press does the rest.
 * @param shown the element with that very text. Answers whether it lies on the clipboard now. Call on a tap.
 */
export async function copyText(text: string, shown: Element | null): Promise<boolean> {
  // Absent on plain http and in some in-app browsers, whatever the types say.
  const clipboard = (navigator as { clipboard?: Pick<Clipboard, 'writeText'> }).clipboard;
  const isCopied = (await clipboard?.writeText(text).then(() => true, () => false)) ?? false;
  if (!isCopied && shown) getSelection()?.selectAllChildren(shown);
  return isCopied;
}
