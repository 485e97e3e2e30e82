/** Small tools of measuring: medians, and a process watched from outside. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a process has used since it began. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
  readonly mostResidentBytes: number;
}

export interface WatchedProcess {
  readonly port: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** @param file beside this one; says its port once it listens. */
export async function watchProcess(file: 'serve-process.ts' | 'floor-process.ts', environment: Readonly<Record<string, string>>): Promise<WatchedProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { port } = await nextWord<{ port: number }>(child);
  return {
    port,
    usage: () => {
      const word = nextWord<Usage>(child);
      child.send('usage');
      return word;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
}

function nextWord<Word>(child: ChildProcess): Promise<Word> {
  return new Promise((resolve, reject) => {
    const failed = (): void => reject(new Error('the measured process ended'));
    child.once('exit', failed);
    child.once('message', (word) => {
      child.off('exit', failed);
      resolve(word as Word);
    });
  });
}

/** The middle value; of an even number the lower of the two, so that it was really measured. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share in [0, 1]: 0.99 for the value that 99 of 100 do not pass. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function rounded(value: number, digits = 0): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
