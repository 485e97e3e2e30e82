/**
 * `npm test`: everything, in order, on a machine that has Node and nothing else. Stops at the first phase that fails.
 * The last line is `N passed, N failed`. While working: `node tests/run.ts --only types,lint`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { findChromium } from './tools/chromium.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Skipped, pending or to-do: a promise nobody kept. */
  readonly skipped: number;
}

interface Phase {
  readonly name: string;
  /** Package, its command, and the arguments; `report` is where the counts will stand. */
  readonly command: (report: string) => readonly [packageName: string, command: string, ...rest: string[]];
  readonly counts?: (report: string) => Counts;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const leastNode = 24;

const phases: readonly Phase[] = [
  { name: 'types', command: () => ['typescript', 'tsc', '--build'] },
  { name: 'lint', command: () => ['oxlint', 'oxlint', '--deny-warnings'] },
  { name: 'unit', command: (report) => vitest('unit', report), counts: vitestCounts },
  { name: 'build', command: () => ['vite', 'vite', 'build'] },
  { name: 'built', command: (report) => vitest('built', report), counts: vitestCounts },
  {
    name: 'journeys',
    command: () => ['@playwright/test', 'playwright', 'test', '--config', 'tests/journeys/playwright.config.ts', '--reporter', 'list,json'],
    counts: playwrightCounts,
  },
];

process.exitCode = main(process.argv.slice(2));

function main(words: readonly string[]): number {
  if (Number(process.versions.node.split('.')[0]) < leastNode) {
    console.error(`Node ${leastNode} or newer is needed; this is ${process.version}. Run “npm ci” and then “npm test”, which bring it along on Linux and Windows.`);
    return 1;
  }
  const only = words[0] === '--only' ? (words[1] ?? '').split(',') : undefined;
  const unknown = only?.filter((name) => !phases.some((phase) => phase.name === name)) ?? [];
  if ((words.length > 0 && only === undefined) || unknown.length > 0) {
    console.error(`Usage: node tests/run.ts [--only ${phases.map((phase) => phase.name).join(',')}]`);
    return 2;
  }
  const chosen = phases.filter((phase) => only?.includes(phase.name) ?? true);
  const browser = chosen.some((phase) => phase.name === 'journeys') ? chromiumAtHand() : findChromium();
  if (browser === undefined && chosen.some((phase) => phase.name === 'journeys')) return 1;
  console.log(`Node ${process.version} · Chromium ${browser === undefined ? 'not here' : versionOf(browser)} · SQLite ${sqliteVersion()}`);

  const folder = mkdtempSync(join(tmpdir(), 'so-tay-test-'));
  let passed = 0;
  let failed = 0;
  for (const phase of chosen) {
    console.log(`\n── ${phase.name} ──`);
    const startedAt = performance.now();
    const report = join(folder, `${phase.name}.json`);
    const status = run(phase, report, browser);
    const counts = phase.counts?.(report);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    passed += counts?.passed ?? 0;
    failed += counts?.failed ?? 0;
    const skipped = counts?.skipped ?? 0;
    // A phase that found no test has proved nothing, and neither has a skipped one.
    const empty = counts !== undefined && counts.passed === 0;
    const bad = status !== 0 || empty || skipped > 0 || (counts?.failed ?? 0) > 0;
    console.log(`── ${phase.name}: ${bad ? 'FAILED' : 'passed'} in ${seconds} s${counts === undefined ? '' : ` · ${counts.passed} passed, ${counts.failed} failed, ${skipped} skipped`}`);
    if (bad) {
      if ((counts?.failed ?? 0) === 0) failed += Math.max(1, skipped);
      break;
    }
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function run(phase: Phase, report: string, browser: string | undefined): number {
  const [packageName, command, ...rest] = phase.command(report);
  const manifest = JSON.parse(readFileSync(join(root, 'node_modules', packageName, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  const result = spawnSync(process.execPath, [join(root, 'node_modules', packageName, script ?? ''), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      // What the phases start in their turn is this Node as well, however the runner was called.
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ...(browser === undefined ? {} : { CHROMIUM: browser }),
    },
  });
  if (result.error !== undefined) console.error(result.error.message);
  return result.status ?? 1;
}

function vitest(project: string, report: string): readonly [string, string, ...string[]] {
  return ['vitest', 'vitest', 'run', '--project', project, '--reporter', 'default', '--reporter', 'json', '--outputFile.json', report];
}

function vitestCounts(report: string): Counts {
  const stats = readReport(report) as { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number; numTodoTests?: number };
  return { passed: stats.numPassedTests ?? 0, failed: stats.numFailedTests ?? 0, skipped: (stats.numPendingTests ?? 0) + (stats.numTodoTests ?? 0) };
}

/** A test that passed only when repeated counts as failed: it promises something it does not always keep. */
function playwrightCounts(report: string): Counts {
  const { stats } = readReport(report) as { stats?: { expected: number; unexpected: number; flaky: number; skipped: number } };
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0), skipped: stats?.skipped ?? 0 };
}

function readReport(report: string): object {
  return existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as object) : {};
}

/** Finds Chromium; as root on Debian installs it, elsewhere says how. */
function chromiumAtHand(): string | undefined {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.env['CHROMIUM'] !== undefined) {
    console.error(`CHROMIUM names ${process.env['CHROMIUM']}, which is not there.`);
    return undefined;
  }
  const install = 'apt-get install -y chromium fonts-noto-core fonts-roboto';
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get')) {
    if (process.getuid?.() !== 0) {
      console.error(`Chromium is missing: run “sudo ${install}” and then “npm test” again.`);
      return undefined;
    }
    console.log(`Chromium is missing: running “apt-get update” and “${install}”.`);
    for (const words of ['update', install.slice('apt-get '.length)]) {
      const result = spawnSync('apt-get', words.split(' '), { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
      if (result.status !== 0) {
        console.error(`“apt-get ${words}” failed; the journeys need Chromium.`);
        return undefined;
      }
    }
    return findChromium();
  }
  console.error('Chromium is missing: run “npx playwright install chromium” and then “npm test” again.');
  return undefined;
}

function versionOf(browser: string): string {
  // Windows opens a window when asked for the version.
  if (process.platform === 'win32') return `(${browser})`;
  const result = spawnSync(browser, ['--version'], { encoding: 'utf8' });
  return /[\d.]+/.exec(result.stdout ?? '')?.[0] ?? 'unknown';
}

function sqliteVersion(): string {
  const database = new DatabaseSync(':memory:');
  const row = database.prepare('select sqlite_version() as version').get();
  database.close();
  return String(row?.['version']);
}
