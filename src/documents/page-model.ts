/**
 * Văn bản: an official document as values, before any paper. The builders (`period-report.ts`, `work-programme.ts`) make one,
 * the writers (`docx-file.ts`, `print-page.ts`, `appendix-sheet.ts`) place what stands here and add no word of their own.
 * Source of the rules: Nghị định 30/2020/NĐ-CP, annex I.
 */
import type { Level } from '../domain/unit.ts';
import type { LocalDate } from '../domain/time.ts';
import { documentWords as words } from '../i18n/document-words.ts';
import { officeDateText } from '../i18n/format.ts';
import { say } from '../i18n/say.ts';
import type { PartName } from './office-profile.ts';

export interface OfficeDocument {
  /** Property of the file: type and subject in one line. */
  readonly title: string;
  /** Property of the file: who issues it. */
  readonly creator: string;
  /** Null while the day is still to be written in. */
  readonly issuedOn: LocalDate | null;
  /** Without its ending. */
  readonly fileName: string;
  readonly header: DocumentHeader;
  /** Null for a letter (công văn), whose subject stands under its code. */
  readonly heading: { readonly typeName: string; readonly subject: string } | null;
  readonly addressees: { readonly label: string; readonly lines: readonly string[] } | null;
  readonly body: readonly Block[];
  readonly recipients: { readonly label: string; readonly lines: readonly string[] };
  readonly signature: { readonly lines: readonly string[]; readonly name: string };
  readonly appendices: readonly Appendix[];
}

export interface DocumentHeader {
  readonly superior: readonly string[];
  readonly issuer: string;
  readonly code: string;
  readonly letterSubject: string | null;
  readonly nationalName: string;
  readonly motto: string;
  readonly placeDate: string;
}

/** `section`: I., `item`: 1., `point`: a line of a list. The number is part of the text: an office types it. */
export interface Block {
  readonly kind: 'section' | 'item' | 'paragraph' | 'point';
  readonly text: string;
}

export interface Appendix {
  readonly label: string;
  readonly title: string;
  readonly reference: string;
  readonly isLandscape: boolean;
  readonly columns: readonly AppendixColumn[];
  readonly rows: readonly AppendixRow[];
}

export interface AppendixColumn {
  readonly heading: string;
  /** Neighbours with the same words stand under one common heading. */
  readonly under: string | null;
  readonly kind: 'order' | 'text' | 'unit' | 'number' | 'note';
  /** Of the width of the table; all shares together make 1. */
  readonly share: number;
}

/** `group`: a Roman number and a name over the whole width; `part`: a “trong đó” of the row above. */
export interface AppendixRow {
  readonly kind: 'group' | 'row' | 'part';
  /** One a column; a group has its number and its name only. Numbers stay numbers until somebody writes them. */
  readonly cells: readonly (string | number | null)[];
}

/** How a cell of a row looks, by its column and its value: a word in a column of figures (“Có”) stands in the middle. */
export function partOfCell(row: AppendixRow, column: AppendixColumn, index: number): PartName {
  if (column.kind === 'number') return typeof row.cells[index] === 'string' ? 'cellCentred' : 'cellNumber';
  if (column.kind === 'order' || column.kind === 'unit') return 'cellCentred';
  return row.kind === 'part' && column.kind === 'text' ? 'partOf' : 'cellText';
}

/** Who issues a document, as names in a sentence: capitals come from here. */
export interface IssuingUnit {
  /** “CĐCS Trường PTDTBT Tiểu học Huổi Sang”. */
  readonly name: string;
  /** The direct superior as the left block names it, one entry a line; empty above the province. */
  readonly superior: readonly string[];
  readonly level: Level;
  /** Letters of the issuer in the code: CĐCS, LĐLĐ, CĐN … */
  readonly codeName: string;
  /** Place before the date: the commune or district of the seat. */
  readonly place: string;
}

