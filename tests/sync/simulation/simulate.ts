/** `npm run simulate -- --seeds N --from S`: many histories, each twice, and the first broken promise with its seed. */
import { parseArgs } from 'node:util';
import { planFor } from './plan.ts';
import { describePlan, shrink } from './shrink.ts';
import { runSeed } from './world.ts';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '200' }, from: { type: 'string', default: '1' }, trace: { type: 'boolean', default: false } } });
const from = Number(values.from);
const count = Number(values.seeds);
const started = performance.now();
let stepCount = 0;
let brokenCount = 0;

for (let seed = from; seed < from + count; seed += 1) {
  const plan = planFor(seed);
  const once = await runSeed(plan);
  const again = once.broken ? once : await runSeed(plan, null, false);
  stepCount += once.stepCount;
  if (values.trace) console.log(once.lines.join('\n'));
  if (once.trace !== again.trace) {
    brokenCount += 1;
    console.log(`seed ${seed}: two runs differ (${once.trace}, ${again.trace})`);
  }
  if (once.broken) {
    brokenCount += 1;
    console.log(`seed ${seed}: ${once.broken.message}`);
    console.log(`  shrunk: ${describePlan(await shrink(plan, once.broken.promise))}`);
    if (brokenCount >= 5) break;
  }
}
console.log(JSON.stringify({ seeds: count, from, brokenCount, stepCount, seconds: Math.round((performance.now() - started) / 100) / 10 }));
process.exitCode = brokenCount === 0 ? 0 : 1;
