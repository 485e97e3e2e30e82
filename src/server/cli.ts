/**
 * `npm run so-tay -- <command>`: what an administrator does beside the running server. Exit codes: 0 done, 1 refused
 * with the reason, 2 wrong usage. With --json one JSON object is printed instead of sentences.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { checkContent } from '../content/check.ts';
import { DeviceId, UnitId } from '../domain/id.ts';
import { instantOf } from '../domain/time.ts';
import { bytesText, timeDateText } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import { commandWords, startWords } from '../i18n/server-words.ts';
import { bundleLimits, replyFileEnding } from '../sync/bundle.ts';
import { linkBase, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { folderPhotoBytes } from './photos/folder-bytes.ts';
import { addAccount, firstLoginLink } from './services/add-account.ts';
import { backUp } from './services/back-up.ts';
import { confirmBackup } from './services/confirm-backup.ts';
import type { Host } from './services/host.ts';
import { importBundle, openRescueFile } from './services/import-bundle.ts';
import { activationLink, codeOnPaper, inviteOfficer } from './services/invite-officer.ts';
import { listAlarms } from './services/list-alarms.ts';
import { prepareStore } from './services/prepare-store.ts';
import { PublishedContent } from './services/published-content.ts';
import { removeSample } from './services/remove-sample.ts';
import { resetAccount } from './services/reset-account.ts';
import { isHalfRestored, restoreBackup } from './services/restore-backup.ts';
import { listDevices, revokeDevice } from './services/revoke-device.ts';
import { verifyReceipt } from './services/verify-receipt.ts';
import { openSqliteStorage } from './storage/sqlite.ts';

/** What a command answers: lines for people, an object for programs, and whether it was refused. */
interface CommandAnswer {
  readonly lines: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
  readonly isRefused: boolean;
}

const dayMs = 86_400_000;
const actor = 'so-tay';
/** The ids at the beginning of an alarm's text; behind them may stand what somebody wrote. */
const alarmCharacters = 80;

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const read = readConfig(process.env);
  if (read.kind === 'refused') {
    console.error(say(startWords.configWrong, { variable: read.variable }));
    return 2;
  }
  let exitCode = 0;
  const tell = (answer: CommandAnswer, options: { readonly json?: boolean }) => {
    exitCode = answer.isRefused ? 1 : 0;
    if (options.json === true) console.log(JSON.stringify({ ok: !answer.isRefused, ...answer.value }));
    else for (const line of answer.lines) (answer.isRefused ? console.error : console.log)(line);
  };
  const program = commands(read.config, tell);
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

