import type { RecordStanding } from '../../domain/record-state.ts';
import { standingText } from '../../i18n/state-words.ts';
import { Tag } from '../../ui/strip.tsx';

/** The state's one word with its shape. */
export function StateTag({ standing }: { standing: RecordStanding }) {
  return <Tag tone={standing.state} icon={standing.state}>{standingText(standing).word}</Tag>;
}
