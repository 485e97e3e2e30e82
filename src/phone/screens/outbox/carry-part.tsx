import { bundleWords as words } from '../../../i18n/bundle-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/list.tsx';
import { useHandOver } from '../../use-hand-over.ts';

/** What waits here leaves as a file, where there is no signal for weeks. It stays queued all the same. */
export function CarryPart() {
  const { answer, hand } = useHandOver('open');
  return (
    <section>
      <Section title={words.carryHeading} />
      <div class="card card-inside stack">
        <p class="muted">{words.carryText}</p>
        <Button kind="other" small onClick={hand}>{words.carry}</Button>
        <p class="muted" role="status">{answer}</p>
      </div>
    </section>
  );
}
