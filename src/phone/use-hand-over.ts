import { useState } from 'preact/hooks';
import { bundleWords as words } from '../i18n/bundle-words.ts';
import { say } from '../i18n/say.ts';
import type { HandOver } from './actions/hand-over-bundle.ts';
import { usePhone } from './context.ts';

/** What sealing needs arrives when it is asked for. @returns the tap, and the sentence to show under the button. */
export function useHandOver(what: 'open' | 'unsafe'): { readonly answer: string; readonly hand: () => void } {
  const phone = usePhone();
  const [answer, setAnswer] = useState('');
  const hand = async (): Promise<void> => {
    setAnswer(words.making);
    try {
      const { handOverBundle } = await import('./actions/hand-over-bundle.ts');
      setAnswer(textOf(await handOverBundle(phone, what)));
    } catch (error) {
      // Whoever closes the share sheet has nothing to be told.
      setAnswer(error instanceof DOMException && error.name === 'AbortError' ? '' : words.failed);
    }
  };
  return { answer, hand: () => void hand() };
}

function textOf(outcome: HandOver): string {
  switch (outcome.kind) {
    case 'handed': {
      const { file, isShared, count, photoCount, leftCount } = outcome;
      const text = say(isShared ? words.shared : words.saved, { file, count, photos: photoCount });
      return leftCount > 0 ? `${text} ${say(words.leftOut, { count: leftCount })}` : text;
    }
    case 'nothing':
      return words.nothing;
    case 'no-keys':
      return words.noKeys;
    case 'no-seal-key':
      return words.noSealKey;
  }
}
