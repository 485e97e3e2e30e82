/** A phone of the simulated world: its stores, its tabs, its officer, its wrong clock and its bad network. */
import type { Identity } from '../../../src/device/identity.ts';
import { pushQueue } from '../../../src/device/push-queue.ts';
import { uuidV7 } from '../../../src/domain/id.ts';
import type { ChangeId, DeviceId, OfficerId, RecordId, UnitId } from '../../../src/domain/id.ts';
import { bodySum, changeText } from '../../../src/sync/edition.ts';
import { isLockedAt } from '../../../src/domain/lock.ts';
import type { PeriodId } from '../../../src/domain/period.ts';
import { reportKind, reportRecordId } from '../../../src/domain/report.ts';
import type { Report } from '../../../src/domain/report.ts';
import { reviewSlipKind } from '../../../src/domain/review-slip.ts';
import type { ReviewSlip, SlipDecision } from '../../../src/domain/review-slip.ts';
import { mostPhotos } from '../../../src/domain/photo.ts';
import type { PhotoHash } from '../../../src/domain/photo.ts';
import { sendPhoto } from '../../../src/sync/send-photo.ts';
import { engineAtFirst, step } from '../../../src/sync/engine.ts';
import type { EngineState, Nudge, Outcome, PhotoOutcome } from '../../../src/sync/engine.ts';
import { exchangeOnce } from '../../../src/sync/exchange-once.ts';
import { newestEpoch, recordView } from '../../../src/phone/record-view.ts';
import type { RecordView } from '../../../src/phone/record-view.ts';
import type { MirrorRecord } from '../../../src/sync/mirror.ts';
import type { JournalEntry, LinkAnswer, LockPort, PhotoLinkPort } from '../../../src/sync/ports.ts';
import type { ReplyWords } from '../../../src/sync/bundle.ts';
import { requestsToCarry, settleCarried } from '../../../src/sync/carry.ts';
import { isDelivered } from '../../../src/sync/photo.ts';
import { voidKind } from '../../../src/sync/protocol.ts';
import type { Base, Change, ExchangeRequest } from '../../../src/sync/protocol.ts';
import type { PhotoPart } from '../../../src/sync/receive-photo.ts';
import { emptyMirrorState, loseMirrorPower, memoryMirror } from '../../make/memory-mirror.ts';
import type { MirrorState } from '../../make/memory-mirror.ts';
import { emptyNotebookState, loseNotebookPower, memoryNotebook } from '../../make/memory-notebook.ts';
import type { MemoryNotebook, NotebookState } from '../../make/memory-notebook.ts';
import { emptyPhotosState, losePhotosPower, memoryPhotos } from '../../make/memory-photos.ts';
import type { MemoryPhotos, PhotosState } from '../../make/memory-photos.ts';
import { activityBody, editedBody, editedReport, reportBody, reportPeriods } from './bodies.ts';
import type { Chance } from './chance.ts';
import type { Fault } from './faults.ts';
import type { Rates } from './plan.ts';
import { photosIn, somePicture } from './sim-photos.ts';
import { quickHash } from './seals.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimServer } from './sim-server.ts';

/** A body as a form holds it. */
type Words = Readonly<Record<string, unknown>>;
type RecordBelow = MirrorRecord & { readonly scope: UnitId };

const never = new Promise<never>(() => undefined);

export interface PhoneWorld {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly server: SimServer;
  readonly fault: Fault | null;
  /** Live rates: all of them fall to zero when the world heals. */
  readonly rates: () => Rates;
  /** A file of this phone goes its way: brought in later, twice perhaps, and answered. */
  readonly carry: (phone: SimPhone) => void;
  readonly log: (line: string) => void;
}

interface Tab {
  alive: boolean;
  frozenUntilMs: number;
  engine: EngineState;
  timer: number;
  readonly notebook: MemoryNotebook;
}

interface PhoneSnapshot {
  readonly notebook: NotebookState['current'];
  readonly mirror: MirrorState['current'];
  readonly photos: PhotosState['current'] | null;
  readonly saved: ReadonlySet<ChangeId>;
}

/** What is inside a file; seals and signatures have tests of their own. */
export interface CarriedFile {
  readonly lineage: string;
  readonly requests: readonly ExchangeRequest[];
  readonly parts: readonly PhotoPart[];
}

