/** Chương trình công tác: the unit's plan of a year, laid out as a document with its schedule as appendix. */
import { documentWords as words } from '../i18n/document-words.ts';
import { say } from '../i18n/say.ts';
import type { AppendixColumn, DocumentNumber, IssuingUnit, OfficeDocument, Signer } from './page-model.ts';
import {
  addresseesOf, appendixReference, cleaned, documentFileName, documentHeader, inCapitals, items, paragraphsOf, recipientsOf, romanNumber,
  sections, signatureOf,
} from './page-model.ts';

export interface WorkProgrammeValues extends Omit<DocumentNumber, 'type'> {
  readonly unit: IssuingUnit;
  readonly addressees: readonly string[];
  /** “Thực hiện Công văn số … xây dựng Chương trình công tác như sau:” */
  readonly lead: string;
  readonly purpose: string;
  readonly tasks: readonly ProgrammeTask[];
  readonly arrangement: string;
  readonly signer: Signer;
  readonly recipients: readonly string[];
  readonly drafter: string;
}

export interface ProgrammeTask {
  readonly title: string;
  /** What is to be done, in sentences; may be empty where the schedule says it. */
  readonly text: string;
  readonly items: readonly {
    readonly text: string;
    /** “Tháng 5”, “19/5/2020”. */
    readonly time: string;
    /** A role, never a person. */
    readonly responsible: string;
    readonly note?: string;
  }[];
}

export function workProgrammeDocument(values: WorkProgrammeValues): OfficeDocument {
  const { unit, year } = values;
  // CTr: the type letters of a programme keep their small r (33/CTr-LĐLĐ).
  const number: DocumentNumber = { ...values, type: 'CTr' };
  const subject = say(words.programmeSubject, { year });
  const scheduled = values.tasks.filter((task) => task.items.length > 0);
  return cleaned({
    title: `${words.programme} ${subject.slice(0, 1).toLowerCase()}${subject.slice(1)}`,
    creator: unit.name,
    issuedOn: values.issuedOn,
    fileName: documentFileName(number, 'CTr', unit.codeName, `tuyengiao-${year}`),
    header: documentHeader(unit, number),
    heading: { typeName: inCapitals(words.programme), subject },
    addressees: addresseesOf(values.addressees),
    body: [
      ...paragraphsOf([values.lead]),
      ...sections([
        [words.purpose, paragraphsOf([values.purpose])],
        [words.tasks, items(values.tasks.map(({ title, text }) => [title, paragraphsOf([text])]))],
        [words.arrangement, paragraphsOf([values.arrangement])],
      ]),
      ...paragraphsOf([say(words.programmeClosing, { year, unit: unit.name })]),
    ],
    recipients: recipientsOf(values.recipients, values.addressees.length > 0, values.drafter),
    signature: signatureOf(unit.level, values.signer),
    appendices: scheduled.length === 0 ? [] : [{
      label: words.appendix,
      title: inCapitals(say(words.scheduleTitle, { year })),
      reference: appendixReference(words.programme, unit, number),
      isLandscape: false,
      columns: scheduleColumns,
      rows: scheduled.flatMap(({ title, items: works }, group) => [
        { kind: 'group' as const, cells: [romanNumber(group + 1), title] },
        ...works.map((item, index) => ({ kind: 'row' as const, cells: [index + 1, item.text, item.time, item.responsible, item.note ?? null] })),
      ]),
    }],
  });
}

const scheduleColumns: readonly AppendixColumn[] = [
  { heading: words.orderColumn, under: null, kind: 'order', share: 0.08 },
  { heading: words.workColumn, under: null, kind: 'text', share: 0.42 },
  { heading: words.timeColumn, under: null, kind: 'unit', share: 0.16 },
  { heading: words.responsibleColumn, under: null, kind: 'note', share: 0.2 },
  { heading: words.noteColumn, under: null, kind: 'note', share: 0.14 },
];