/** How the number of a document is put together; other offices write no type letters, or set the number before a hyphen. */
export const codeTemplates = {
  usual: '{number}/{type}-{issuer}',
  untyped: '{number}/{issuer}',
  hyphened: '{number}-{type}/{issuer}',
} as const;
export type CodeTemplate = (typeof codeTemplates)[keyof typeof codeTemplates];

// Kept together and kept at all: programs swallow plain blanks.
const noBreakSpace = '\u00a0';

/**
 * @param number null leaves room for a pen: “      /BC-CĐCS”. Under 10 a zero stands before it.
 * @param type the letters of the type: BC, CTr, KH …
 */
export function codeText(number: number | null, type: string, issuer: string, template: CodeTemplate = codeTemplates.usual): string {
  const written = number === null ? noBreakSpace.repeat(6) : String(number).padStart(2, '0');
  return template.replace('{number}', written).replace('{type}', type).replace('{issuer}', issuer);
}

/** “ngày 05 tháng 6 năm 2020”; without a day, room for a pen in this year. */
export function documentDateText(issuedOn: LocalDate | null, year: number): string {
  return issuedOn === null ? say(words.blankDate, { gap: noBreakSpace.repeat(6), year }) : officeDateText(issuedOn);
}

/** What all documents of a unit share. */
export interface DocumentNumber {
  readonly number: number | null;
  /** Letters of the type: BC, CTr, KH … */
  readonly type: string;
  readonly template?: CodeTemplate;
  readonly issuedOn: LocalDate | null;
  /** Year in the date while its day is open. */
  readonly year: number;
}

export function documentHeader(unit: IssuingUnit, { number, type, template, issuedOn, year }: DocumentNumber, letterSubject: string | null = null): DocumentHeader {
  return {
    superior: unit.superior.map(inCapitals),
    // A line of a long name ends with its hyphen and never begins with it.
    issuer: inCapitals(unit.name).replaceAll(' - ', `${noBreakSpace}- `),
    code: say(words.code, { code: codeText(number, type, unit.codeName, template) }),
    letterSubject: letterSubject === null ? null : say(words.letterSubject, { subject: letterSubject }),
    nationalName: inCapitals(words.nationalName),
    motto: words.motto,
    placeDate: say(words.placeDate, { place: unit.place, date: documentDateText(issuedOn, year) }),
  };
}

export interface Signer {
  readonly position: 'chair' | 'deputy' | 'head' | 'deputyHead';
  /** Empty while it is open. */
  readonly name: string;
}

/** A grassroots union signs for its committee, the levels above for their standing committee; a department by its order. */
export function signatureOf(level: Level, { position, name }: Signer): OfficeDocument['signature'] {
  const body = level === 'B' || level === 'D' ? words.forCommittee : words.forStandingCommittee;
  const lines = {
    chair: [body, words.chair],
    deputy: [body, words.forChair, words.deputy],
    head: [words.byOrder, words.head],
    deputyHead: [words.byOrder, words.forHead, words.deputyHead],
  }[position];
  return { lines: lines.map(inCapitals), name: plainName(name) };
}

// Academic titles are short forms without marks; the spoken ones stand in the catalogue.
const academicTitles = ['gs', 'pgs', 'ts', 'ths', 'cn', 'ks', 'bs', 'cki', 'ckii'];

/** A name without what stood before it: Nghị định 30 sets no title before the name of who signs. */
export function plainName(name: string): string {
  const titles: readonly string[] = [...words.titlesBeforeName, ...academicTitles];
  const longestFirst = [...titles].sort((one, other) => other.length - one.length);
  let rest = name.normalize('NFC').trim();
  for (;;) {
    const title = longestFirst.find((each) => rest.toLowerCase().startsWith(each) && /^(?:[.:]\s*|\s+)\p{L}/u.test(rest.slice(each.length)));
    if (title === undefined) return rest;
    rest = rest.slice(title.length).replace(/^[.:\s]+/, '');
  }
}

