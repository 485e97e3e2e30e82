/** How often activation and login may be tried. Only failures count in the end: a right try gives its point back. */
import { isIPv4, isIPv6 } from 'node:net';
import type { Context } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const windowSeconds = 15 * 60;

export interface TryLimit {
  /**
   * Takes one try of each key, and answers the seconds to wait at the first that has none left. The keys behind it
   * keep theirs: who is refused by his own key must not use up what is everybody's.
   */
  take(keys: readonly string[]): Promise<number | null>;
  /** The try was right: it does not count. */
  giveBack(keys: readonly string[]): Promise<void>;
}

/** @param triesByKey how many tries in 15 minutes each key has, in the order of the keys given to `take`. */
export function tryLimit(triesByKey: readonly number[]): TryLimit {
  const limiters = triesByKey.map((points, index) => new RateLimiterMemory({ keyPrefix: String(index), points, duration: windowSeconds }));
  return {
    async take(keys) {
      for (const [index, limiter] of limiters.entries()) {
        try {
          await limiter.consume(keys[index] ?? '');
        } catch (refusal) {
          return Math.max(1, Math.ceil(((refusal as { msBeforeNext?: number }).msBeforeNext ?? 0) / 1000));
        }
      }
      return null;
    },
    async giveBack(keys) {
      await Promise.all(limiters.map((limiter, index) => limiter.reward(keys[index] ?? '')));
    },
  };
}

/** Who asks, as far as the network tells: behind a proxy on this machine its last forwarded address. */
export function addressOf(context: Context): string {
  const socket = (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket;
  const direct = socket?.remoteAddress ?? '127.0.0.1';
  const forwarded = isLoopback(direct) ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return householdOf(forwarded === undefined || forwarded === '' ? direct : forwarded.slice(0, 45));
}

/**
 * The address whose tries are counted: an IPv4 address whole, also when it comes dressed as IPv6; of IPv6 the first
 * 64 bits, because a household or an attacker holds all the others. However it is written, it is the same.
 */
export function householdOf(address: string): string {
  const dressed = address.replace(/^::ffff:/i, '');
  if (isIPv4(dressed)) return dressed;
  if (!isIPv6(address)) return address;
  const [front = [], back = []] = (address.split('%')[0] ?? '').split('::').map(groupsOf);
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => 0);
  const prefix = [...front, ...zeros, ...back].slice(0, 4);
  return `${prefix.map((group) => group.toString(16)).join(':')}::/64`;
}

/** A dotted tail stands for two groups; nobody looks at their values. */
function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').flatMap((group) => (group.includes('.') ? [0, 0] : [Number.parseInt(group, 16)]));
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.replace(/^::ffff:/i, '').startsWith('127.');
}
