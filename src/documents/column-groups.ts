/** Đầu cột: neighbouring columns under one common heading, for whoever draws the table. */
import type { AppendixColumn } from './page-model.ts';

export interface ColumnGroup {
  /** Of a column that stands alone. */
  readonly heading: string;
  /** Of several columns; null for one that stands alone. */
  readonly under: string | null;
  /** Index of the first column. */
  readonly from: number;
  readonly count: number;
}

export function columnGroups(columns: readonly AppendixColumn[]): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  for (const [from, { heading, under }] of columns.entries()) {
    const last = groups.at(-1);
    if (last !== undefined && under !== null && last.under === under) groups[groups.length - 1] = { ...last, count: last.count + 1 };
    else groups.push({ heading, under, from, count: 1 });
  }
  return groups;
}