export function addresseesOf(names: readonly string[]): OfficeDocument['addressees'] {
  const [first, second] = names;
  if (first === undefined) return null;
  if (second === undefined) return { label: say(words.onlyAddressee, { name: first }), lines: [] };
  return {
    label: words.addresseesLabel,
    lines: names.map((name, index) => say(index === names.length - 1 ? words.lastAddressee : words.addressee, { name })),
  };
}

/** @param names those who get a copy, besides the addressees; the file comes last, with the letters of who drafted it. */
export function recipientsOf(names: readonly string[], isAddressed: boolean, drafter: string): OfficeDocument['recipients'] {
  return {
    label: words.recipientsLabel,
    lines: [
      ...[...(isAddressed ? [words.asAbove] : []), ...names].map((name) => say(words.recipient, { name })),
      say(words.archive, { drafter }),
    ],
  };
}

/** “(Kèm theo Báo cáo số 05/BC-CĐCS ngày 03 tháng 6 năm 2020 của CĐCS …)”. */
export function appendixReference(typeName: string, unit: IssuingUnit, { number, type, template, issuedOn, year }: DocumentNumber): string {
  return say(words.appendixOf, {
    type: typeName, code: codeText(number, type, unit.codeName, template), unit: unit.name,
    date: unbroken(documentDateText(issuedOn, year)),
  });
}

type Titled = readonly [title: string, blocks: readonly Block[]];

/** I., II. …, in capitals; what has no text is left out, and the others are numbered without a gap. */
export function sections(parts: readonly Titled[]): readonly Block[] {
  return parts.filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], index) => [{ kind: 'section' as const, text: `${romanNumber(index + 1)}. ${inCapitals(title)}` }, ...blocks]);
}

/** 1., 2. … */
export function items(parts: readonly Titled[]): readonly Block[] {
  return parts.filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], index) => [{ kind: 'item' as const, text: `${index + 1}. ${title}` }, ...blocks]);
}

/** A text that a title of two lines does not break: “6 tháng đầu năm 2020”. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', noBreakSpace);
}

/** I, II, III … up to 39, more than any document has. */
export function romanNumber(value: number): string {
  return 'X'.repeat(Math.floor(value / 10)) + (['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] ?? '');
}

export function inCapitals(text: string): string {
  return text.normalize('NFC').toUpperCase();
}

/** Paragraphs as they were typed: a line break begins a new one, and whatever sign a list was typed with becomes the office's hyphen. */
export function paragraphsOf(texts: readonly string[]): readonly Block[] {
  return texts.flatMap((text) => text.split(/\r\n?|\n/)).map((text) => text.trim()).filter((text) => text !== '').map((text) => {
    const [, sign, rest] = /^([-+•*–])\s+(.*)$/.exec(text) ?? [];
    if (rest === undefined) return { kind: 'paragraph', text };
    return { kind: 'point', text: `${sign === '+' ? '+' : '-'} ${rest}` };
  });
}

/**
 * The name of the file without its ending, in letters that any program and any message keep:
 * “05_BC-CDCS_2020-06-03_tuyengiao-6thang”. What is still open is left out.
 */
export function documentFileName({ number, issuedOn }: DocumentNumber, type: string, issuer: string, subject: string): string {
  return [number === null ? '' : String(number).padStart(2, '0'), `${type}-${issuer}`, issuedOn ?? '', subject]
    .map((part) => withoutMarks(part)).filter((part) => part !== '').join('_');
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
    .replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

/**
 * Every text of a document as files can carry it: one form of each accent, no control characters (they break XML). Each
 * builder ends with it.
 */
export function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') {
    // oxlint-disable-next-line no-control-regex -- these are what has to go
    return value.normalize('NFC').replaceAll(/[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, ' ').replaceAll(/\p{Surrogate}/gu, '\ufffd') as Value;
  }
  if (Array.isArray(value)) return value.map((each: unknown) => cleaned(each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]: [string, unknown]) => [key, cleaned(each)])) as Value;
}
