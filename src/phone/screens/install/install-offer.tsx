import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The card about the home screen, in a file of its own: the page it stands on never waits for it. */
export function InstallOffer({ occasion }: { occasion: string | null }) {
  const [Card, setCard] = useState<ComponentType<{ occasion: string | null }>>();
  useEffect(() => {
    void import('./install-card.tsx').then(({ InstallCard }) => setCard(() => InstallCard), () => undefined);
  }, []);
  return Card ? <Card occasion={occasion} /> : null;
}
