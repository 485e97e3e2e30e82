import { reviewWords as words } from '../../../i18n/review-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/strip.tsx';

/** The unit has sent other words since these were opened. */
export function NewerNotice({ onRead }: { onRead: () => void }) {
  return <Notice tone="queued" icon="again" role="status"><p>{words.newer}</p><Button small onClick={onRead}>{words.readNewer}</Button></Notice>;
}
