/** The shipped server in a process of its own, told what to do by its parent: it is measured from outside. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/server/config.ts';
import { readStaticFiles } from '../../src/server/http/static-files.ts';
import { serve } from '../../src/server/serve.ts';
import type { Usage } from './measure.ts';

const built = fileURLToPath(new URL('../../dist/', import.meta.url));
const read = readConfig(process.env);
if (read.kind === 'refused') throw new Error(read.variable);
const files = existsSync(join(built, 'index.html')) ? readStaticFiles(built) : new Map();
const outcome = await serve(read.config, files, (error) => console.error(error));
if (outcome.kind !== 'running') throw new Error(outcome.kind);
process.send?.({ port: outcome.server.port });

process.on('message', (word) => {
  if (word === 'usage') {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage: Usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, residentBytes: process.memoryUsage.rss(), mostResidentBytes: maxRSS * 1024 };
    process.send?.(usage);
  }
});
process.on('disconnect', () => process.exit());
