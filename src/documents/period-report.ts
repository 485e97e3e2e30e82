/** Báo cáo định kỳ: what was told and computed for a period, laid out as a document (domain paper, §3.4). */
import { documentWords as words } from '../i18n/document-words.ts';
import { say } from '../i18n/say.ts';
import type { AppendixColumn, AppendixRow, DocumentNumber, IssuingUnit, OfficeDocument, Signer } from './page-model.ts';
import {
  addresseesOf, appendixReference, cleaned, documentFileName, documentHeader, inCapitals, items, paragraphsOf, recipientsOf, romanNumber, sections,
  signatureOf, unbroken,
} from './page-model.ts';

export interface PeriodReportValues extends Omit<DocumentNumber, 'type'> {
  readonly unit: IssuingUnit;
  /** The period in a sentence: “6 tháng đầu năm 2020”. */
  readonly period: string;
  /** What it looks ahead to: “6 tháng cuối năm 2020”; null for a report that does not. */
  readonly next: string | null;
  /** For the name of the file: “6thang”. */
  readonly periodName: string;
  readonly addressees: readonly string[];
  /** Line breaks begin new paragraphs; lines that begin with a hyphen become a list. */
  readonly narrative: ReportNarrative;
  /** Null takes the usual last sentence. */
  readonly closing: string | null;
  readonly signer: Signer;
  /** Copies besides the addressees. */
  readonly recipients: readonly string[];
  /** Letters of who drafted it, in the last line of Nơi nhận: TG. */
  readonly drafter: string;
  readonly figures: FiguresTable | null;
}

export interface ReportNarrative {
  /** “Thực hiện Công văn số … báo cáo như sau:” */
  readonly lead: string;
  readonly situation: string;
  /** Section II, a part for each task that has something to tell. */
  readonly results: readonly { readonly title: string; readonly text: string }[];
  readonly strengths: string;
  readonly shortcomings: string;
  readonly causes: string;
  readonly models: string;
  readonly plan: string;
  readonly proposals: string;
}

export interface FiguresTable {
  /** Columns of figures; null is the single column “Số lượng”. */
  readonly columns: readonly { readonly heading: string; readonly under: string | null }[] | null;
  readonly groups: readonly { readonly title: string; readonly rows: readonly FiguresRow[] }[];
}

export interface FiguresRow {
  readonly text: string;
  /** Đơn vị tính; empty for parts that share the one above. */
  readonly unit: string;
  /** One a column of figures; a word (“Có”) where there is no number, null where nothing belongs. */
  readonly values: readonly (number | string | null)[];
  readonly note?: string;
  /** “Trong đó” of this row. */
  readonly parts?: readonly Omit<FiguresRow, 'parts'>[];
}

/** @returns the report; sections without a text are left out and the others numbered without a gap. */
export function periodReportDocument(values: PeriodReportValues): OfficeDocument {
  const { unit, period, next, narrative } = values;
  const number: DocumentNumber = { ...values, type: 'BC' };
  const subjectOf = (written: (text: string) => string): string => next === null
    ? say(words.reportSubject, { period: written(period) })
    : say(words.reportSubjectAhead, { period: written(period), next: written(next) });
  const subject = subjectOf((text) => text);
  return cleaned({
    title: `${words.report} ${inSentence(subject)}`,
    creator: unit.name,
    issuedOn: values.issuedOn,
    fileName: documentFileName(number, 'BC', unit.codeName, `tuyengiao-${values.periodName}`),
    header: documentHeader(unit, number),
    heading: { typeName: inCapitals(words.report), subject: subjectOf(unbroken) },
    addressees: addresseesOf(values.addressees),
    body: [
      ...paragraphsOf([narrative.lead]),
      ...sections([
        [words.situation, paragraphsOf([narrative.situation])],
        [words.results, items(narrative.results.map(({ title, text }) => [title, paragraphsOf([text])]))],
        [words.assessment, items([
          [words.strengths, paragraphsOf([narrative.strengths])],
          [words.shortcomings, paragraphsOf([narrative.shortcomings])],
          [words.causes, paragraphsOf([narrative.causes])],
          [words.models, paragraphsOf([narrative.models])],
        ])],
        [say(words.plan, { next: next ?? '' }).trim(), paragraphsOf([narrative.plan])],
        [words.proposals, paragraphsOf([narrative.proposals])],
      ]),
      ...paragraphsOf([values.closing ?? say(words.reportClosing, { subject: inSentence(subject), unit: unit.name })]),
    ],
    recipients: recipientsOf(values.recipients, values.addressees.length > 0, values.drafter),
    signature: signatureOf(unit.level, values.signer),
    appendices: values.figures === null ? [] : [{
      label: words.appendix,
      title: inCapitals(say(words.figuresTitle, { period: unbroken(period) })),
      reference: appendixReference(words.report, unit, number),
      isLandscape: values.figures.columns !== null,
      columns: figureColumns(values.figures),
      rows: figureRows(values.figures),
    }],
  });
}

function inSentence(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function figureColumns({ columns }: FiguresTable): readonly AppendixColumn[] {
  const figures = columns ?? [{ heading: words.quantityColumn, under: null }];
  const [order, unit, figure, note] = columns === null ? [0.08, 0.17, 0.15, 0.17] : [0.06, 0.11, 0.36 / figures.length, 0.13];
  const column = (heading: string, kind: AppendixColumn['kind'], share: number, under: string | null = null): AppendixColumn => ({ heading, under, kind, share });
  return [
    column(words.orderColumn, 'order', order),
    column(words.contentColumn, 'text', 1 - order - unit - note - figure * figures.length),
    column(words.unitColumn, 'unit', unit),
    ...figures.map(({ heading, under }) => column(heading, 'number', figure, under)),
    column(words.noteColumn, 'note', note),
  ];
}

function figureRows({ groups }: FiguresTable): readonly AppendixRow[] {
  return groups.flatMap(({ title, rows }, group) => [
    { kind: 'group' as const, cells: [romanNumber(group + 1), title] },
    ...rows.flatMap((row, index) => [
      { kind: 'row' as const, cells: [index + 1, row.text, row.unit, ...row.values, row.note ?? null] },
      ...(row.parts ?? []).map((part) => ({ kind: 'part' as const, cells: [null, part.text, part.unit, ...part.values, part.note ?? null] })),
    ]),
  ]);
}
