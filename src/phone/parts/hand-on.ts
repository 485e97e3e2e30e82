/**
 * A file leaves the app: to the phone's share sheet where that takes such files, else among the downloads.
 * @param text goes with it into a chat. @returns whether it was shared. Throws `AbortError` when the officer closes the
 * share sheet.
 */
export async function handOn(file: File, text?: string): Promise<boolean> {
  if (await isShared(file, text)) return true;
  download(file);
  return false;
}

async function isShared(file: File, text: string | undefined): Promise<boolean> {
  // A mouse has a folder of downloads at hand; a thumb has Zalo.
  if (!matchMedia('(pointer: coarse)').matches || typeof navigator.canShare !== 'function' || !navigator.canShare({ files: [file] })) return false;
  try {
    await navigator.share({ files: [file], ...(text === undefined ? {} : { text }) });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    // Some phones say that they can, and then cannot; a long list may outlive the tap that asked for it.
    return false;
  }
}

function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  // Not inside the app: its router takes a link of our own origin for a page, and a blob's origin is ours.
  document.body.append(link);
  link.click();
  link.remove();
  // Slow phones read the file after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
