/** A value that may come a moment late. */
import { useEffect, useState } from 'preact/hooks';

/**
 * What is typed stands in its box in the very next frame; a long list that goes by it follows in the task after, and
 * only for the last of several quick keys.
 */
export function useUnhurried<Value>(value: Value): Value {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return shown;
}