function commands(config: Config, tell: (answer: CommandAnswer, options: { readonly json?: boolean }) => void): Command {
  const program = new Command('so-tay').description(commandWords.about).exitOverride().showHelpAfterError();

  withJson(program.command('invite').description(commandWords.invite))
    .requiredOption('--unit <id>', commandWords.optionUnit)
    .option('--officer <name>', commandWords.optionOfficer)
    .option('--days <count>', commandWords.optionDays, '30')
    .action(async (options: { unit: string; officer?: string; days: string; json?: boolean }) => tell(await invite(config, options), options));

  const admin = program.command('admin').description(commandWords.admin);
  withJson(admin.command('add').description(commandWords.adminAdd))
    .requiredOption('--name <name>', commandWords.optionName)
    .option('--display <name>', commandWords.optionDisplay)
    .requiredOption('--unit <id>', commandWords.optionUnit)
    .option('--days <count>', commandWords.optionDays, '30')
    .action(async (options: { name: string; display?: string; unit: string; days: string; json?: boolean }) => tell(await addAdmin(config, options), options));

  withJson(admin.command('reset').description(commandWords.adminReset))
    .argument('<account>', commandWords.argumentAccount)
    .option('--days <count>', commandWords.optionDays, '7')
    .action(async (name: string, options: { days: string; json?: boolean }) => tell(await resetAdmin(config, name, options.days), options));

  const receipt = program.command('receipt').description(commandWords.receipt);
  withJson(receipt.command('verify').description(commandWords.receiptVerify))
    .argument('<number>', commandWords.argumentReceipt)
    .action(async (number: string, options: { json?: boolean }) => tell(await verify(config, number), options));

  const bundle = program.command('bundle').description(commandWords.bundle);
  withJson(bundle.command('import').description(commandWords.bundleImport))
    .argument('<file>', commandWords.argumentBundle)
    .action(async (path: string, options: { json?: boolean }) => tell(await bringIn(config, path), options));

  withJson(bundle.command('open').description(commandWords.bundleOpen))
    .argument('<file>', commandWords.argumentRescue)
    .action(async (path: string, options: { json?: boolean }) => tell(await openUp(config, path), options));

  const device = program.command('device').description(commandWords.device);
  withJson(device.command('list').description(commandWords.deviceList)).action(async (options: { json?: boolean }) => tell(await devices(config), options));
  withJson(device.command('revoke').description(commandWords.deviceRevoke))
    .argument('<id>', commandWords.argumentDevice)
    .action(async (id: string, options: { json?: boolean }) => tell(await revoke(config, id), options));

  withJson(program.command('alarms').description(commandWords.alarms)).action(async (options: { json?: boolean }) => tell(await alarms(config), options));

  const backup = withJson(program.command('backup').description(commandWords.backup))
    .argument('<file>', commandWords.argumentBackup)
    .action(async (target: string, options: { json?: boolean }) => tell(await copy(config, target), options));
  withJson(backup.command('confirm').description(commandWords.backupConfirm))
    .argument('<folder>', commandWords.argumentConfirm)
    // The flag is known to both commands; read from whichever took it.
    .action(async (target: string, _own: unknown, command: Command) => tell(await confirm(config, target), command.optsWithGlobals<{ json?: boolean }>()));
  withJson(program.command('restore').description(commandWords.restore))
    .argument('<file>', commandWords.argumentRestore)
    .action(async (path: string, options: { json?: boolean }) => tell(await putBack(config, path), options));

  const content = program.command('content').description(commandWords.content);
  withJson(content.command('check').description(commandWords.contentCheck)).action((options: { json?: boolean }) => tell(proveContent(), options));

  const sample = program.command('sample').description(commandWords.sample);
  withJson(sample.command('remove').description(commandWords.sampleRemove)).action(async (options: { json?: boolean }) => tell(await endSample(config), options));
  return inherit(program);
}

function withJson(command: Command): Command {
  return command.option('--json', commandWords.optionJson);
}

/** Commander asks every command anew what to do on wrong usage. */
function inherit(command: Command): Command {
  for (const child of command.commands) inherit(child.exitOverride().showHelpAfterError());
  return command;
}

function done(value: CommandAnswer['value'], ...lines: string[]): CommandAnswer {
  return { lines, value, isRefused: false };
}

function refused(reason: string, line: string): CommandAnswer {
  return { lines: [line], value: { reason, sentence: line }, isRefused: true };
}

/** Opens the store that `npm start` has made; the server may go on running. */
async function inStore(config: Config, work: (host: Host) => Promise<CommandAnswer>): Promise<CommandAnswer> {
  if (isHalfRestored(config.databasePath)) return halfRestored(config);
  if (!existsSync(config.databasePath)) return refused('store-missing', say(commandWords.storeMissing, { path: config.databasePath }));
  const storage = await openSqliteStorage(config.databasePath);
  try {
    const { isNew, seals } = await prepareStore(storage);
    if (isNew) return refused('store-missing', say(commandWords.storeMissing, { path: config.databasePath }));
    return await work({ storage, seals, published: new PublishedContent(), photos: folderPhotoBytes(config.photosFolder), nowMs: () => Date.now() });
  } finally {
    await storage.close();
  }
}

function daysOf(text: string): number | null {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 365 ? Number(text) : null;
}

function halfRestored(config: Config): CommandAnswer {
  return refused('half-restored', say(startWords.halfRestored, { path: config.databasePath }));
}

function unknownUnit(unit: string): CommandAnswer {
  return refused('unit-unknown', say(commandWords.unitUnknown, { unit }));
}