export class SimPhone {
  readonly notebook: NotebookState;
  readonly mirror: MirrorState = emptyMirrorState();
  /** Null in a world without pictures. */
  readonly photos: PhotosState | null;
  /** Changes of which this phone has told its officer "Đã lưu trên máy", and that nobody took back. */
  saved = new Set<ChangeId>();
  /** Taken back by the officer: must never reach the server. */
  readonly undone = new Set<ChangeId>();
  /** Present in a copy of this notebook: taking it back here does not take it back there. */
  readonly copied = new Set<ChangeId>();
  readonly snapshots: PhoneSnapshot[] = [];
  clockSkewMs = 0;
  revoked = false;
  /** Exchanges with a proven reply, for the promise of progress. */
  doneCount = 0;
  exchangingCount = 0;
  readonly name: string;
  readonly deviceId: DeviceId;
  readonly officerId: OfficerId;
  readonly unitId: UnitId;
  #tabs: Tab[] = [];
  #workers: Tab[] = [];
  #lockHolder: Tab | null = null;
  readonly #world: PhoneWorld;

  constructor(world: PhoneWorld, name: string, deviceId: DeviceId, officerId: OfficerId, unitId: UnitId, hasPhotos = false) {
    this.#world = world;
    this.name = name;
    this.deviceId = deviceId;
    this.officerId = officerId;
    this.unitId = unitId;
    this.notebook = emptyNotebookState(world.chance.token());
    this.photos = hasPhotos ? emptyPhotosState() : null;
  }

  nowMs(): number {
    return this.#world.scheduler.nowMs + this.clockSkewMs;
  }

  entries(): readonly JournalEntry[] {
    return this.notebook.current.entries;
  }

