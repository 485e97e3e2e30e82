/**
 * One seed's world, from its first hour to its healing: phones save, mend and undo under every trouble drawn, then
 * all troubles end, and everything promised must have come true (SPEC.md §9).
 */
import { createHash } from 'node:crypto';
import { publications2020 } from '../../../src/content/publications-2020.ts';
import { sampleUnits } from '../../../src/content/sample-units.ts';
import { uuidV7 } from '../../../src/domain/id.ts';
import type { DeviceId, OfficerId, UnitId } from '../../../src/domain/id.ts';
import { instantOf } from '../../../src/domain/time.ts';
import type { LocalDate } from '../../../src/domain/time.ts';
import { judgeContext } from '../../../src/sync/judge.ts';
import { contentScope } from '../../../src/sync/protocol.ts';
import { Chance } from './chance.ts';
import type { Fault } from './faults.ts';
import { calmRates, otherUpperUnionId, upperUnionId } from './plan.ts';
import type { Plan, RateName, Rates } from './plan.ts';
import { checkAlways, checkHealed, progressBound } from './promises.ts';
import { BrokenPromise } from './reference.ts';
import { Scheduler } from './scheduler.ts';
import { quietly, SimPhone } from './sim-phone.ts';
import type { CarriedFile, PhoneWorld } from './sim-phone.ts';
import { SimServer } from './sim-server.ts';
import { memoryStore, sqliteStore } from './sim-store.ts';

export interface Outcome {
  readonly broken: BrokenPromise | null;
  /** A digest of every line of what happened: two runs of a seed must agree. */
  readonly trace: string;
  readonly stepCount: number;
  readonly lines: readonly string[];
}

const startMs = Date.parse('2020-05-15T00:00:00.000Z');
const hourMs = 3_600_000;
const units = sampleUnits();
const grassroots = units.filter((unit) => unit.kind === 'grassroots');
const judge = judgeContext(publications2020({ sample: true }).map((body) => ({ key: body.id, body })), units, '2020-05-15' as LocalDate);

/** @param isWatched whether the promises are held against every step; a second run, for its trace alone, need not be. */
export async function runSeed(plan: Plan, fault: Fault | null = null, isWatched = true): Promise<Outcome> {
  const store = plan.store === 'sqlite' ? await sqliteStore() : memoryStore();
  const world = new World(plan, store, fault, isWatched);
  try {
    await world.live();
    return world.outcome(null);
  } catch (error) {
    if (error instanceof BrokenPromise) return world.outcome(error);
    throw error;
  } finally {
    await store.close();
  }
}

class World implements PhoneWorld {
  readonly scheduler = new Scheduler(startMs);
  readonly chance: Chance;
  readonly server: SimServer;
  readonly fault: Fault | null;
  readonly phones: SimPhone[] = [];
  readonly #plan: Plan;
  readonly #lines: string[] = [];
  readonly #isWatched: boolean;
  #rates: Rates;

  constructor(plan: Plan, store: ConstructorParameters<typeof SimServer>[0], fault: Fault | null, isWatched: boolean) {
    this.#plan = plan;
    this.#isWatched = isWatched;
    this.#rates = plan.rates;
    this.fault = fault;
    this.chance = new Chance(plan.seed * 7 + 1);
    this.server = new SimServer(store, this.chance, judge, () => this.scheduler.nowMs, fault);
    this.server.trouble = { serverError: plan.rates.serverError, serverKill: plan.rates.serverKill, photosLost: plan.rates.photosLost };
    this.server.shelf.isFull = () => this.#rates.photoDiskFull > 0 && this.chance.happens(this.#rates.photoDiskFull);
    this.scheduler.isBusy = () => this.server.busyCount > 0;
  }

  rates = (): Rates => this.#rates;
  log = (line: string): void => {
    this.#lines.push(`${this.scheduler.nowMs - startMs} ${line}`);
  };

