/** Reports as the phones of a school, of a union with a long name and of a district put them on paper. */
import type { OfficeDocument } from '../../src/documents/page-model.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { chooseNothing } from '../../src/domain/report-lines.ts';
import type { Report } from '../../src/domain/report.ts';
import { reportsTo } from '../../src/domain/unit-tree.ts';
import { bookOf } from '../../src/phone/book.ts';
import { reportFacts, startedReport } from '../../src/phone/report-model.ts';
import { reportPaper } from '../../src/phone/screens/report/report-paper.ts';
import { adderOf } from '../../src/phone/sum-model.ts';
import { aBelow, aMirrored } from './below.ts';
import { bookData } from './book.ts';
import { anActivity } from './record.ts';
import { aReference, sampleToday } from './reference.ts';
import { recordId, reportByLevels, samples, unit, units } from './report.ts';

const longest = { ...unit('c09'), name: 'CĐCS Trung tâm Văn hóa - Truyền thanh - Truyền hình huyện Điện Biên Đông', parentId: unit('u04').id, seat: 'Điện Biên Đông' };

/** @param id `c09` bears the longest name there is; @param corrected a line that says another number than was computed. */
export function phonePaper(id: string, corrected: { readonly code: string; readonly value: number; readonly reason: string } | null): OfficeDocument {
  const own = id === 'c09' ? longest : unit(id);
  const book = bookOf(bookData({ records: samples.filter((one) => one.unitId === id).map((one) => aMirrored('activity', one.recordId, anActivity({ ...one.activity, title: one.title }))) }), 0, new Set());
  const below = aBelow(id, ['c01', 'c02'].map((each, at) => ({ recordId: recordId(900 + at), report: reportByLevels(each, '2020-h1').report })));
  const facts = reportFacts('2020-h1' as PeriodId, { book, reference: aReference(), unit: own, today: sampleToday, ...(own.kind === 'grassroots' ? {} : { addUp: adderOf(below) }) });
  if (!facts) throw new Error('the half year is no report');
  const begun = startedReport(facts);
  const lines: Report['lines'] = chooseNothing(begun.lines, facts.indicators.map((one) => one.code));
  const report = {
    ...begun,
    lines: corrected === null ? lines : { ...lines, [corrected.code]: { computed: null, ...lines[corrected.code], value: corrected.value, reason: corrected.reason } },
    sections: { ...begun.sections, situation: 'Tư tưởng đoàn viên, người lao động ổn định.', direction: 'Tiếp tục các nhiệm vụ của 6 tháng cuối năm.' },
  };
  return reportPaper(report, facts, reportsTo(own, units)?.name ?? '');
}
