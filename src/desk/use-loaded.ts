import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { instantOf } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import type { Answer, Refusal } from './api.ts';

export interface Loaded<Value> {
  /** The last value that came, which may belong to an earlier key. */
  readonly value: Value | null;
  /** The key that the value was read for. */
  readonly valueKey: string | null;
  readonly loadedAt: Instant | null;
  readonly isLoading: boolean;
  readonly refusal: Refusal | null;
  readonly reload: () => void;
}

interface Standing<Value> {
  value: Value | null;
  valueKey: string | null;
  loadedAt: Instant | null;
  isLoading: boolean;
  refusal: Refusal | null;
}

/**
 * Reads what the key names, again whenever the key changes or `reload` is called. What was read before stays until
 * something newer has come; of two answers the later asked one counts.
 * @param key null: nothing to read.
 */
export function useLoaded<Key extends string, Value>(key: Key | null, read: (key: Key) => Promise<Answer<Value>>): Loaded<Value> {
  const [standing, setStanding] = useState<Standing<Value>>({ value: null, valueKey: null, loadedAt: null, isLoading: key !== null, refusal: null });
  const [turn, setTurn] = useState(0);
  const asked = useRef(0);
  const latestRead = useRef(read);
  latestRead.current = read;
  useEffect(() => {
    asked.current += 1;
    const mine = asked.current;
    if (key === null) {
      setStanding({ value: null, valueKey: null, loadedAt: null, isLoading: false, refusal: null });
      return;
    }
    setStanding((before) => ({ ...before, isLoading: true }));
    void latestRead.current(key).then((answer) => {
      if (asked.current !== mine) return;
      setStanding((before) => answer.ok
        ? { value: answer.value, valueKey: key, loadedAt: instantOf(Date.now()), isLoading: false, refusal: null }
        : { ...before, isLoading: false, refusal: answer.refusal });
    });
  }, [key, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { ...standing, reload };
}
