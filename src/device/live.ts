/** Reads that repeat themselves: whenever what they read changes, in this tab, in another one or in the worker. */
import { liveQuery } from 'dexie';

/**
 * Runs the query now and after every commit that touches what it read, in either database.
 * @param query may only read.
 * @returns stops the repetition.
 */
export function live<T>(query: () => Promise<T>, onValue: (value: T) => void, onError: (error: unknown) => void): () => void {
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
  return () => {
    subscription.unsubscribe();
  };
}
