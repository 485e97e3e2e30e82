/**
 * Thể thức: how an official document looks, as data. A profile is one rule of layout (Nghị định 30/2020/NĐ-CP, annex I,
 * which also satisfies QĐ 1014/QĐ-TLĐ and QĐ 933/QĐ-TLĐ); the writers of Word and print read everything from it.
 */

/** One kind of paragraph of a document; also the id of its style in Word and its class in print. */
export type PartName =
  | 'nationalName' | 'motto' | 'superior' | 'issuer' | 'code' | 'letterSubject' | 'placeDate'
  | 'typeName' | 'subject' | 'onlyAddressee' | 'addresseesLabel' | 'addressee'
  | 'section' | 'item' | 'paragraph' | 'point'
  | 'authority' | 'signerName' | 'recipientsLabel' | 'recipient'
  | 'appendixLabel' | 'appendixTitle' | 'appendixReference'
  | 'columnHeading' | 'cellText' | 'cellCentred' | 'cellNumber' | 'groupName' | 'groupOrder' | 'partOf'
  | 'pageNumber' | 'rule';

export type Alignment = 'left' | 'center' | 'right' | 'justify';

export interface PartStyle {
  readonly sizePoints: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: Alignment;
  /** Space above and below, points. */
  readonly beforePoints: number;
  readonly afterPoints: number;
  /** Multiple of the font's own line. */
  readonly line: number;
  readonly indentMm: number;
  readonly firstLineMm: number;
  /** Stays on the page of what follows. */
  readonly isKeptWithNext: boolean;
  /** Level in the outline of Word's navigation pane, 0 the highest; null: no heading. */
  readonly outlineLevel: number | null;
  /** A solid line below, as a share of the text's length; null: none. */
  readonly ruleShare: number | null;
}

export interface OfficeProfile {
  readonly id: string;
  readonly fontName: string;
  /** Portrait; an appendix may turn it. */
  readonly page: { readonly widthMm: number; readonly heightMm: number };
  readonly margins: { readonly topMm: number; readonly bottomMm: number; readonly leftMm: number; readonly rightMm: number };
  /** From the edge of the paper to the page number. */
  readonly pageNumberTopMm: number;
  /** Left block of the header, of the width of the text; the rest is the right block. */
  readonly headerLeftShare: number;
  /** Nơi nhận, of the width of the text; the rest belongs to the signature. */
  readonly recipientsShare: number;
  /** Room for signature and seal above the name, points. */
  readonly signaturePoints: number;
  /** Thickness of the drawn lines, points. */
  readonly rulePoints: number;
  readonly parts: Readonly<Record<PartName, PartStyle>>;
}

const plain: PartStyle = {
  sizePoints: 14, bold: false, italic: false, align: 'left', beforePoints: 0, afterPoints: 0, line: 1, indentMm: 0, firstLineMm: 0,
  isKeptWithNext: false, outlineLevel: null, ruleShare: null,
};
const centred: PartStyle = { ...plain, align: 'center' };
const body: PartStyle = { ...plain, align: 'justify', afterPoints: 6, line: 1.1, firstLineMm: 12.7 };
const cell: PartStyle = { ...plain, sizePoints: 12, beforePoints: 2, afterPoints: 2 };

/**
 * Nghị định 30/2020/NĐ-CP, annex I. Where it gives a range, the value is the one at which the national name stays on one
 * line beside a left block of 65 mm. Sizes of table cells are not ruled; 12 points is what offices print.
 */
const nd30: OfficeProfile = {
  id: 'nd30',
  fontName: 'Times New Roman',
  page: { widthMm: 210, heightMm: 297 },
  margins: { topMm: 20, bottomMm: 20, leftMm: 30, rightMm: 15 },
  pageNumberTopMm: 10,
  headerLeftShare: 0.3956,
  recipientsShare: 0.47,
  signaturePoints: 80,
  rulePoints: 0.75,
  parts: {
    nationalName: { ...centred, sizePoints: 12, bold: true },
    motto: { ...centred, sizePoints: 13, bold: true, ruleShare: 1 },
    superior: { ...centred, sizePoints: 12 },
    issuer: { ...centred, sizePoints: 12, bold: true, ruleShare: 0.4 },
    code: { ...centred, sizePoints: 13 },
    letterSubject: { ...centred, sizePoints: 12, beforePoints: 3 },
    placeDate: { ...centred, sizePoints: 13, italic: true },
    typeName: { ...centred, bold: true, beforePoints: 18, isKeptWithNext: true },
    subject: { ...centred, bold: true, ruleShare: 0.4, isKeptWithNext: true },
    onlyAddressee: { ...centred, beforePoints: 6, afterPoints: 12 },
    addresseesLabel: { ...plain, indentMm: 25, beforePoints: 6, isKeptWithNext: true },
    addressee: { ...plain, indentMm: 38, beforePoints: 2 },
    section: { ...body, bold: true, beforePoints: 6, isKeptWithNext: true, outlineLevel: 0 },
    item: { ...body, bold: true, isKeptWithNext: true, outlineLevel: 1 },
    paragraph: body,
    point: body,
    authority: { ...centred, bold: true, isKeptWithNext: true },
    signerName: { ...centred, bold: true },
    recipientsLabel: { ...plain, sizePoints: 12, bold: true, italic: true, isKeptWithNext: true },
    recipient: { ...plain, sizePoints: 11 },
    appendixLabel: { ...centred, bold: true, isKeptWithNext: true, outlineLevel: 0 },
    appendixTitle: { ...centred, bold: true, isKeptWithNext: true },
    appendixReference: { ...centred, italic: true, afterPoints: 12, isKeptWithNext: true },
    columnHeading: { ...cell, align: 'center', bold: true },
    cellText: cell,
    cellCentred: { ...cell, align: 'center' },
    cellNumber: { ...cell, align: 'right' },
    groupName: { ...cell, bold: true, isKeptWithNext: true },
    groupOrder: { ...cell, align: 'center', bold: true, isKeptWithNext: true },
    partOf: { ...cell, italic: true, indentMm: 5 },
    pageNumber: { ...centred, sizePoints: 13 },
    // Carries the drawn line; its own height is the gap below the text.
    rule: { ...centred, sizePoints: 2, beforePoints: 3 },
  },
};

/** QĐ 1014 (2011) and QĐ 933 (2024) get rows of their own when their tables of sizes are at hand. */
export const officeProfiles = { nd30 } as const satisfies Readonly<Record<string, OfficeProfile>>;

/** Word counts in twentieths of a point. */
export function twipsOfMm(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

export function twipsOfPoints(points: number): number {
  return Math.round(points * 20);
}

/** Width between the margins, twips. */
export function textWidth({ page, margins }: OfficeProfile, isLandscape = false): number {
  // A turned page keeps its margins by their names: the binding edge is on the left of what is read.
  return twipsOfMm(isLandscape ? page.heightMm : page.widthMm) - twipsOfMm(margins.leftMm) - twipsOfMm(margins.rightMm);
}
