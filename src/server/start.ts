/** `npm start`: builds the app, opens the store, prints what an administrator needs, serves. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dateText } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { startWords } from '../i18n/server-words.ts';
import { sampleWorkingDay } from '../content/publications-2020.ts';
import { linkBase, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { readStaticFiles } from './http/static-files.ts';
import { serve } from './serve.ts';
import type { RunningServer } from './serve.ts';
import { firstLoginLink } from './services/add-account.ts';
import { activationLink } from './services/invite-officer.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const builtFolder = join(root, 'dist');
const leastNode = 24;

process.exitCode = await start(process.argv.slice(2));

/** @returns the exit code: 0 while serving, 1 when refused. */
async function start(words: readonly string[]): Promise<number> {
  console.log(say(startWords.node, { version: process.version }));
  if (Number(process.versions.node.split('.')[0]) < leastNode) return refuse(say(startWords.nodeTooOld, { version: process.version }));
  const read = readConfig(process.env);
  if (read.kind === 'refused') return refuse(say(startWords.configWrong, { variable: read.variable }));
  if (!words.includes('--no-build') && !build()) return refuse(startWords.buildFailed);
  if (!existsSync(join(builtFolder, 'index.html'))) return refuse(say(startWords.buildMissing, { folder: builtFolder }));

  const outcome = await serve(read.config, readStaticFiles(builtFolder), reportTrouble);
  if (outcome.kind === 'store-held') return refuse(say(startWords.storeHeld, { folder: read.config.dataFolder }));
  if (outcome.kind === 'half-restored') return refuse(say(startWords.halfRestored, { path: read.config.databasePath }));
  if (outcome.kind === 'port-taken') return refuse(say(startWords.portTaken, { port: read.config.port }));
  greet(outcome.server, read.config);
  stopOnSignal(outcome.server);
  return 0;
}

function greet(server: RunningServer, config: Config): void {
  const base = linkBase({ ...config, port: server.port });
  const links = server.firstLinks;
  if (links) {
    if (links.invitation) console.log(say(startWords.sampleSeeded, { day: dateText(sampleWorkingDay) }));
    console.log(`\n${say(startWords.firstLogin, { name: links.accountName })}\n  ${firstLoginLink(base, links.loginToken)}`);
    if (links.invitation) {
      const { officer, unit, code } = links.invitation;
      console.log(`\n${say(startWords.activation, { officer: officer.name, unit: unit.name })}\n  ${activationLink(base, code)}`);
    }
    console.log('');
  }
  console.log(say(startWords.listening, { url: base }));
}

/** In a process of its own: what a builder takes of memory would stay with the server. */
function build(): boolean {
  console.log(startWords.building);
  const vite = fileURLToPath(import.meta.resolve('vite'));
  const command = join(vite.slice(0, vite.lastIndexOf(`${sep}dist${sep}`)), 'bin', 'vite.js');
  const { status } = spawnSync(process.execPath, [command, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  return status === 0;
}

/** What somebody wrote may stand in an error's text, so only its kind and place are told. */
function reportTrouble(error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  console.error(say(startWords.trouble, { kind }));
  if (error instanceof Error) console.error(error.stack?.split('\n').filter((line) => line.startsWith('    at ')).join('\n'));
}

function stopOnSignal(server: RunningServer): void {
  const stop = () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    console.log(startWords.stopping);
    void server.close().catch(reportTrouble);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 1;
}
