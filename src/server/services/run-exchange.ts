/** One exchange: who is it, then the engine's answer, all in one transaction; the reply leaves after the commit. */
import { instantOf, msOf } from '../../domain/time.ts';
import { answerExchange } from '../../sync/answer.ts';
import type { ExchangeReply, LooseExchangeRequest } from '../../sync/protocol.ts';
import { newEpochId, sha256 } from '../seals.ts';
import type { Device, StoragePage } from '../storage/port.ts';
import { standingOf } from './device-standing.ts';
import type { Host } from './host.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { todayOf } from './published-content.ts';

const hourMs = 3_600_000;

/** Problems: `token-unknown`, also when the token is another device's than the request says. */
export function runExchange(host: Host, token: string, request: LooseExchangeRequest): Promise<Outcome<ExchangeReply>> {
  return host.storage.transaction(async (page) => {
    const known = await page.deviceByToken(sha256(token));
    if (!known || known.device.id !== request.device) return refused('token-unknown');
    const { device, unit } = known;
    const nowMs = host.nowMs();
    const published = await host.published.read(page);
    const reply = await answerExchange(
      page,
      await standingOf(page, known),
      request,
      { ...host.seals, nowMs, newEpochId, photos: host.photos, judge: published.judgeFor(unit, todayOf(published, nowMs)) },
    );
    await noteContact(page, device, nowMs);
    return done(reply);
  });
}

async function noteContact(page: StoragePage, device: Device, nowMs: number): Promise<void> {
  const hour = instantOf(Math.floor(nowMs / hourMs) * hourMs);
  if (device.lastContactAt !== null && msOf(device.lastContactAt) >= msOf(hour)) return;
  await page.putDevice({ ...device, lastContactAt: hour });
}
