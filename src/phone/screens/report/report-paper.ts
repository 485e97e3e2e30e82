/** A report as the document to be signed: its words and figures laid out by the office's own rules. */
import { docxFile, docxType } from '../../../documents/docx-file.ts';
import type { OfficeDocument } from '../../../documents/page-model.ts';
import { periodReportDocument } from '../../../documents/period-report.ts';
import type { FiguresRow } from '../../../documents/period-report.ts';
import { printPage } from '../../../documents/print-page.ts';
import type { PrintPage } from '../../../documents/print-page.ts';
import { spreadsheetFile, spreadsheetType } from '../../../documents/spreadsheet.ts';
import { lineOf } from '../../../domain/report.ts';
import type { Report, ReportLine } from '../../../domain/report.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { documentWords } from '../../../i18n/document-words.ts';
import { numberText } from '../../../i18n/format.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { addsUp, figureTasks, measureOf, taskIndicators } from '../../report-model.ts';
import type { ReportFacts } from '../../report-model.ts';
import { periodText } from '../../report-title.ts';
import { issuerOf } from './paper-issuer.ts';

/** @param superior the direct upper union by name; empty where the phone does not know it, and the line is left for a pen. */
export function reportPaper(report: Report, facts: ReportFacts, superior: string): OfficeDocument {
  const { unit, period, reference } = facts;
  const { issuer, above } = issuerOf(unit, superior);
  return periodReportDocument({
    unit: issuer,
    number: null, issuedOn: null, year: period.year, period: periodText(period.id, reference), next: null,
    periodName: period.id.slice(5), addressees: above === '' ? [] : [above],
    narrative: {
      lead: say(documentWords.reportLead, { year: period.year, unit: unit.name }),
      situation: report.sections.situation,
      results: reference.tasks.flatMap((task) => {
        const text = report.tasks[task.id] ?? '';
        return text === '' ? [] : [{ title: task.short, text }];
      }).concat(missingNames(report, facts)),
      strengths: report.sections.assessment, shortcomings: '', causes: '', models: '', plan: report.sections.direction, proposals: report.sections.proposal,
    },
    closing: null, signer: { position: 'chair', name: '' }, recipients: [], drafter: 'TG',
    figures: {
      columns: null,
      groups: figureTasks(facts).flatMap((id) => {
        const rows = taskIndicators(facts, id).filter((one) => hasValue(one, report));
        const isPart = (one: Indicator): boolean => one.partOf !== null && (lineOf(report, one.code)?.women ?? null) === null && rows.some(({ code }) => code === one.partOf);
        return rows.length === 0 ? [] : [{
          title: reference.tasks.find((one) => one.id === id)?.short ?? id,
          rows: rows.filter((one) => !isPart(one)).map((one) => row(one, rows.filter((part) => isPart(part) && part.partOf === one.code), report, facts)),
        }];
      }),
    },
  });
}

function hasValue({ code }: Indicator, report: Report): boolean {
  return (lineOf(report, code)?.value ?? null) !== null;
}

/** @param parts indicators that are parts of this one: set in below it, like “trong đó nữ”. */
function row(indicator: Indicator, parts: readonly Indicator[], report: Report, facts: ReportFacts): FiguresRow {
  const { code, label, method } = indicator;
  const unit = measureOf(indicator, facts);
  const line = lineOf(report, code);
  const value = line?.value ?? null;
  const women = line?.women ?? null;
  const isOneUnit = method === 'yesNo' && !addsUp(facts.unit);
  const written = isOneUnit && value !== null ? (value > 0 ? words.yes : words.no) : value;
  const note = noteOf(line);
  const below = [
    ...(women === null ? [] : [{ text: words.women, unit, values: [women] }]),
    ...parts.map((part) => {
      const partNote = noteOf(lineOf(report, part.code));
      return { text: part.label, unit: part.unit, values: [lineOf(report, part.code)?.value ?? null], ...(partNote === '' ? {} : { note: partNote }) };
    }),
  ];
  return { text: label, unit, values: [written], ...(note === '' ? {} : { note }), ...(below.length === 0 ? {} : { parts: below }) };
}

/** A sum names on paper who is not in it. */
function missingNames({ missing }: Report, { sum }: ReportFacts): { title: string; text: string }[] {
  const names = (sum?.units ?? []).filter((one) => missing.includes(one.unit.id)).map((one) => one.unit.name);
  return names.length === 0 ? [] : [{ title: documentWords.notIncluded, text: say(documentWords.notIncludedText, { names: names.join('; ') }) }];
}

/** A corrected figure says so on paper too: the sum of what lies below, and why it is another. */
function noteOf(line: ReportLine | undefined): string {
  if (line?.reason === undefined) return '';
  const computed = line.computedWomen == null ? numberText(line.computed ?? 0) : say(words.withWomen, { value: numberText(line.computed ?? 0), women: numberText(line.computedWomen) });
  return say(words.noteCorrected, { computed, reason: line.reason });
}

export async function wordFile(paper: OfficeDocument): Promise<File> {
  return new File([await docxFile(paper)], `${paper.fileName}.docx`, { type: docxType });
}

/** The appendix of figures, by the writer that needs no worker: the content security policy refuses one made from a blob. Null where the report has none. */
export function sheetFile(paper: OfficeDocument): File | null {
  const [appendix] = paper.appendices;
  if (!appendix) return null;
  const { columns, rows, label } = appendix;
  const sheet = { name: label, head: columns.map((one) => one.heading), widths: columns.map(({ share }) => Math.round(share * 100)), rows: rows.map(({ cells }) => columns.map((_, index) => cells[index] ?? null)) };
  return new File([spreadsheetFile(sheet)], `${paper.fileName}-phu-luc.xlsx`, { type: spreadsheetType });
}

export function printedPage(paper: OfficeDocument): PrintPage {
  return printPage(paper);
}
