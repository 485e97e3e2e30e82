import type { SyncRunner } from '../../device/sync-runner.ts';

/** Tries at once, whatever the phone thinks of its network: only a reply is truth. */
export function sendNow(runner: SyncRunner): void {
  runner.nudge('button');
}
