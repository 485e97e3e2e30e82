/** A tap that the phone's own store refused: said where the thumb is, with the next step. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { troubleOf } from '../../device/trouble.ts';
import type { Trouble } from '../../device/trouble.ts';
import { formWords as words } from '../../i18n/form-words.ts';
import { say } from '../../i18n/say.ts';
import { Notice } from '../../ui/strip.tsx';

export function ActionTrouble({ trouble }: { trouble: Trouble }) {
  const isFull = trouble.code === 'storage-full';
  return (
    <Notice tone="error" icon="send_error" title={isFull ? words.full : words.broken} role="alert">
      <p>{isFull ? words.fullNext : words.brokenNext}</p>
      <p class="digits">{say(words.cause, { cause: trouble.cause })}</p>
    </Notice>
  );
}

/** @returns `run` for what a tap begins, and the notice to show: nothing until a try was refused, gone with the next. */
export function useAction(): { readonly run: (action: () => Promise<void>) => void; readonly notice: ComponentChildren } {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const run = (action: () => Promise<void>): void => {
    setTrouble(null);
    void action().catch((error: unknown) => setTrouble(troubleOf(error)));
  };
  return { run, notice: trouble && <ActionTrouble trouble={trouble} /> };
}
