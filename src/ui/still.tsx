import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A second tap that was meant for what stood here before is over by then. */
const stillMs = 600;

/** What is drawn under a thumb that may still be tapping takes no tap for a moment. A new `key` begins it again. */
export function Still({ children }: { children: ComponentChildren }) {
  const [isStill, setStill] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setStill(false), stillMs);
    return () => clearTimeout(timer);
  }, []);
  return <div class={isStill ? 'is-still' : undefined}>{children}</div>;
}
