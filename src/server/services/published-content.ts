/**
 * The published content as it stands, read once and kept until something new is published or another life of the
 * database begins.
 */
import type { Directive } from '../../domain/directive.ts';
import type { Form } from '../../domain/form.ts';
import { parsePublication } from '../../domain/publication.ts';
import type { Setting } from '../../domain/setting.ts';
import type { Task } from '../../domain/task.ts';
import { dayOf, instantOf } from '../../domain/time.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { judgeContext } from '../../sync/judge.ts';
import type { JudgeContext } from '../../sync/judge.ts';
import { contentScope } from '../../sync/protocol.ts';
import type { StoragePage } from '../storage/port.ts';

export interface PublishedState {
  readonly setting: Setting | null;
  readonly directive: Directive | null;
  readonly tasks: readonly Task[];
  /** Every version that was ever published. */
  readonly forms: readonly Form[];
  /** Judges records of this unit, by this day. */
  judgeFor(unit: Unit, today: LocalDate): JudgeContext;
}

export class PublishedContent {
  #kept: { readonly key: string; readonly state: PublishedState } | null = null;

  async read(page: StoragePage): Promise<PublishedState> {
    const head = (await page.scopeHeads([contentScope])).get(contentScope);
    // The rolling hash is of all that was published, whatever happened to the database in between.
    const key = `${head?.position} ${head?.hash}`;
    if (this.#kept?.key !== key) {
      const rows = await page.rowsOfKind(contentScope, 'publication');
      this.#kept = { key, state: stateOf(rows.map((row) => ({ key: row.key, body: JSON.parse(row.text) as unknown }))) };
    }
    return this.#kept.state;
  }
}

/** The day that everything is judged by: the sample's own, or the day in Vietnam. */
export function todayOf(state: Pick<PublishedState, 'setting'>, nowMs: number): LocalDate {
  return state.setting?.workingDay ?? dayOf(instantOf(nowMs));
}

function stateOf(rows: readonly { readonly key: string; readonly body: unknown }[]): PublishedState {
  const tasks = new Map<string, Task>();
  const forms: Form[] = [];
  let setting: Setting | null = null;
  let directive: Directive | null = null;
  for (const row of rows) {
    const { id, body } = row.body as { id: string; body: unknown };
    const published = parsePublication(id, body);
    if (published.kind === 'setting') setting = published.setting;
    if (published.kind === 'directive') directive = published.directive;
    if (published.kind === 'task') tasks.set(published.task.id, published.task);
    if (published.kind === 'form') forms.push(published.form);
  }
  const base = judgeContext(rows, [], '2020-01-01' as LocalDate);
  return {
    setting,
    directive,
    tasks: [...tasks.values()],
    forms,
    judgeFor: (unit, today) => ({ ...base, today, unit: (id) => (id === unit.id ? unit : null) }),
  };
}
