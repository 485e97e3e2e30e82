/** What a seed's world is made of: how many of each, and how often each trouble comes. */
import { Chance } from './chance.ts';

export interface Plan {
  readonly seed: number;
  readonly hours: number;
  readonly unitCount: number;
  readonly phoneCount: number;
  readonly savesPerPhone: number;
  readonly store: 'memory' | 'sqlite';
  /** Probabilities per message, gate or hour, as each name says. */
  readonly rates: Rates;
}

/** Of pictures: a save that names some; a part for which the server's disk is full; a restore that lacks their folder. */
const photoRateNames = ['photo', 'photoDiskFull', 'photosLost'] as const;

/** The upper union of every unit that a world has: its phones decide, add up, and record nothing else. */
export const upperUnionId = 'u07';
/** The one that a unit comes to when it leaves the first. */
export const otherUpperUnionId = 'u08';

/** Of reports: written below, approved, added up, cancelled and opened; a unit that goes to another upper union, or back. */
const sumRateNames = ['sum', 'leave'] as const;

export const rateNames = [
  'dropRequest', 'dropReply', 'delayReply', 'duplicate', 'truncate', 'corrupt', 'portal', 'serverError', 'serverKill',
  'kill', 'powerLoss', 'freezeTab', 'diskFull', 'clockJump', 'secondTab', 'badBody', 'edit', 'void', 'undo', 'staleEdit',
  'restart', 'rollback', 'restore', 'unauthorizedBurst', 'phoneRollback', 'phoneClone', 'mirrorLoss', 'revoke', 'review', 'publish', 'manyScopes',
  'copyConfirmed', 'copyDamaged', 'move', 'workerWake', 'carry', 'decide',
  ...photoRateNames,
  ...sumRateNames,
] as const;
export type RateName = (typeof rateNames)[number];
export type Rates = Readonly<Record<RateName, number>>;

export const calmRates: Rates = Object.fromEntries(rateNames.map((name) => [name, 0])) as Record<RateName, number>;

/** The most each trouble may be drawn at; each seed draws its own share of it, often none. */
const most: Rates = {
  dropRequest: 0.35, dropReply: 0.35, delayReply: 0.3, duplicate: 0.25, truncate: 0.15, corrupt: 0.15, portal: 0.2, serverError: 0.2, serverKill: 0.08,
  kill: 0.02, powerLoss: 0.6, freezeTab: 0.02, diskFull: 0.04, clockJump: 0.8, secondTab: 1, badBody: 0.3, edit: 0.6, void: 0.2, undo: 0.2, staleEdit: 0.3,
  restart: 0.4, rollback: 0.25, restore: 0.25, unauthorizedBurst: 0.15, phoneRollback: 0.3, phoneClone: 0.15, mirrorLoss: 0.2, revoke: 0.08, review: 1, publish: 1, manyScopes: 0.4,
  copyConfirmed: 1, copyDamaged: 0.4, move: 0.15, workerWake: 0.8, carry: 0.9, decide: 0.9,
  photo: 0.9, photoDiskFull: 0.15, photosLost: 0.4,
  sum: 0.9, leave: 0.6,
};

/** Drawn from chance of their own, so that the other troubles of a seed stay as they are. */
function isLaterRate(name: RateName): boolean {
  return name === 'workerWake' || name === 'carry' || name === 'decide' || ([...photoRateNames, ...sumRateNames] as readonly RateName[]).includes(name);
}

export function planFor(seed: number): Plan {
  const chance = new Chance(seed);
  const calm = chance.happens(0.1);
  const rates = Object.fromEntries(
    rateNames.filter((name) => !isLaterRate(name)).map((name) => [name, calm || chance.happens(0.4) ? 0 : most[name] * chance.fraction()]),
  ) as Record<RateName, number>;
  rates.review = chance.fraction();
  rates.publish = chance.fraction() * 0.5;
  const workerChance = new Chance(seed * 13 + 5);
  rates.workerWake = workerChance.happens(0.6) ? most.workerWake * workerChance.fraction() : 0;
  const carryChance = new Chance(seed * 17 + 9);
  rates.carry = carryChance.happens(0.5) ? most.carry * carryChance.fraction() : 0;
  const decideChance = new Chance(seed * 19 + 7);
  rates.decide = decideChance.happens(0.5) ? most.decide * decideChance.fraction() : 0;
  const photoChance = new Chance(seed * 11 + 3);
  const isPictured = photoChance.happens(0.6);
  for (const name of photoRateNames) rates[name] = isPictured ? most[name] * photoChance.fraction() : 0;
  const sumChance = new Chance(seed * 23 + 15);
  const isSummed = sumChance.happens(0.4);
  // A lock takes three hands in their order, so seldom is never.
  for (const name of sumRateNames) rates[name] = isSummed ? most[name] * (0.3 + 0.7 * sumChance.fraction()) : 0;
  return {
    seed,
    hours: chance.between(2, 8),
    unitCount: chance.between(1, 3),
    phoneCount: chance.between(2, 6),
    savesPerPhone: chance.between(1, 7),
    // Every twentieth seed runs over a real database file.
    store: seed % 20 === 0 ? 'sqlite' : 'memory',
    rates,
  };
}
