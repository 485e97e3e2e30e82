import { useCallback, useEffect, useState } from 'preact/hooks';

/**
 * @param read what stands after the path; @param write the path and query. Both have to stay the same function.
 * @returns the address and how to go to another. `replace` leaves no step for the back button.
 */
export function useAddress<Address>(read: (search: string) => Address, write: (address: Address) => string): readonly [Address, (to: Address, replace?: boolean) => void] {
  const [address, setAddress] = useState(() => read(location.search));
  useEffect(() => {
    const follow = (): void => setAddress(() => read(location.search));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [read]);
  const go = useCallback((to: Address, replace = false): void => {
    const text = write(to);
    if (text !== location.pathname + location.search) {
      if (replace) history.replaceState(null, '', text);
      else history.pushState(null, '', text);
    }
    setAddress(() => to);
  }, [write]);
  return [address, go];
}