  /** Whoever carries it arrives hours later, after whatever has happened to the server meanwhile, and may come twice. */
  carry = (phone: SimPhone): void => {
    const { scheduler, chance, server } = this;
    const endMs = startMs + this.#plan.hours * hourMs;
    const laterOn = (act: () => void): void => {
      scheduler.after(chance.below(Math.max(1, endMs - scheduler.nowMs)), act);
    };
    const bringIn = async (file: CarriedFile): Promise<void> => {
      const words = await server.importFile(phone.deviceId, file.lineage, file.requests, file.parts);
      this.log(`a file of ${phone.name} is brought in: ${words?.replies.flatMap(({ reply }) => reply.codes.map(({ code }) => code)).join(' ')}`);
      if (words) for (let time = 0; time < chance.below(3); time += 1) laterOn(() => void phone.openReplyFile(words).catch(quietly));
    };
    const exported = async (): Promise<void> => {
      const file = await phone.exportFile();
      if (file && file.requests.some(({ changes }) => changes.length > 0)) for (let time = 0; time <= chance.below(3); time += 1) laterOn(() => void bringIn(file));
    };
    void exported().catch(quietly);
  };

  outcome(broken: BrokenPromise | null): Outcome {
    const trace = createHash('sha256').update(this.#lines.join('\n')).digest('hex').slice(0, 16);
    return { broken, trace, stepCount: this.scheduler.stepCount, lines: this.#lines };
  }

  async live(): Promise<void> {
    await this.server.begin();
    await this.server.backUp();
    for (let index = 0; index < this.#plan.phoneCount; index += 1) this.#addPhone(index);
    const { decide, sum, leave } = this.#plan.rates;
    if (decide > 0 || sum > 0) for (let index = 0; index < 2; index += 1) this.#addReviewer(index, upperUnionId);
    if (leave > 0) this.#addReviewer(2, otherUpperUnionId);
    this.#planTroubles();
    await this.#run(this.#plan.hours * hourMs);
    await this.#heal();
  }

  async #run(ms: number): Promise<void> {
    await this.scheduler.runUntil(this.scheduler.nowMs + ms, () => {
      if (this.#isWatched) checkAlways(this.server, this.phones, this.scheduler.stepCount);
    });
  }

  #addPhone(index: number): void {
    const { chance } = this;
    const unit = grassroots[index % this.#plan.unitCount];
    if (!unit) throw new Error('There are sample units.');
    const deviceId = uuidV7(startMs, chance.bytes(10)) as DeviceId;
    const phone = new SimPhone(this, `phone${index}`, deviceId, `o-${index}` as OfficerId, unit.id, this.#plan.rates.photo > 0);
    // Some see many units, so that the digest over cursors is used as well.
    const others = chance.happens(this.#plan.rates.manyScopes) ? grassroots.slice(0, 6).map((each) => each.id) : [];
    const scopes = [...new Set([unit.id, ...others])];
    this.server.devices.set(deviceId, {
      officerId: phone.officerId, officerName: phone.name, unitId: unit.id, unitName: unit.name, scopes: [contentScope, ...scopes], revoked: false,
    });
    this.phones.push(phone);
    this.#jumpClock(phone);
    this.scheduler.after(chance.below(hourMs / 4), () => phone.openTab());
    for (let save = 0; save < this.#plan.savesPerPhone; save += 1) this.#atSomeTime(() => void phone.save().catch(quietly));
    if (this.#plan.rates.sum > 0) this.#sometimes('sum', 4, () => void phone.report().catch(quietly));
    for (let visit = 0; visit < 3; visit += 1) this.#atSomeTime(() => phone.visit(chance.pick(['visible', 'online', 'button'] as const) ?? 'visible'));
  }

  /** A phone of an upper union: it sees the units that report there, decides on what they record, and adds it up. */
  #addReviewer(index: number, unionId: string): void {
    const { chance, server } = this;
    const unit = units.find((each) => each.id === unionId);
    if (!unit) throw new Error('The units of the samples have an upper union.');
    const deviceId = uuidV7(startMs, chance.bytes(10)) as DeviceId;
    const phone = new SimPhone(this, `reviewer${index}`, deviceId, `r-${index}` as OfficerId, unit.id);
    for (const each of unionId === upperUnionId ? grassroots.slice(0, this.#plan.unitCount) : []) server.reportsTo.set(each.id, unit.id);
    server.devices.set(deviceId, { officerId: phone.officerId, officerName: phone.name, unitId: unit.id, unitName: unit.name, scopes: server.scopesOf(unit.id), revoked: false });
    this.phones.push(phone);
    this.#jumpClock(phone);
    this.scheduler.after(chance.below(hourMs / 4), () => phone.openTab());
    for (let decision = 0; decision < 6; decision += 1) if (chance.happens(this.#plan.rates.decide)) this.#atSomeTime(() => void phone.decide().catch(quietly));
    if (this.#plan.rates.sum > 0) this.#sometimes('sum', 14, () => void phone.addUp().catch(quietly));
    for (let visit = 0; visit < 3; visit += 1) this.#atSomeTime(() => phone.visit(chance.pick(['visible', 'online', 'button'] as const) ?? 'visible'));
  }

  #planTroubles(): void {
    const { server } = this;
    if (this.#plan.rates.sum > 0) this.#sometimes('sum', 2, () => server.openReport());
    if (this.#plan.rates.leave > 0) this.#sometimes('leave', 2, () => this.#leave());
    for (const phone of this.phones) {
      this.#sometimes('powerLoss', 2, () => phone.losePower());
      this.#sometimes('clockJump', 2, () => this.#jumpClock(phone));
      this.#sometimes('mirrorLoss', 1, () => phone.loseMirror());
      this.#sometimes('phoneRollback', 3, () => phone.takeSnapshot());
      this.#sometimes('phoneRollback', 1, () => phone.rollBack());
      this.#sometimes('secondTab', 2, () => phone.openTab());
      this.#sometimes('revoke', 1, () => this.#revoke(phone));
      this.#sometimes('phoneClone', 1, () => this.#clone(phone));
      this.#sometimes('move', 1, () => this.#move(phone));
      this.#sometimes('workerWake', 3, () => phone.wakeWorker());
      if (this.#plan.rates.carry > 0) this.#sometimes('carry', 2, () => this.carry(phone));
    }
    this.#sometimes('review', 8, () => server.review());
    this.#sometimes('publish', 4, () => server.publishSomething());
    this.#sometimes('restart', 2, () => this.#goDown());
    for (let copy = 0; copy < 3; copy += 1) this.#atSomeTime(() => server.backUp(this.#plan.rates.copyDamaged));
    this.#sometimes('copyConfirmed', 4, async () => this.log(`a copy is confirmed: ${await server.confirmCopy()}`));
    this.#sometimes('rollback', 2, async () => {
      await server.rollBack();
      this.log('the server is rolled back');
    });
    this.#sometimes('restore', 2, async () => {
      await server.restore();
      this.log('the server is restored');
    });
    this.#sometimes('unauthorizedBurst', 1, () => this.#forgetTokens());
  }

  #sometimes(name: RateName, times: number, act: () => void | Promise<void>): void {
    for (let turn = 0; turn < times; turn += 1) if (this.chance.happens(this.#plan.rates[name])) this.#atSomeTime(act);
  }

  #atSomeTime(act: () => void | Promise<void>): void {
    this.scheduler.after(this.chance.below(this.#plan.hours * hourMs), act);
  }

  #jumpClock(phone: SimPhone): void {
    const { chance } = this;
    const wild = chance.happens(this.#plan.rates.clockJump);
    phone.clockSkewMs = wild ? (chance.fraction() - 0.5) * 6 * 365 * 24 * hourMs : (chance.fraction() - 0.5) * 600_000;
  }

  #goDown(): void {
    this.server.isDown = true;
    this.server.shelf.losePower(this.chance);
    this.scheduler.after(this.chance.between(1_000, hourMs), () => {
      this.server.isDown = false;
    });
  }

  #forgetTokens(): void {
    this.server.knowsTokens = false;
    this.scheduler.after(this.chance.between(10_000, hourMs), () => {
      this.server.knowsTokens = true;
    });
  }

  #revoke(phone: SimPhone): void {
    const enrolled = this.server.devices.get(phone.deviceId);
    if (!enrolled) return;
    enrolled.revoked = true;
    for (const each of this.phones) if (each.deviceId === phone.deviceId) each.revoked = true;
  }

  /** The officer serves another unit now. Nobody has told the phone: it goes on writing for the former one. */
  #move(phone: SimPhone): void {
    const enrolled = this.server.devices.get(phone.deviceId);
    const unit = this.chance.pick(grassroots.slice(0, 4));
    if (!enrolled || !unit) return;
    enrolled.unitId = unit.id;
    enrolled.unitName = unit.name;
    enrolled.scopes = [contentScope, unit.id];
    this.log(`${phone.name} is moved to ${unit.id}`);
  }

  /** A unit goes to the other upper union, or comes back: its records stay where they are, whoever decides on them. */
  #leave(): void {
    const { chance, server } = this;
    const unit = chance.pick(grassroots.slice(0, this.#plan.unitCount));
    if (!unit) return;
    const upper = server.reportsTo.get(unit.id) === upperUnionId ? otherUpperUnionId : upperUnionId;
    server.reportsTo.set(unit.id, upper as UnitId);
    for (const enrolled of server.devices.values()) if (enrolled.unitId === upperUnionId || enrolled.unitId === otherUpperUnionId) enrolled.scopes = server.scopesOf(enrolled.unitId);
    this.log(`${unit.id} reports to ${upper} now`);
  }

  #clone(phone: SimPhone): void {
    const clone = new SimPhone(this, `${phone.name}'`, phone.deviceId, phone.officerId, phone.unitId, phone.photos !== null);
    phone.copyInto(clone);
    this.phones.push(clone);
    this.scheduler.after(1_000, () => clone.openTab());
  }

  /** All troubles end; clocks stay as wrong as they are. One visit a phone, and the engine does the rest. */
  async #heal(): Promise<void> {
    this.#rates = calmRates;
    this.server.trouble = { serverError: 0, serverKill: 0, photosLost: 0 };
    this.server.isDown = false;
    this.server.knowsTokens = true;
    // What still hangs in the network comes in first.
    await this.#run(hourMs);
    this.log('the world heals');
    for (const phone of this.phones) {
      phone.killTabs();
      phone.notebook.current = { ...phone.notebook.current, head: { ...phone.notebook.current.head, frozen: false } };
      phone.notebook.durable = phone.notebook.current;
      phone.doneCount = 0;
    }
    const bounds = new Map(this.phones.map((phone) => [phone, progressBound(phone)]));
    for (const phone of this.phones) phone.openTab();
    await this.#run(hourMs);
    // A server whose rollback only one phone could notice needs that one to come first: a second visit for all.
    for (const phone of this.phones) phone.visit('button');
    await this.#run(hourMs / 2);
    for (const phone of this.phones) phone.visit('button');
    await this.#run(hourMs / 2);
    if (this.#plan.rates.photo > 0) {
      // A picture that came last is told to the others by its row.
      for (const phone of this.phones) phone.visit('button');
      await this.#run(hourMs / 2);
    }
    if (this.#isWatched) checkHealed(this.server, this.phones, bounds, await this.server.locks());
    this.log(`healed at ${instantOf(this.scheduler.nowMs)}`);
  }
}
