/** How often activation and login may be tried. Only failures count in the end: a right try gives its point back. */
import { isIPv6 } from 'node:net';
import type { Context } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const windowSeconds = 15 * 60;

export interface TryLimit {
  /** Takes one try of each key; answers the seconds to wait when one of them has none left. */
  take(keys: readonly string[]): Promise<number | null>;
  /** The try was right: it does not count. */
  giveBack(keys: readonly string[]): Promise<void>;
}

/** @param triesByKey how many tries in 15 minutes each key has, in the order of the keys given to `take`. */
export function tryLimit(triesByKey: readonly number[]): TryLimit {
  const limiters = triesByKey.map((points, index) => new RateLimiterMemory({ keyPrefix: String(index), points, duration: windowSeconds }));
  return {
    async take(keys) {
      const results = await Promise.allSettled(limiters.map((limiter, index) => limiter.consume(keys[index] ?? '')));
      const waits = results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { msBeforeNext?: number }).msBeforeNext ?? 0] : []));
      return waits.length === 0 ? null : Math.max(1, Math.ceil(Math.max(...waits) / 1000));
    },
    async giveBack(keys) {
      await Promise.all(limiters.map((limiter, index) => limiter.reward(keys[index] ?? '')));
    },
  };
}

/**
 * Who asks, as far as the network tells: behind a proxy on this machine its last forwarded address. Of IPv6 the first
 * 64 bits, because a household or an attacker holds all the others.
 */
export function addressOf(context: Context): string {
  const socket = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
  const direct = (socket?.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
  const forwarded = isLoopback(direct) ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded === undefined || forwarded === '' ? direct : forwarded.slice(0, 45);
  return isIPv6(address) ? address.split(':').slice(0, 4).join(':') : address;
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