async function invite(config: Config, options: { unit: string; officer?: string; days: string }): Promise<CommandAnswer> {
  const days = daysOf(options.days);
  if (days === null) return refused('days-wrong', commandWords.daysWrong);
  const unitId = UnitId.safeParse(options.unit);
  if (!unitId.success) return unknownUnit(options.unit);
  return inStore(config, async (host) => {
    const outcome = await inviteOfficer(host, unitId.data, options.officer ?? null, days * dayMs, actor);
    switch (outcome.kind) {
      case 'unit-unknown':
        return unknownUnit(options.unit);
      case 'unit-records-nothing':
        return refused(outcome.kind, say(commandWords.unitRecordsNothing, { unit: options.unit }));
      case 'officer-name-needed':
        return refused(outcome.kind, say(commandWords.officerNameNeeded, { unit: options.unit }));
      case 'invited': {
        const { code, unit, officer, expiresAt } = outcome.invitation;
        const link = activationLink(linkBase(config), code);
        const line = say(commandWords.invited, { officer: officer.name, unit: unit.name, until: timeDateText(expiresAt) });
        return done({ link, code, unitId: unit.id, officerId: officer.id, expiresAt }, line, `  ${codeOnPaper(code)}`, `  ${link}`);
      }
    }
  });
}

async function addAdmin(config: Config, options: { name: string; display?: string; unit: string; days: string }): Promise<CommandAnswer> {
  const days = daysOf(options.days);
  if (days === null) return refused('days-wrong', commandWords.daysWrong);
  const unitId = UnitId.safeParse(options.unit);
  if (!unitId.success) return unknownUnit(options.unit);
  return inStore(config, async (host) => {
    const outcome = await addAccount(host, options.name, unitId.data, days * dayMs, actor, options.display ?? '');
    switch (outcome.kind) {
      case 'unit-unknown':
        return unknownUnit(options.unit);
      case 'name-taken':
        return refused(outcome.kind, say(commandWords.nameTaken, { name: options.name }));
      case 'name-malformed':
        return refused(outcome.kind, commandWords.nameMalformed);
      case 'added': {
        const { name, unit, role, token, expiresAt } = outcome;
        const link = firstLoginLink(linkBase(config), token);
        const line = say(commandWords.added, { name, unit: unit.name, until: timeDateText(expiresAt) });
        return done({ link, name, unitId: unit.id, role, expiresAt }, line, `  ${link}`);
      }
    }
  });
}

async function resetAdmin(config: Config, typed: string, typedDays: string): Promise<CommandAnswer> {
  const days = daysOf(typedDays);
  if (days === null) return refused('days-wrong', commandWords.daysWrong);
  return inStore(config, async (host) => {
    const outcome = await resetAccount(host, typed, days * dayMs, actor);
    if (outcome.kind === 'account-unknown') return refused(outcome.kind, say(commandWords.accountUnknown, { name: typed }));
    const { name, token, expiresAt } = outcome;
    const link = firstLoginLink(linkBase(config), token);
    return done({ link, name, expiresAt }, say(commandWords.reset, { name, until: timeDateText(expiresAt) }), `  ${link}`);
  });
}

function verify(config: Config, typed: string): Promise<CommandAnswer> {
  return inStore(config, async (host) => {
    const outcome = await verifyReceipt(host, typed);
    switch (outcome.kind) {
      case 'number-malformed':
        return refused(outcome.kind, say(commandWords.receiptMalformed, { number: typed }));
      case 'number-unknown':
        return refused(outcome.kind, say(commandWords.receiptUnknown, { number: typed }));
      case 'mark-wrong':
        return refused(outcome.kind, say(commandWords.receiptMarkWrong, { number: typed }));
      case 'verified': {
        const { number, recordId, unitName, title, edition, currentEdition, isVoid, receivedAt } = outcome.receipt;
        const lines = [
          say(commandWords.receiptVerified, { number, unit: unitName, at: timeDateText(receivedAt) }),
          say(commandWords.receiptOf, { title, record: recordId, edition }),
        ];
        if (isVoid) lines.push(commandWords.receiptVoid);
        else if (currentEdition > edition) lines.push(say(commandWords.receiptMended, { edition: currentEdition }));
        return done({ ...outcome.receipt }, ...lines);
      }
    }
  });
}

