/** A server as a process of its own, to be killed: `node server-process.ts FOLDER` prints its port and a code once. */
import { readConfig } from '../../src/server/config.ts';
import { serve } from '../../src/server/serve.ts';

const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: process.argv[2] ?? '', SEED: 'sample' });
if (config.kind !== 'done') throw new Error(config.variable);
const outcome = await serve(config.config, new Map(), (error) => console.error(error));
if (outcome.kind !== 'running') throw new Error(outcome.kind);
console.log(JSON.stringify({ port: outcome.server.port, code: outcome.server.firstLinks?.invitation?.code ?? null }));
