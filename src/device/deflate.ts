/** HTTP's `deflate` is the zlib format, not the bare one. */

/** By the browser itself; every browser that has a `sync` event can. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Also in a browser that cannot: then a library is fetched once, which the worker could not do. */
export async function deflateAnywhere(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof CompressionStream !== 'undefined') return deflate(bytes);
  const { zlibSync } = await import('fflate');
  return new Uint8Array(zlibSync(bytes, { level: 9 }));
}
