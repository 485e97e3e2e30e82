/** The items of a programme in the order in which a reviewer reads them, and what changed between two editions. */
import type { TaskId } from './id.ts';
import { itemField, itemsOf, keyOfField, taskOfItem } from './programme.ts';
import type { ItemKey, Programme, ProgrammeItem } from './programme.ts';
import type { FieldKey } from './record-fields.ts';

/** The items of one task; of the unit's own where `taskId` is null. */
export interface ProgrammeGroup {
  readonly taskId: TaskId | null;
  readonly items: readonly (readonly [ItemKey, ProgrammeItem])[];
}

/** By task, then the unit's own; what was taken out stands in its place. */
export function groupsOfProgramme(programme: Programme): readonly ProgrammeGroup[] {
  const groups = new Map<TaskId | null, (readonly [ItemKey, ProgrammeItem])[]>();
  for (const entry of itemsOf(programme)) {
    const taskId = taskOfItem(entry[0]);
    const list = groups.get(taskId);
    if (list) list.push(entry);
    else groups.set(taskId, [entry]);
  }
  return [...groups].map(([taskId, items]) => ({ taskId, items }));
}

/** Every field that a remark may stand at: each item. */
export function programmeFieldsOf(programme: Programme): readonly FieldKey[] {
  return itemsOf(programme).map(([key]) => itemField(key));
}

/** The title of the item that a field belongs to, as it stands in the programme; empty where it has none. */
export function itemTitleAt(programme: Programme | null, field: FieldKey): string {
  const key = keyOfField(field);
  return (key !== null && programme?.items[key]?.title) || '';
}

export interface ProgrammeChange {
  readonly key: ItemKey;
  readonly title: string;
  /** Undefined where the item was not there. */
  readonly before: ProgrammeItem | undefined;
  readonly after: ProgrammeItem | undefined;
}

/** The items that `after` says otherwise than `before`, in the order of reading. */
export function programmeChanges(before: Programme, after: Programme): readonly ProgrammeChange[] {
  const keys = itemsOf({ items: { ...before.items, ...after.items } }).map(([key]) => key);
  return keys.flatMap((key) => {
    const [old, now] = [before.items[key], after.items[key]];
    return JSON.stringify(partsOf(old)) === JSON.stringify(partsOf(now)) ? [] : [{ key, title: now?.title ?? old?.title ?? '', before: old, after: now }];
  });
}

// Not the item as JSON: the order of its keys says nothing.
function partsOf(item: ProgrammeItem | undefined): readonly unknown[] {
  return item ? [item.title, item.months.from, item.months.to, item.responsible, item.isKept] : [];
}
