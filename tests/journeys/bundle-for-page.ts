/** A module of ours as one script for a real browser. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @param input beside this folder, such as `../contract/device-in-browser.ts`. */
export async function bundleForPage(input: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(input, import.meta.url)),
        output: { codeSplitting: false },
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const output = Array.isArray(result) ? result[0]?.output : 'output' in result ? result.output : undefined;
  const chunk = output?.[0];
  if (!chunk) throw new Error('nothing was bundled');
  return chunk.code;
}