function bringIn(config: Config, path: string): Promise<CommandAnswer> {
  return inStore(config, async (host) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile()) return refused('file-missing', say(commandWords.bundleMissing, { path }));
    // Nothing that large is read into memory at all.
    const outcome = found.size > bundleLimits.fileBytes ? { kind: 'bundle-too-big' as const } : await importBundle(host, Uint8Array.from(readFileSync(path)), actor);
    switch (outcome.kind) {
      case 'bundle-too-big':
        return refused(outcome.kind, say(commandWords.bundleTooBig, { path }));
      case 'bundle-malformed':
        return refused(outcome.kind, say(commandWords.bundleMalformed, { path }));
      case 'device-unknown':
        return refused(outcome.kind, say(commandWords.bundleDeviceUnknown, { path }));
      case 'signature-wrong':
        return refused(outcome.kind, say(commandWords.bundleSignatureWrong, { path }));
      case 'key-unknown':
        return refused(outcome.kind, say(commandWords.bundleKeyUnknown, { path }));
      case 'imported': {
        const { reply, ...bundle } = outcome.bundle;
        const replyPath = reply && `${path}${replyFileEnding}`;
        try {
          if (reply && replyPath) writeFileSync(replyPath, reply, { flush: true });
        } catch {
          return refused('reply-unwritten', say(commandWords.bundleReplyUnwritten, { path: replyPath ?? path }));
        }
        const stored = (bundle.codes.ok ?? 0) + (bundle.codes.duplicate ?? 0);
        const lines = [
          say(commandWords.bundleImported, { officer: bundle.officerName, unit: bundle.unitName, at: timeDateText(bundle.madeAt) }),
          say(commandWords.bundleCounts, { count: bundle.changeCount, stored, other: bundle.changeCount - stored }),
        ];
        if (bundle.photoCount > 0) lines.push(say(commandWords.bundlePhotos, { whole: bundle.wholePhotoCount, count: bundle.photoCount }));
        if (bundle.isRevoked) lines.push(commandWords.bundleRevoked);
        if (replyPath) lines.push(say(commandWords.bundleReply, { path: replyPath }));
        return done({ ...bundle, replyPath }, ...lines);
      }
    }
  });
}

function openUp(config: Config, path: string): Promise<CommandAnswer> {
  return inStore(config, async (host) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile()) return refused('file-missing', say(commandWords.bundleMissing, { path }));
    const outcome = found.size > bundleLimits.fileBytes ? { kind: 'bundle-too-big' as const } : await openRescueFile(host, Uint8Array.from(readFileSync(path)));
    switch (outcome.kind) {
      case 'bundle-too-big':
        return refused(outcome.kind, say(commandWords.bundleTooBig, { path }));
      case 'bundle-malformed':
        return refused(outcome.kind, say(commandWords.rescueMalformed, { path }));
      case 'key-unknown':
        return refused(outcome.kind, say(commandWords.bundleKeyUnknown, { path }));
      case 'opened': {
        const target = `${path}.json`;
        try {
          // Another person's words: for whoever runs this, and nobody else on the machine.
          writeFileSync(target, outcome.text, { flush: true, mode: 0o600 });
        } catch {
          return refused('file-unwritten', say(commandWords.rescueUnwritten, { path: target }));
        }
        return done({ path: target, madeAt: outcome.madeAt }, say(commandWords.rescueOpened, { path: target, at: timeDateText(outcome.madeAt) }));
      }
    }
  });
}

function confirm(config: Config, target: string): Promise<CommandAnswer> {
  return inStore(config, async (host) => {
    const outcome = await confirmBackup(host, target, config.dataFolder, actor);
    switch (outcome.kind) {
      case 'copy-missing':
        return refused(outcome.kind, say(commandWords.copyMissing, { path: target }));
      case 'copy-at-home':
        return refused(outcome.kind, say(commandWords.copyAtHome, { path: target }));
      case 'copy-unsound':
        return refused(outcome.kind, say(commandWords.copyUnsound, { path: target }));
      case 'copy-lacks-photos':
        return refused(outcome.kind, say(commandWords.copyLacksPhotos, { count: outcome.missingPhotoCount, folder: outcome.photosFolder }));
      case 'epoch-other':
        return refused(outcome.kind, say(commandWords.copyOfOther, { path: target }));
      case 'rows-other':
        return refused(outcome.kind, say(commandWords.copyOfLostLife, { path: target }));
      case 'confirmed': {
        const { path, recordCount, raised } = outcome;
        const sentence = raised.length > 0 ? commandWords.confirmed : commandWords.confirmedBefore;
        return done({ path, recordCount, raised }, say(sentence, { path, records: recordCount }));
      }
    }
  });
}

function devices(config: Config): Promise<CommandAnswer> {
  return inStore(config, async (host) => {
    const list = await listDevices(host);
    const lines = list.map((device) => {
      const contact = device.lastContactAt === null ? commandWords.neverContacted : say(commandWords.lastContact, { at: timeDateText(device.lastContactAt) });
      return [device.id, device.unitId, device.officerName, contact, ...(device.revokedAt === null ? [] : [commandWords.isRevoked])].join(' · ');
    });
    return done({ devices: list }, ...(lines.length === 0 ? [commandWords.noDevice] : lines));
  });
}

