/** The province's server as an administrator starts it: a process of its own, to be killed and started again. */
import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ProvinceServer {
  readonly port: number;
  readonly origin: string;
  /** The code behind the activation link that the first start printed, for the officer of unit c01. */
  readonly firstCode: string;
  /** The token behind the first-login link of the province's administrator. */
  readonly firstToken: string;
  /** SIGKILL: nothing is said good-bye to. */
  kill(): Promise<void>;
  /** Again, on the same folder and port. */
  start(): Promise<void>;
  /** A code for another officer or phone of a unit. */
  invite(unitId: string): Promise<string>;
  /** The first-login token of a further account at the desk. */
  addAccount(name: string, unitId: string): Promise<string>;
  /** Any command of the administrator, answered as JSON. */
  command(...words: string[]): Promise<Record<string, unknown>>;
  /** A further version of something published; see `tests/tools/publish-version.ts`. */
  publish(id: string, patch: string): Promise<void>;
  /** An officer goes to another unit, and the phone does not know. */
  moveOfficer(officerId: string, unitId: string): Promise<void>;
  /** Kills it and removes its folder. */
  dispose(): Promise<void>;
}

export async function provinceServer(): Promise<ProvinceServer> {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-province-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const environment = { ...process.env, DATA_DIR: folder, PORT: String(port), SEED: 'sample', PUBLIC_URL: '', HOST: '' };
  let child: ChildProcess | null = null;

  const start = async (): Promise<string> => {
    const started = spawn(process.execPath, ['src/server/start.ts', '--no-build'], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    return new Promise((resolve, reject) => {
      let said = '';
      const hear = (data: Buffer): void => {
        said += data.toString();
        // The last line of a start: the address alone, without a path.
        if (new RegExp(`${origin}\\s*$`, 'm').test(said)) resolve(said);
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.once('exit', () => reject(new Error(`The server ended before it listened:\n${said}`)));
    });
  };
  const kill = async (): Promise<void> => {
    const dying = child;
    child = null;
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      dying.once('exit', () => resolve());
      dying.kill('SIGKILL');
    });
  };
  const command = async (...words: string[]): Promise<Record<string, unknown>> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['src/server/cli.ts', ...words, '--json'], { cwd: root, env: environment });
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const linkEnd = async (...words: string[]): Promise<string> => {
    const answer = JSON.stringify(await command(...words));
    const found = /#(?:dau-tien=)?([\w-]+)"/.exec(answer)?.[1];
    if (found === undefined) throw new Error(`no link in ${answer}`);
    return found;
  };

  const said = await start();
  return {
    port,
    origin,
    firstCode: ending(said, /\/k#([0-9A-Z]+)/),
    firstToken: ending(said, /\/ban#dau-tien=([\w-]+)/),
    kill,
    start: async () => {
      await start();
    },
    invite: (unitId) => linkEnd('invite', '--unit', unitId),
    addAccount: (name, unitId) => linkEnd('admin', 'add', '--name', name, '--unit', unitId),
    command,
    publish: async (id, patch) => {
      await promisify(execFile)(process.execPath, ['tests/tools/publish-version.ts', folder, id, patch], { cwd: root, env: environment });
    },
    moveOfficer: async (officerId, unitId) => {
      await promisify(execFile)(process.execPath, ['tests/tools/move-officer.ts', folder, officerId, unitId], { cwd: root, env: environment });
    },
    dispose: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ending(said: string, pattern: RegExp): string {
  const found = pattern.exec(said)?.[1];
  if (found === undefined) throw new Error(`The server printed no ${String(pattern)}:\n${said}`);
  return found;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
