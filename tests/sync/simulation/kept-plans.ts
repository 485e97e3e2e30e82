/**
 * Worlds that once broke a promise, shrunk; they are run for ever. Each line says what it broke and what mended it.
 */
import { calmRates } from './plan.ts';
import type { Plan } from './plan.ts';

const kept: readonly (Partial<Omit<Plan, 'rates'>> & { readonly seed: number; readonly rates: Partial<Plan['rates']>; readonly broke: string })[] = [
  {
    // A phone whose mirror was lost had no cursor to show: since then the notebook keeps a witness beside its codes.
    broke: 'L3: an acknowledged change was lost by a rollback that nobody could notice',
    seed: 7949,
    hours: 6,
    phoneCount: 4,
    savesPerPhone: 1,
    rates: {
      truncate: 0.08, portal: 0.16, serverError: 0.16, serverKill: 0.08, diskFull: 0.005, badBody: 0.15, undo: 0.2,
      restart: 0.23, rollback: 0.054, mirrorLoss: 0.2, review: 0.9, publish: 0.49,
    },
  },
  {
    // An edition's number stood on other words after the restore: since then a base names the change that made it.
    broke: 'L9: an edit of a lost edition was laid over the one that bore its number',
    seed: 90,
    hours: 6,
    unitCount: 3,
    phoneCount: 6,
    savesPerPhone: 5,
    rates: {
      dropReply: 0.20106302415952085, delayReply: 0.06680455903988332, duplicate: 0.044306720374152064, truncate: 0.0317811704124324,
      serverError: 0.09632559050805867, kill: 0.008175240885466338, freezeTab: 0.013079074579291045, diskFull: 0.03545445837080479,
      secondTab: 0.726211461937055, badBody: 0.0778707664227113, edit: 0.5483826078940183, staleEdit: 0.2764875024324283,
      restore: 0.22741528606275097, phoneRollback: 0.11220046053640544, phoneClone: 0.04977981752017513, mirrorLoss: 0.09886614079587162,
      review: 0.9410595977678895, publish: 0.4829896200681105,
    },
  },
  {
    // The change was there again, but merged with others than before: since then a base bears the sum of its words.
    broke: 'L9: an edit of a merged edition was laid over another merging of it',
    seed: 542,
    hours: 6,
    phoneCount: 5,
    savesPerPhone: 6,
    rates: {
      delayReply: 0.24377700802870095, serverError: 0.09454859732650221, serverKill: 0.07631559237837791, powerLoss: 0.22475650599226354,
      freezeTab: 0.017410681997425854, clockJump: 0.3863122370094061, secondTab: 0.408656666520983, edit: 0.5351760220248252,
      rollback: 0.10767809103708714, restore: 0.2228482550708577, phoneClone: 0.1206391027313657, review: 0.7047849814407527,
    },
  },
  {
    // The phone took the position for one of its own unit: since then the head beside it says whose it is.
    broke: 'L12: a moved phone was told where its picture stands in the other unit’s book',
    seed: 1259,
    hours: 4,
    unitCount: 2,
    savesPerPhone: 6,
    rates: {
      delayReply: 0.10609553342219442, truncate: 0.06139020239934325, serverError: 0.15534116458147765, serverKill: 0.05592844480648637,
      kill: 0.006129078310914338, freezeTab: 0.00551331153139472, restore: 0.18650456349132583, move: 0.12310370828490703,
      photo: 0.6915571827907115, photoDiskFull: 0.0027204556739889086,
    },
  },
  {
    // The unit’s phone was revoked, and after a restore what had been read of it came again only to be set apart: since then that is no `order`.
    broke: 'L10: a decision waited for ever for a change that was there and stood for nothing',
    seed: 576,
    hours: 1,
    unitCount: 2,
    phoneCount: 4,
    savesPerPhone: 2,
    rates: {
      duplicate: 0.06916093500331044, diskFull: 0.019329389929771425, clockJump: 0.7349457755684853, secondTab: 0.7524111615493894,
      restore: 0.2333764779032208, mirrorLoss: 0.012750088097527625, revoke: 0.03865295082330704, review: 0.881826477823779,
      publish: 0.19179053569678217, carry: 0.4482368113473058, decide: 0.322003777557984, photo: 0.03883254958782345,
    },
  },
  {
    // As above, of a phone that was moved before a rollback was mended.
    broke: 'L10: a decision waited for ever for a change that was set apart',
    seed: 1063,
    hours: 2,
    unitCount: 3,
    phoneCount: 5,
    savesPerPhone: 1,
    rates: {
      dropRequest: 0.17842172865057362, delayReply: 0.19170510903932153, duplicate: 0.16630185540998355,
      truncate: 0.11090023324359208, corrupt: 0.05056184234563261, serverError: 0.02256198418326676,
      serverKill: 0.04427294494584203, freezeTab: 0.015059721851721407, diskFull: 0.026206569597125053,
      secondTab: 0.3861871282570064, edit: 0.4405647630337626, restart: 0.20434260349720718, rollback: 0.1273864393006079,
      phoneRollback: 0.07421136056073009, review: 0.7279598151799291, publish: 0.2843516404973343,
      copyConfirmed: 0.6948488536290824, move: 0.04529415923170745, decide: 0.4882735340623185, photo: 0.610592907643877,
      photoDiskFull: 0.14401821872452272,
    },
  },
];

export function keptPlans(): readonly { readonly plan: Plan; readonly broke: string }[] {
  return kept.map(({ broke, ...part }) => ({
    broke,
    plan: { hours: 3, unitCount: 1, phoneCount: 2, savesPerPhone: 3, store: 'memory', ...part, rates: { ...calmRates, ...part.rates } },
  }));
}
