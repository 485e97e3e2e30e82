import { useCallback, useEffect, useState } from 'preact/hooks';
import { addressText, readAddress } from './address.ts';
import type { DeskAddress } from './address.ts';

/** @returns the address and how to go to another. `replace` leaves no step for the back button. */
export function useAddress(): readonly [DeskAddress, (to: DeskAddress, replace?: boolean) => void] {
  const [address, setAddress] = useState(() => readAddress(location.search));
  useEffect(() => {
    const follow = (): void => setAddress(readAddress(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((to: DeskAddress, replace = false): void => {
    const text = addressText(to);
    if (text !== location.pathname + location.search) {
      if (replace) history.replaceState(null, '', text);
      else history.pushState(null, '', text);
    }
    setAddress(to);
  }, []);
  return [address, go];
}