  openTab(): void {
    const { rates, chance } = this.#world;
    const tab: Tab = { alive: true, frozenUntilMs: 0, engine: engineAtFirst, timer: 0, notebook: memoryNotebook(this.notebook, { gate: (label) => this.#gate(tab, label) }) };
    this.#tabs = [...this.#tabs.filter((each) => each.alive), tab].slice(-3);
    this.#nudge(tab, 'opened');
    if (this.#tabs.length < 3 && chance.happens(rates().secondTab * 0.3)) this.openTab();
  }

  killTabs(): void {
    for (const tab of [...this.#tabs, ...this.#workers]) this.#kill(tab);
    this.#tabs = [];
    this.#workers = [];
  }

  /** The browser wakes the service worker, whether a tab is open or not: it sends with a wish for codes alone. */
  wakeWorker(): void {
    const worker: Tab = { alive: true, frozenUntilMs: 0, engine: engineAtFirst, timer: 0, notebook: memoryNotebook(this.notebook, { gate: (label) => this.#gate(worker, label) }) };
    this.#workers = [...this.#workers.filter((each) => each.alive), worker];
    void this.#push(worker).catch(quietly);
  }

  async #push(worker: Tab): Promise<void> {
    const { fault, chance, scheduler, log } = this.#world;
    const link = { exchange: (body: string) => this.#send(worker, body) };
    const notebook = { ...worker.notebook, ...fault?.notebook?.(worker.notebook, this.notebook) };
    const photos = this.#photosOf(worker);
    const parts: PhotoLinkPort = { putPhoto: (hash, offset, bytes) => this.#sendPart(worker, hash, offset, bytes) };
    const lock: LockPort = { ifFree: (work) => this.#ifLockFree(worker, work) };
    const ending = await pushQueue({
      notebook: {
        ...notebook,
        identity: () => Promise.resolve({ token: this.deviceId as string, deviceId: this.deviceId, officer: { id: this.officerId }, unit: { id: this.unitId } } as Identity),
        openEntries: async () => (await notebook.entries()).filter((entry) => entry.open),
      },
      lock,
      photos: photos && this.photos && { store: fault?.photos?.(photos, this.photos) ?? photos, link: () => fault?.photoLink?.(parts, this.notebook) ?? parts, lock },
      link: () => fault?.workerLink?.(link) ?? fault?.link?.(link) ?? link,
      clock: { nowMs: () => this.nowMs() },
      chance: { fraction: () => chance.fraction(), token: () => chance.token() },
      hash: (text) => Promise.resolve(quickHash(text)),
      wait: async (ms) => {
        await scheduler.sleep(ms);
        if (!worker.alive) await never;
      },
    });
    log(`${this.name} worker: ${ending}`);
    worker.alive = false;
  }

  losePower(): void {
    this.killTabs();
    loseNotebookPower(this.notebook);
    loseMirrorPower(this.mirror);
    if (this.photos) losePhotosPower(this.photos);
    this.#world.log(`${this.name} loses power`);
  }

  visit(why: Nudge): void {
    const tab = this.#someTab();
    this.#nudge(tab, why);
  }

  takeSnapshot(): void {
    const { entries } = this.notebook.current;
    for (const entry of entries) this.copied.add(entry.change.changeId);
    this.snapshots.push({ notebook: this.notebook.durable, mirror: this.mirror.durable, photos: this.photos?.durable ?? null, saved: new Set(this.saved) });
  }

  rollBack(): void {
    const snapshot = this.#world.chance.pick(this.snapshots);
    if (!snapshot) return;
    this.killTabs();
    this.notebook.current = snapshot.notebook;
    this.notebook.durable = snapshot.notebook;
    if (this.photos && snapshot.photos) this.photos.current = this.photos.durable = snapshot.photos;
    if (this.#world.chance.happens(0.7)) {
      this.mirror.current = snapshot.mirror;
      this.mirror.durable = snapshot.mirror;
    }
    this.saved = new Set(snapshot.saved);
    this.#world.log(`${this.name} is rolled back`);
  }

  loseMirror(): void {
    this.killTabs();
    const empty = emptyMirrorState();
    this.mirror.current = empty.current;
    this.mirror.durable = empty.durable;
  }

  /** The clone goes on with everything the first one has, device and token included. */
  copyInto(other: SimPhone): void {
    this.takeSnapshot();
    for (const changeId of this.copied) other.copied.add(changeId);
    other.notebook.current = this.notebook.durable;
    other.notebook.durable = this.notebook.durable;
    other.mirror.current = this.mirror.durable;
    other.mirror.durable = this.mirror.durable;
    if (this.photos && other.photos) other.photos.current = other.photos.durable = this.photos.durable;
    other.saved = new Set(this.saved);
    other.revoked = this.revoked;
  }

  // ------------------------------------------------------------ the officer

  async save(): Promise<void> {
    const { chance, rates } = this.#world;
    const tab = this.#someTab();
    const known = chance.happens(rates().edit) ? chance.pick(this.#knownRecords()) : undefined;
    const { base, seen } = known ? this.#baseOf(known) : { base: null, seen: null };
    const recordId = ((base === null ? undefined : known) ?? uuidV7(this.#world.scheduler.nowMs, chance.bytes(10))) as RecordId;
    const changeId = uuidV7(this.#world.scheduler.nowMs, chance.bytes(10)) as ChangeId;
    const voids = seen !== null && chance.happens(rates().void);
    const bad = chance.happens(rates().badBody);
    const words = voids ? { reason: bad ? '' : 'Ghi nhầm đơn vị' } : seen && !bad ? editedBody(chance, seen) : activityBody(chance, bad);
    const body = voids || !this.photos ? words : await this.#withPictures(tab, words);
    this.#world.log(`${this.name} saves ${changeId}`);
    await this.#keep(tab, { changeId, recordId, kind: voids ? 'void' : 'activity', base, body }, seen, true);
  }

  /** What an officer presses “Gửi” on: one journal entry, and perhaps second thoughts. */
  async #keep(tab: Tab, change: Pick<Change, 'changeId' | 'recordId' | 'kind' | 'base' | 'body'>, seen: Words | null, mayCarry: boolean): Promise<void> {
    const { chance, rates, scheduler, server } = this.#world;
    const { changeId } = change;
    const entry = await tab.notebook.save({ ...change, scope: this.unitId, savedAtMs: this.nowMs() });
    if (!tab.alive) return;
    this.saved.add(changeId);
    server.savedTexts.set(changeId, changeText(entry.change));
    if (seen) server.madeFrom.set(changeId, seen);
    this.#nudge(tab, 'saved');
    if (mayCarry && rates().carry > 0 && chance.happens(rates().carry * 0.4)) this.#world.carry(this);
    if (chance.happens(rates().undo)) scheduler.after(chance.between(500, 9_000), () => void this.undo(changeId).catch(quietly));
  }

  /** The unit's report of a period is written, mended or cancelled: by an old page also while it is locked. */
  async report(): Promise<void> {
    const { chance } = this.#world;
    const periodId = chance.pick(reportPeriods) as PeriodId;
    const isOldPage = chance.happens(0.5);
    await this.#handIn(periodId, reportBody(this.unitId, periodId), (seen) => editedReport(chance, seen), (view) => view.standing.qualifier === 'locked' && !isOldPage);
  }

  /** A reviewer at the work of adding up: decides on reports, opens one that was added up, writes the sum of a period. */
  async addUp(): Promise<void> {
    const { chance } = this.#world;
    const below = this.#below().filter(({ current }) => current.recordKind === reportKind && !current.voided);
    const waiting = below.filter(({ current, review }) => review?.edition !== current.edition);
    if (waiting.length > 0 && chance.happens(0.7)) return this.#decideOn(chance.pick(waiting), chance.happens(0.85) ? 'approved' : 'returned');
    const locked = below.filter(({ current, lock }) => isLockedAt(current.edition, lock));
    if (locked.length > 0 && chance.happens(0.25)) return this.#decideOn(chance.pick(locked), 'unlocked');
    // Seldom by an old page, which takes what is not approved, or no longer.
    const takesAll = chance.happens(0.1);
    const countable = below.filter(({ current, review }) => takesAll || (review?.edition === current.edition && review.decision === 'approved'));
    const periodOf = ({ current }: RecordBelow): PeriodId => (current.body as unknown as Report).periodId;
    const someOne = chance.pick(countable);
    const periodId = someOne ? periodOf(someOne) : (chance.pick(reportPeriods) as PeriodId);
    const added = countable.filter((record) => periodOf(record) === periodId);
    const reports = Object.fromEntries(added.map(({ current }) => [current.recordId, current.edition]));
    return this.#handIn(periodId, reportBody(this.unitId, periodId, reports), (seen) => ({ ...editedReport(chance, seen), reports: this.#addedAnew(seen as unknown as Report, reports) }), () => false);
  }

  /** A sum is mended: made anew of what is approved now, or one report taken out, or only its words changed. */
  #addedAnew(seen: Report, now: Report['reports']): Report['reports'] {
    const { chance } = this.#world;
    const without = chance.pick(Object.keys(seen.reports));
    const fewer = Object.fromEntries(Object.entries(seen.reports).filter(([recordId]) => recordId !== without));
    return chance.pick([now, now, fewer, seen.reports]) ?? now;
  }

  /** On every phone of the unit the report of a period is the same record; after one that was cancelled it is the next. */
  async #handIn(periodId: PeriodId, first: Report, edited: (seen: Words) => Words, isLeftAlone: (view: RecordView) => boolean): Promise<void> {
    const { chance, scheduler, log } = this.#world;
    const tab = this.#someTab();
    let attempt = 0;
    const idNow = (): RecordId => reportRecordId(this.unitId, periodId, attempt);
    while (this.#viewOf(idNow())?.cancelReason) attempt += 1;
    const recordId = idNow();
    const view = this.#viewOf(recordId);
    if (view && isLeftAlone(view)) return;
    const { base, seen } = view ? this.#baseOf(recordId) : { base: null, seen: null };
    if (view && !seen) return;
    const changeId = uuidV7(scheduler.nowMs, chance.bytes(10)) as ChangeId;
    const isCancelled = seen !== null && chance.happens(0.2);
    log(`${this.name} ${isCancelled ? 'cancels' : 'saves'} report ${changeId} of ${periodId}, ${recordId}`);
    const body = isCancelled ? { reason: 'Gửi nhầm kỳ' } : seen ? edited(seen) : { ...first };
    await this.#keep(tab, { changeId, recordId, kind: isCancelled ? voidKind : reportKind, base, body: { ...body } }, seen, true);
  }

  /** A reviewer decides on what this phone holds of the units below: seldom on what is decided already, as an old page would. */
  async decide(): Promise<void> {
    const { chance } = this.#world;
    const tab = this.#someTab();
    const records = this.#below();
    const open = records.filter(({ current, review }) => review?.edition !== current.edition);
    const record = chance.pick(open.length > 0 && chance.happens(0.8) ? open : records);
    if (record) await this.#decideOn(record, chance.happens(0.6) ? 'approved' : 'returned', tab);
  }

  async #decideOn(record: RecordBelow | undefined, decision: SlipDecision, tab = this.#someTab()): Promise<void> {
    if (!record) return;
    const { chance, scheduler, log } = this.#world;
    const { current, scope } = record;
    const slip: ReviewSlip = {
      recordId: current.recordId, unitId: scope, edition: current.edition, changeId: current.changeId, sum: bodySum(current.body), decision,
      remarks: decision === 'returned' ? [{ field: 'attendances', text: 'Thiếu số người dự' }] : [], dueOn: null, reason: decision === 'unlocked' ? 'Đơn vị gửi bổ sung' : '',
    };
    const changeId = uuidV7(scheduler.nowMs, chance.bytes(10)) as ChangeId;
    const recordId = uuidV7(scheduler.nowMs, chance.bytes(10)) as RecordId;
    log(`${this.name} decides ${changeId}: ${slip.decision} on ${slip.recordId} ${slip.edition}`);
    await this.#keep(tab, { changeId, recordId, kind: reviewSlipKind, base: null, body: { ...slip } }, null, false);
  }

  /** What this phone holds of the units below. */
  #below(): readonly RecordBelow[] {
    return [...this.mirror.current.items.values()].flatMap((item) => (item.kind === 'record' && item.scope !== this.unitId ? [{ ...(item.body as MirrorRecord), scope: item.scope as UnitId }] : []));
  }

  /** Pictures are kept before the words that name them; where there is no room for one, the words go without it. */
  async #withPictures(tab: Tab, words: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { chance, rates } = this.#world;
    let photos = [...photosIn(words)];
    if (photos.length > 0 && chance.happens(0.3)) photos = photos.slice(1);
    for (let count = 0; count < 2 && photos.length < mostPhotos; count += 1) {
      if (!chance.happens(rates().photo)) continue;
      const { photo, bytes } = somePicture(chance);
      if (photos.some((each) => each.hash === photo.hash)) continue;
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as they are taken
        await this.#photosOf(tab)?.keep(photo.hash, bytes);
        photos.push(photo);
      } catch (error) {
        quietly(error);
      }
    }
    const { photos: _former, ...rest } = words;
    return photos.length === 0 ? rest : { ...rest, photos };
  }

  #photosOf(tab: Tab): MemoryPhotos | null {
    return this.photos && memoryPhotos(this.photos, { gate: (label) => this.#gate(tab, label) });
  }

  /** What waits here, or is not safe, leaves the phone as a file. Null when the page was closed meanwhile. */
  async exportFile(): Promise<CarriedFile | null> {
    const { chance, fault, scheduler, log } = this.#world;
    const tab = this.#someTab();
    const what = chance.pick(['open', 'unsafe'] as const) ?? 'open';
    const before = this.entries();
    const { head, changes } = await tab.notebook.carry(this.nowMs(), what);
    if (!tab.alive) return null;
    if (fault?.carriesUnoffered) {
      const former = new Map(before.map((entry) => [entry.change.changeId, entry.offeredAtMs]));
      const entries = this.entries().map((entry) => ({ ...entry, offeredAtMs: former.get(entry.change.changeId) ?? entry.offeredAtMs }));
      this.notebook.current = this.notebook.durable = { ...this.notebook.current, entries: entries.map((entry) => (former.get(entry.change.changeId) === null ? { ...entry, offeredAtMs: null } : entry)) };
    }
    const named = new Set(this.entries().flatMap(({ change }) => photosIn(change.body).map(({ hash }) => hash)));
    const kept = this.photos?.current.photos.filter((photo) => named.has(photo.hash) && !isDelivered(photo)) ?? [];
    log(`${this.name} exports ${changes.length} changes, ${kept.length} pictures at ${scheduler.nowMs}`);
    return { lineage: head.lineage, requests: requestsToCarry(this.deviceId, head, changes, chance.token()), parts: kept.map(({ hash, bytes }) => ({ hash, offset: 0, bytes })) };
  }

  /** The file that answers comes back, whenever it does. */
  async openReplyFile(words: ReplyWords): Promise<void> {
    const { fault, log } = this.#world;
    const tab = this.#someTab();
    const photos = this.#photosOf(tab);
    const notebook = { ...tab.notebook, ...fault?.notebook?.(tab.notebook, this.notebook) };
    const settled = await settleCarried(
      {
        notebook,
        photos: photos && this.photos && (fault?.photos?.(photos, this.photos) ?? photos),
        openIds: async () => new Set((await tab.notebook.entries()).filter((entry) => entry.open).map((entry) => entry.change.changeId)),
      },
      fault?.carried?.(words, this.notebook) ?? words,
    );
    log(`${this.name} opens a reply: ${settled.settledCount}`);
  }

  async undo(changeId: ChangeId): Promise<void> {
    const tab = this.#someTab();
    if (!this.saved.has(changeId)) return;
    this.saved.delete(changeId); // from here on it may be either way, until the answer
    if (this.#world.fault?.undoesWhatWasOffered) {
      this.notebook.current = { ...this.notebook.current, entries: this.entries().filter((entry) => entry.change.changeId !== changeId) };
      this.notebook.durable = this.notebook.current;
      this.undone.add(changeId);
      return;
    }
    const taken = await tab.notebook.undo(changeId);
    if (!tab.alive) return;
    if (taken) this.undone.add(changeId);
    else this.saved.add(changeId);
    this.#world.log(`${this.name} undoes ${changeId}: ${taken}`);
  }

  /** Own activities, and those of the unit's other phones; reports are mended by their period. */
  #knownRecords(): readonly RecordId[] {
    const reports = new Set(this.entries().flatMap(({ change }) => (change.kind === reportKind ? [change.recordId] : [])));
    const own = this.entries().map((entry) => entry.change.recordId);
    const others = [...this.mirror.current.items.values()].filter((item) => item.kind === 'record' && item.scope === this.unitId);
    for (const { body } of others) if ((body as MirrorRecord).current.recordKind === reportKind) reports.add((body as MirrorRecord).current.recordId);
    return [...new Set([...own, ...others.map((item) => item.key as RecordId)])].filter((recordId) => !reports.has(recordId));
  }

  /** What this phone's screen would say of a record. */
  #viewOf(recordId: RecordId): RecordView | null {
    const own = this.entries().filter((entry) => entry.change.recordId === recordId);
    const record = (this.mirror.current.items.get(`record ${recordId}`)?.body ?? null) as MirrorRecord | null;
    const epoch = newestEpoch(this.mirror.current.head.epoch, this.notebook.current.head.epoch);
    return recordView(own, record, { epoch, mirrorEpoch: this.mirror.current.head.epoch, nowMs: this.nowMs(), sendingIds: new Set<ChangeId>(), frozen: false });
  }

  /** What an edit is made from, and the words it starts with: what the screen shows, or (an old tab) something stale. */
  #baseOf(recordId: RecordId): { base: Base; seen: Words | null } {
    const { chance, rates } = this.#world;
    const first = this.#world.server.reference.bodies.get(`${recordId} 1`);
    const firstMaker = this.#world.server.reference.editions.get(`${recordId} 1`);
    if (chance.happens(rates().staleEdit) && first && firstMaker) return { base: { edition: 1, changeId: firstMaker }, seen: first };
    const view = this.#viewOf(recordId);
    const words = view?.activity ?? view?.report;
    // An undone change must not be somebody's base: the screen edits its draft instead.
    if (!view || !words || view.undoable || view.standing.state === 'replaced') return { base: null, seen: null };
    // Before two versions the officer chooses; here she takes the province's and goes on from it.
    const seen = view.standing.qualifier === 'two-versions' ? (view.other ?? view.otherReport) : words;
    return { base: view.nextBase, seen: seen && { ...seen } };
  }

  // ------------------------------------------------------------ the runner

  #nudge(tab: Tab, why: Nudge): void {
    if (tab.alive) this.#carryOut(tab, step(tab.engine, { kind: 'nudge', why, nowMs: this.nowMs() }, this.#world.chance.fraction()));
  }

  #carryOut(tab: Tab, next: ReturnType<typeof step>): void {
    tab.engine = next.state;
    for (const effect of next.effects) {
      if (effect.kind === 'wait') {
        tab.timer += 1;
        const { timer } = tab;
        this.#world.scheduler.after(effect.ms, () => {
          if (tab.alive && tab.timer === timer) this.#nudge(tab, 'timer');
        });
      } else if (effect.kind === 'exchange') {
        void this.#exchange(tab, effect);
      } else {
        void this.#carryPhoto(tab, effect.chunkBytes);
      }
    }
  }

  async #exchange(tab: Tab, effect: { budgetCharacters: number; want: number; listCursors: boolean }): Promise<void> {
    const startedMs = this.#world.scheduler.nowMs;
    const answer = await this.#ifLockFree(tab, () => this.#exchangeNow(tab, effect));
    const outcome: Outcome = answer === 'busy' ? { kind: 'busy' } : answer;
    if (!tab.alive) return;
    this.#world.log(`${this.name} ${outcome.kind}`);
    if (outcome.kind === 'done') this.doneCount += 1;
    const event = { kind: 'finished', outcome, nowMs: this.nowMs(), tookMs: this.#world.scheduler.nowMs - startedMs } as const;
    this.#carryOut(tab, step(tab.engine, event, this.#world.chance.fraction()));
  }

  /** Without a lock: two tabs that send one picture at once are the server's to bear. */
  async #carryPhoto(tab: Tab, chunkBytes: number): Promise<void> {
    const startedMs = this.#world.scheduler.nowMs;
    const outcome = await this.#sendPhotoNow(tab, chunkBytes);
    if (!tab.alive) return;
    this.#world.log(`${this.name} photo ${outcome.kind}`);
    const event = { kind: 'photo-finished', outcome, nowMs: this.nowMs(), tookMs: this.#world.scheduler.nowMs - startedMs } as const;
    this.#carryOut(tab, step(tab.engine, event, this.#world.chance.fraction()));
  }

  async #sendPhotoNow(tab: Tab, chunkBytes: number): Promise<PhotoOutcome> {
    const { fault } = this.#world;
    const photos = this.#photosOf(tab);
    if (!photos || !this.photos) throw new Error('Without pictures none is due.');
    const link: PhotoLinkPort = { putPhoto: (hash, offset, bytes) => this.#sendPart(tab, hash, offset, bytes) };
    try {
      return await sendPhoto(
        {
          photos: fault?.photos?.(photos, this.photos) ?? photos,
          scope: this.unitId,
          notebook: fault?.notebook?.(tab.notebook, this.notebook) ?? tab.notebook,
          link: fault?.photoLink?.(link, this.notebook) ?? link,
          clock: { nowMs: () => this.nowMs() },
        },
        chunkBytes,
      );
    } catch (error) {
      if (error instanceof DiskFull) return { kind: 'store-trouble' };
      throw error;
    }
  }

  async #exchangeNow(tab: Tab, effect: { budgetCharacters: number; want: number; listCursors: boolean }): Promise<Outcome> {
    const { fault, chance } = this.#world;
    const mirror = memoryMirror(this.mirror, { gate: (label) => this.#gate(tab, label) });
    const photos = this.#photosOf(tab);
    const link = { exchange: (body: string) => this.#send(tab, body) };
    try {
      return await exchangeOnce(
        {
          notebook: fault?.notebook?.(tab.notebook, this.notebook) ?? tab.notebook,
          mirror: fault?.mirror?.(mirror, this.mirror) ?? mirror,
          link: fault?.link?.(link) ?? link,
          clock: { nowMs: () => this.nowMs() },
          chance: { fraction: () => chance.fraction(), token: () => chance.token() },
          hash: (text) => Promise.resolve(quickHash(text)),
          photos: photos && this.photos && { store: fault?.photos?.(photos, this.photos) ?? photos, scope: this.unitId },
        },
        { deviceId: this.deviceId, officerId: this.officerId, ...effect },
      );
    } catch (error) {
      if (error instanceof DiskFull) return { kind: 'store-trouble' };
      throw error;
    }
  }

  /** A dead tab lets go of its lock; a frozen one keeps it; two worlds without locks race. */
  async #ifLockFree<Ended>(tab: Tab, work: () => Promise<Ended>): Promise<Ended | 'busy'> {
    const hasLocks = this.#world.chance.happens(0.7);
    if (hasLocks && this.#lockHolder?.alive) return 'busy';
    if (hasLocks) this.#lockHolder = tab;
    this.exchangingCount += 1;
    try {
      return await work();
    } finally {
      this.exchangingCount -= 1;
      if (this.#lockHolder === tab) this.#lockHolder = null;
    }
  }

  /** Between any two awaits: time passes, the tab freezes, the page dies, the disk is full. */
  async #gate(tab: Tab, label: string): Promise<void> {
    const { scheduler, chance, rates } = this.#world;
    if (!tab.alive) return never;
    if (chance.happens(rates().freezeTab)) tab.frozenUntilMs = scheduler.nowMs + chance.between(10_000, 3_600_000);
    await scheduler.sleep(chance.below(40) + Math.max(0, tab.frozenUntilMs - scheduler.nowMs));
    if (chance.happens(rates().kill)) this.#kill(tab);
    if (!tab.alive) return never;
    if (label.endsWith(':before') && chance.happens(rates().diskFull)) throw new DiskFull();
    return undefined;
  }

  #kill(tab: Tab): void {
    if (tab.alive) this.#world.log(`${this.name} tab dies`);
    tab.alive = false;
  }

  #someTab(): Tab {
    const alive = this.#tabs.filter((tab) => tab.alive);
    const tab = this.#world.chance.pick(alive);
    if (tab) return tab;
    this.openTab();
    return this.#tabs.at(-1) as Tab;
  }

  // ------------------------------------------------------------ the network

  async #send(tab: Tab, body: string): Promise<LinkAnswer> {
    const { scheduler, chance, rates, server } = this.#world;
    const patience = 20_000;
    await scheduler.sleep(chance.between(50, 2_000));
    if (!tab.alive) return never;
    if (chance.happens(rates().portal)) return { kind: 'answer', status: 200, mediaType: 'text/html', text: '<html>Đăng nhập Wi-Fi</html>' };
    if (chance.happens(rates().dropRequest)) return this.#silence(tab, patience);
    const sent = this.#damaged(body);
    if (chance.happens(rates().duplicate)) scheduler.after(chance.between(100, 600_000), async () => void (await server.exchange(this.deviceId, sent)));
    const answer = await server.exchange(this.deviceId, sent);
    if (chance.happens(rates().dropReply)) return this.#silence(tab, patience);
    const delay = chance.happens(rates().delayReply) ? chance.between(2_000, 40_000) : chance.between(50, 2_000);
    if (delay > patience) return this.#silence(tab, patience);
    await scheduler.sleep(delay);
    if (!tab.alive) return never;
    return answer.kind === 'silence' ? this.#silence(tab, patience) : { ...answer, text: this.#damaged(answer.text) };
  }

  /** A part may be cut, doubled or altered on its way, like everything else. */
  async #sendPart(tab: Tab, hash: PhotoHash, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<LinkAnswer> {
    const { scheduler, chance, rates, server } = this.#world;
    const patience = 20_000;
    await scheduler.sleep(chance.between(50, 8_000));
    if (!tab.alive) return never;
    if (chance.happens(rates().portal)) return { kind: 'answer', status: 200, mediaType: 'text/html', text: '<html>Đăng nhập Wi-Fi</html>' };
    if (chance.happens(rates().dropRequest)) return this.#silence(tab, patience);
    const sent = bytes.slice();
    if (chance.happens(rates().corrupt)) sent[chance.below(sent.length)] = chance.below(256);
    const put = async () => server.putPhoto(this.deviceId, hash, offset, sent);
    if (chance.happens(rates().duplicate)) scheduler.after(chance.between(100, 600_000), async () => void (await put()));
    if (chance.happens(rates().truncate)) {
      // What came before the link broke is kept; nobody hears the answer.
      await server.putPhoto(this.deviceId, hash, offset, sent.slice(0, chance.below(sent.length)));
      return this.#silence(tab, patience);
    }
    const answer = await put();
    if (chance.happens(rates().dropReply)) return this.#silence(tab, patience);
    await scheduler.sleep(chance.between(50, 2_000));
    if (!tab.alive) return never;
    return answer.kind === 'silence' ? this.#silence(tab, patience) : { ...answer, text: this.#damaged(answer.text) };
  }

  async #silence(tab: Tab, patienceMs: number): Promise<LinkAnswer> {
    await this.#world.scheduler.sleep(patienceMs);
    return tab.alive ? { kind: 'silence' } : never;
  }

  #damaged(text: string): string {
    const { chance, rates } = this.#world;
    if (chance.happens(rates().truncate)) return text.slice(0, chance.below(text.length));
    if (!chance.happens(rates().corrupt)) return text;
    const at = chance.below(text.length);
    return `${text.slice(0, at)}${String.fromCodePoint(33 + chance.below(90))}${text.slice(at + 1)}`;
  }
}

export class DiskFull extends Error {}

export function quietly(error: unknown): void {
  if (!(error instanceof DiskFull)) throw error;
}