async function revoke(config: Config, typed: string): Promise<CommandAnswer> {
  const id = DeviceId.safeParse(typed.toLowerCase());
  if (!id.success) return refused('device-unknown', say(commandWords.deviceUnknown, { device: typed }));
  return inStore(config, async (host) => {
    const outcome = await revokeDevice(host, id.data, actor);
    if (outcome === 'unknown') return refused('device-unknown', say(commandWords.deviceUnknown, { device: typed }));
    const sentence = outcome === 'revoked' ? commandWords.revoked : commandWords.revokedBefore;
    return done({ deviceId: id.data, outcome }, say(sentence, { device: id.data }));
  });
}

/** People are shown whose and why; what was written stands in the JSON only. */
function alarms(config: Config): Promise<CommandAnswer> {
  return inStore(config, async (host) => {
    const listed = await listAlarms(host);
    const lines = [
      ...listed.alarms.map(({ at, code, text }) => [timeDateText(at), commandWords.alarmOf[code], text.slice(0, alarmCharacters)].join(' · ')),
      ...listed.changes.map(({ receivedAt, code, reason, unitId, deviceId, changeId }) =>
        [timeDateText(receivedAt), `${code} ${reason}`.trim(), unitId, deviceId, changeId].join(' · '),
      ),
    ];
    return done({ ...listed }, ...(lines.length === 0 ? [commandWords.noAlarm] : lines));
  });
}

async function copy(config: Config, target: string): Promise<CommandAnswer> {
  if (isHalfRestored(config.databasePath)) return halfRestored(config);
  if (!existsSync(config.databasePath)) return refused('store-missing', say(commandWords.storeMissing, { path: config.databasePath }));
  const outcome = await backUp(config.databasePath, target, stampOf(Date.now()));
  if (outcome === 'exists') return refused('backup-exists', say(commandWords.backupExists, { path: target }));
  const { path, byteCount, recordCount, photoCount, missingPhotoCount, photosFolder } = outcome;
  const lines = [say(commandWords.backedUp, { path, size: bytesText(byteCount), records: recordCount })];
  if (photoCount > 0) lines.push(say(commandWords.photosBackedUp, { count: photoCount - missingPhotoCount, folder: photosFolder }));
  if (missingPhotoCount > 0) lines.push(say(commandWords.photosMissing, { count: missingPhotoCount }));
  return done({ path, byteCount, recordCount, photoCount, missingPhotoCount, photosFolder }, ...lines);
}

async function putBack(config: Config, path: string): Promise<CommandAnswer> {
  const nowMs = Date.now();
  const outcome = await restoreBackup(config.databasePath, path, stampOf(nowMs), nowMs);
  switch (outcome.kind) {
    case 'held':
      return refused('store-held', say(startWords.storeHeld, { folder: config.dataFolder }));
    case 'unsound':
      return refused('backup-unsound', say(commandWords.backupUnsound, { path }));
    case 'restored': {
      const { epochOrdinal, asidePath, missingPhotoCount } = outcome;
      const lines = [say(commandWords.restored, { path, epoch: epochOrdinal })];
      if (asidePath !== null) lines.push(say(commandWords.setAside, { path: asidePath }));
      if (missingPhotoCount > 0) lines.push(say(commandWords.photosMissing, { count: missingPhotoCount }));
      return done({ epochOrdinal, asidePath, missingPhotoCount }, ...lines);
    }
  }
}

function proveContent(): CommandAnswer {
  const { lines, problems } = checkContent();
  if (problems.length > 0) return { lines: problems, value: { reason: 'content-unsound', problems }, isRefused: true };
  return done({ lines }, ...lines, commandWords.contentSound);
}

function endSample(config: Config): Promise<CommandAnswer> {
  return inStore(config, async (host) =>
    (await removeSample(host)) === 'removed' ? done({}, commandWords.sampleRemoved) : refused('no-sample', commandWords.noSample),
  );
}

/** `2020-05-15-143500`, in UTC: sorts, and stands in every file system. */
function stampOf(nowMs: number): string {
  return instantOf(nowMs).slice(0, 19).replace('T', '-').replaceAll(':', '');
}
