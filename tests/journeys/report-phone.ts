/** A phone that sends what it is told to, over the real doors: reports and programmes as machines make them, not as fingers do. */
import { deflateSync } from 'node:zlib';
import { randomBytes, randomUUID } from 'node:crypto';
import { indicatorSet } from '../../src/content/indicators.ts';
import { reportCalendar } from '../../src/content/report-calendar.ts';
import { sampleUnits } from '../../src/content/sample-units.ts';
import { indicatorsFor } from '../../src/domain/indicator.ts';
import { computeIndicators } from '../../src/domain/indicator-compute.ts';
import type { CountedActivity } from '../../src/domain/indicator-compute.ts';
import { periodById } from '../../src/domain/report-calendar.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import type { Report } from '../../src/domain/report.ts';
import { chooseNothing, partsOf, startLines } from '../../src/domain/report-lines.ts';
import { levelsOf } from '../../src/domain/unit.ts';
import { Activation } from '../../src/sync/activation.ts';
import { frame, unframe } from '../../src/sync/frame.ts';
import { ExchangeReply, exchangeMediaType, protocolVersion } from '../../src/sync/protocol.ts';
import type { ProvinceServer } from './province-server.ts';

export interface SentRecord {
  readonly recordId: string;
  readonly body: unknown;
}

export interface ReportPhone {
  send(kind: 'activity' | 'report' | 'programme', body: unknown, over?: { readonly recordId?: string; readonly base?: { readonly edition: number } }): Promise<SentRecord>;
}

export async function reportPhone(province: ProvinceServer, unitId: string): Promise<ReportPhone> {
  const secret = randomBytes(32).toString('base64url');
  const code = await province.invite(unitId);
  const activated = await fetch(`${province.origin}/api/activate`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code, confirm: true, secret, keys: { sign: null, open: null } }),
  });
  const activation = Activation.parse(await activated.json());
  let seq = 0;
  return {
    async send(kind, body, over = {}) {
      seq += 1;
      const savedAt = new Date().toISOString();
      const change = { changeId: newId(), recordId: newId(), scope: unitId, kind, base: null, body, seq, savedAt, offset: 0, ...over };
      const request = { v: protocolVersion, device: activation.device, lineage: 'lineage-1', seq: 1_000 + seq, epoch: null, cursors: [], want: 0, nonce: `nonce-${seq}`, changes: [change] };
      const response = await fetch(`${province.origin}/api/exchange`, {
        method: 'POST', body: new Uint8Array(deflateSync(frame(request))),
        headers: { 'content-type': exchangeMediaType, 'content-encoding': 'deflate', authorization: `Bearer ${secret}` },
      });
      const [verdict] = ExchangeReply.parse(unframe(await response.text())).codes;
      if (verdict?.code !== 'ok') throw new Error(JSON.stringify(verdict));
      return { recordId: change.recordId, body };
    },
  };
}

/** A whole report: what was computed, “không phát sinh” where nothing was, and what the test says otherwise. */
export function aReport(unitId: string, periodId: string, activities: readonly CountedActivity[] = [], over: Partial<Report> = {}): Report {
  const unit = sampleUnits().find((one) => one.id === unitId);
  const period = periodById(periodId as PeriodId, reportCalendar);
  if (unit === undefined || period === null) throw new Error(`${unitId} ${periodId}`);
  const levels = levelsOf(unit);
  const { indicators: found, sources } = computeIndicators({ levels, period, indicators: indicatorSet, activities, states: ['received', 'approved'], system: {} });
  const wanted = indicatorsFor(indicatorSet, levels);
  return {
    periodId: period.id, type: period.type, from: period.from, to: period.to, unitId: unit.id, indicatorVersion: indicatorSet.version,
    lines: chooseNothing(startLines(wanted, found), wanted.map((one) => one.code)), parts: partsOf(found),
    sections: {
      situation: 'Đơn vị có 42 đoàn viên, trong đó 28 nữ, ở ba điểm trường. Tư tưởng đoàn viên ổn định, yên tâm công tác.',
      assessment: 'Hoạt động đều, đúng chương trình. Đường vào điểm trường lẻ khó đi trong mùa mưa nên một số buổi phải dời.',
      direction: 'Tiếp tục tuyên truyền Chỉ thị, tổ chức Tháng Công nhân.', proposal: '',
    },
    tasks: {}, activities: Object.fromEntries(sources), reports: {}, missing: [], confirmed: [], ...over,
  };
}

/** The very first digits are the time: ids stand in the order of their making. */
function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
