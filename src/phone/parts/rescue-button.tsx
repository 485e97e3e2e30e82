import { useState } from 'preact/hooks';
import { frameWords as words } from '../../i18n/frame-words.ts';
import { Button } from '../../ui/button.tsx';

/** Where the notebook cannot be read as it should: its raw rows as a file. What makes it arrives with the tap. */
export function RescueButton() {
  const [answer, setAnswer] = useState('');
  const rescue = async (): Promise<void> => {
    const { handOverRescue } = await import('../actions/hand-over-rescue.ts');
    setAnswer(await handOverRescue());
  };
  return (
    <div class="stack">
      <Button kind="other" small onClick={() => void rescue().catch(() => setAnswer(words.rescueMissing))}>{words.rescue}</Button>
      <p role="status">{answer}</p>
    </div>
  );
}
