import { numberText } from '../../../i18n/format.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';

interface CorrectedLineProps {
  computed: number | null;
  computedWomen?: number | null | undefined;
  reason: string;
  /** Of an upper union: what stands there is a correction of its own, beside the sum. */
  isSum: boolean;
}

/** Under a number that somebody put in the place of the computed one: what was computed, and why it is another. */
export function CorrectedLine({ computed, computedWomen, reason, isSum }: CorrectedLineProps) {
  const number = numberText(computed ?? 0);
  const before = computedWomen == null ? number : say(words.withWomen, { value: number, women: numberText(computedWomen) });
  return <p class="muted digits">{say(isSum ? words.correctedSum : words.correctedLine, { computed: before, reason: reason.trim() === '' ? words.noReason : reason })}</p>;
}
