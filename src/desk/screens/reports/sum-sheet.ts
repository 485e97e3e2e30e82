/** The sum of a period as a sheet: numbers stay numbers, and who is not in it stands below. */
import type { Cell, Sheet } from '../../../documents/spreadsheet.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskRollUp } from '../../../sync/desk-report-protocol.ts';
import { givenText, measureText } from './report-words.ts';

export function sumSheet({ indicators, lines, missing }: DeskRollUp, taskName: (taskId: DeskRollUp['indicators'][number]['taskId']) => string): Sheet {
  const columns = 6;
  const only = (text: string): readonly Cell[] => [text, ...Array.from({ length: columns - 1 }, () => null)];
  const tasks = [...new Set(indicators.map((one) => one.taskId))];
  return {
    name: words.sheetName,
    head: [words.columnIndicator, words.columnMeasure, words.columnSum, words.columnWomen, words.columnOwn, words.columnFrom],
    widths: [60, 14, 12, 10, 12, 60],
    rows: [
      ...tasks.flatMap((taskId) => [
        only(taskName(taskId)),
        ...indicators.filter((one) => one.taskId === taskId).map(({ code, label, unit, method }): readonly Cell[] => {
          const line = lines.find((one) => one.code === code);
          const from = (line?.from ?? []).map(givenText).join('; ');
          return [label, measureText({ method, unit }, false), line?.value ?? null, line?.women ?? null, line?.own ?? null, from === '' ? null : from];
        }),
      ]),
      ...missing.map(({ unitName }) => only(say(words.sheetMissing, { unit: unitName }))),
    ],
  };
}
