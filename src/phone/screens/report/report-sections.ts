import type { sectionKeys } from '../../../domain/report.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';

export type SectionKey = (typeof sectionKeys)[number];

/** By the last part of a section's address, in the order of the paper. */
export const sectionParts: readonly { readonly part: string; readonly key: SectionKey; readonly title: string }[] = [
  { part: 'muc-1', key: 'situation', title: words.situation },
  { part: 'muc-3', key: 'assessment', title: words.assessment },
  { part: 'muc-4', key: 'direction', title: words.direction },
  { part: 'muc-5', key: 'proposal', title: words.proposal },
];

/** The page of a field of a problem or a remark: `I4.05.women` → 4, `tasks.4` → 4, `situation` → muc-1. */
export function partOfField(field: string): string | null {
  const [, byLine, byTask] = /^I([1-9C])\.\d{2}|^tasks\.([1-9C])$/.exec(field) ?? [];
  return byLine ?? byTask ?? sectionParts.find((one) => one.key === field)?.part ?? null;
}
