/** What the desk's codes mean: units of the subtree, the directive's requirements and words, forms, figures, checks. */
import type { DeskReference } from '../../sync/desk-protocol.ts';
import { figureFields } from '../../domain/form.ts';
import type { FormCheck } from '../../domain/form.ts';
import { workingYearOf } from '../../domain/time.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import type { Asker } from './log-in.ts';
import { todayOf } from './published-content.ts';
import type { PublishedState } from './published-content.ts';
import { visibleUnits } from './subtree.ts';

export async function showReference(page: StoragePage, host: Host, asker: Asker): Promise<DeskReference> {
  const published = await host.published.read(page);
  const { figures, occasions } = published.judgeFor(asker.unit, todayOf(published, host.nowMs()));
  return {
    units: [...(await visibleUnits(page, asker))],
    tasks: published.tasks.map((task) => ({
      id: task.id,
      short: task.short,
      ...wordsOf(published, task.blockId),
      requirements: task.requirements.map(({ id, words, quotes, evidence, countsOnly }) => ({ id, words, quotes, evidence, countsOnly })),
    })),
    forms: published.forms.map((form) => ({
      id: form.id, version: form.version, label: form.label, figureKeys: figureFields(form).map((field) => field.key),
    })),
    figures: [...figures.values()].map(({ key, label, unit, kind }) => ({ key, label, unit, kind })),
    occasions: [...occasions.values()].map(({ id, shortTitle: title }) => ({ id, title })),
    checks: softChecks(published),
    setting: {
      sample: published.setting?.sample ?? false,
      workingDay: published.setting?.workingDay ?? null,
      workingYear: published.setting?.workingYear ?? workingYearOf(todayOf(published, host.nowMs())),
    },
  };
}

function wordsOf(published: PublishedState, blockId: string): { words?: string } {
  const block = published.directive?.blocks.find((each) => each.id === blockId);
  return block ? { words: block.text } : {};
}

/** Forms repeat their checks; the last published sentence of an id speaks for it. */
function softChecks(published: PublishedState): DeskReference['checks'] {
  const checks = published.forms.flatMap((form) => form.checks).filter((check) => check.level === 'soft');
  return [...new Map(checks.map((check) => [check.id, { id: check.id, sentence: check.sentence, ...ratioOf(check) }])).values()];
}

function ratioOf({ rule }: FormCheck): { ratio?: { a: string; per: number | string } } {
  return rule.op === 'perGt' || rule.op === 'perWithin' ? { ratio: { a: rule.a, per: rule.per } } : {};
}
