/**
 * `npm run bench [-- --only weight,sync,link,ingest,simulation,browser,search,silence]`: one JSON document of figures, medians of at least
 * five runs, each time beside its floor from the same run. Nothing is asserted: a time proves nothing on another
 * machine, only its ratio to the floor may be compared. Progress goes to stderr.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { browserFigures } from './browser-figures.ts';
import { ingestFigures } from './ingest-figures.ts';
import { linkFigures } from './link-figures.ts';
import { searchFigures } from './search-figures.ts';
import { silenceFigures } from './silence-figures.ts';
import { simulationFigures } from './simulation-figures.ts';
import { syncFigures } from './sync-figures.ts';
import { weightFigures } from './weight-figures.ts';

const sections: Readonly<Record<string, () => object | Promise<object>>> = {
  weight: weightFigures,
  sync: syncFigures,
  link: linkFigures,
  ingest: ingestFigures,
  simulation: simulationFigures,
  browser: browserFigures,
  search: searchFigures,
  silence: silenceFigures,
};
/** These look at what ships. */
const needBuild = ['weight', 'browser', 'search', 'silence'];

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const wanted = values.only?.split(',') ?? Object.keys(sections);
  const unknown = wanted.filter((name) => !(name in sections));
  if (unknown.length > 0) {
    console.error(`There is no ${unknown.join(', ')}; choose from ${Object.keys(sections).join(', ')}.`);
    return 2;
  }
  if (wanted.some((name) => needBuild.includes(name)) && !existsSync(new URL('../../dist/.vite/manifest.json', import.meta.url))) {
    console.error('Nothing is built: run “npm run build” first.');
    return 1;
  }
  const figures: Record<string, unknown> = {
    machine: { node: process.version, processor: cpus()[0]?.model ?? 'unknown', cores: cpus().length, platform: process.platform },
  };
  for (const name of wanted) {
    const startedMs = performance.now();
    figures[name] = await sections[name]?.();
    console.error(`${name}: ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  }
  console.log(JSON.stringify(figures, null, 2));
  return 0;
}
