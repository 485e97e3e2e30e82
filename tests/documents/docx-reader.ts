/** Opens a DOCX as a word processor does: parts of the archive, styles with what they are based on, sections, tables, paragraphs. */
import { strFromU8, unzipSync } from 'fflate';
import type { XmlElement } from './xml-tree.ts';
import { allOf, childOf, childrenOf, wordsOf, xmlTree } from './xml-tree.ts';

export interface DocxFile {
  readonly paths: readonly string[];
  /** Every text of the archive, as it stands. */
  readonly texts: readonly string[];
  /** Document, styles and headers as they stand. */
  readonly trees: readonly XmlElement[];
  /** Parts that a relationship names. */
  readonly targets: readonly string[];
  /** Endings of names, and paths, whose type the archive declares. */
  readonly typed: readonly string[];
  readonly core: XmlElement;
  readonly sections: readonly Section[];
  /** Of document and headers. */
  readonly language: string;
  readonly headers: readonly Paragraph[];
}

export interface Section {
  readonly properties: XmlElement;
  readonly blocks: readonly Block[];
  readonly firstHeader: readonly Paragraph[] | null;
  readonly defaultHeader: readonly Paragraph[] | null;
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly runs: readonly Run[];
  /** Of an empty paragraph too: the mark has a size. */
  readonly align: string;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly lineRule: string;
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
  readonly keepsWithNext: boolean;
  readonly keepsWidows: boolean;
  readonly border: { readonly value: string; readonly size: number } | null;
  readonly field: string;
  readonly element: XmlElement;
}

export interface Run {
  readonly text: string;
  readonly fonts: readonly string[];
  readonly size: number;
  readonly sizes: readonly number[];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string;
  readonly underlined: boolean;
  readonly forcedCapitals: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly element: XmlElement;
  readonly widths: readonly number[];
  /** Every border that is drawn. */
  readonly borders: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly isHeading: boolean;
  readonly isWhole: boolean;
  readonly hasHeight: boolean;
  readonly cells: readonly { readonly paragraphs: readonly Paragraph[]; readonly span: number; readonly continues: boolean }[];
}

type Styles = ReadonlyMap<string, XmlElement>;

export function readDocx(bytes: Uint8Array): DocxFile {
  const files = unzipSync(bytes);
  const text = (path: string): string => {
    const file = files[path];
    if (file === undefined) throw new Error(`${path} is not in the file`);
    return strFromU8(file);
  };
  const styleTree = xmlTree(text('word/styles.xml'));
  const styles: Styles = new Map(childrenOf(styleTree, 'w:style').map((each) => [each.attributes['w:styleId'] ?? '', each]));
  const defaults = childOf(styleTree, 'w:docDefaults');
  const targets = new Map(childrenOf(xmlTree(text('word/_rels/document.xml.rels')), 'Relationship')
    .map(({ attributes }) => [attributes['Id'] ?? '', `word/${attributes['Target'] ?? ''}`]));
  const header = (section: XmlElement, type: string): readonly Paragraph[] | null => {
    const found = childrenOf(section, 'w:headerReference').find(({ attributes }) => attributes['w:type'] === type);
    if (found === undefined) return null;
    return childrenOf(xmlTree(text(targets.get(found.attributes['r:id'] ?? '') ?? '')), 'w:p').map((each) => paragraph(each, styles, defaults));
  };
  const sections: Section[] = [];
  let blocks: Block[] = [];
  const close = (properties: XmlElement): void => {
    sections.push({ properties, blocks, firstHeader: header(properties, 'first'), defaultHeader: header(properties, 'default') });
    blocks = [];
  };
  for (const element of childrenOf(childOf(xmlTree(text('word/document.xml')), 'w:body'))) {
    if (element.name === 'w:tbl') blocks.push(table(element, styles, defaults));
    else if (element.name === 'w:sectPr') close(element);
    else if (element.name === 'w:p') {
      blocks.push(paragraph(element, styles, defaults));
      const ending = childOf(element, 'w:pPr', 'w:sectPr');
      if (ending !== undefined) close(ending);
    } else throw new Error(`${element.name} is nothing an office writes`);
  }
  return {
    trees: Object.keys(files).filter((path) => /^word\/(?:document|styles|header\d+)\.xml$/.test(path)).map((path) => xmlTree(text(path))),
    targets: [...targets.values()],
    typed: childrenOf(xmlTree(text('[Content_Types].xml'))).map(({ attributes }) => attributes['PartName']?.slice(1) ?? `.${attributes['Extension'] ?? ''}`),
    paths: Object.keys(files), texts: Object.values(files).map((file) => strFromU8(file)), core: xmlTree(text('docProps/core.xml')), sections,
    language: childOf(defaults, 'w:rPrDefault', 'w:rPr', 'w:lang')?.attributes['w:val'] ?? '',
    headers: sections.flatMap(({ firstHeader, defaultHeader }) => [...(firstHeader ?? []), ...(defaultHeader ?? [])]),
  };
}

/** From the nearest to the farthest: the element itself, its style, what that is based on, the defaults of the document. */
function propertiesOf(own: XmlElement | undefined, styleId: string | undefined, name: 'w:pPr' | 'w:rPr', styles: Styles, defaults: XmlElement | undefined): readonly XmlElement[] {
  const found = own === undefined ? [] : [own];
  for (let id = styleId ?? 'Normal'; id !== '';) {
    const style = styles.get(id);
    if (style === undefined) throw new Error(`style ${id} is not there`);
    const properties = childOf(style, name);
    if (properties !== undefined) found.push(properties);
    id = childOf(style, 'w:basedOn')?.attributes['w:val'] ?? '';
  }
  const rest = childOf(defaults, `${name}Default`, name);
  return rest === undefined ? found : [...found, rest];
}

function attribute(chain: readonly XmlElement[], element: string, name: string): string | undefined {
  return chain.map((each) => childOf(each, element)?.attributes[name]).find((value) => value !== undefined);
}

/** On when the element stands there and does not say otherwise. */
function isOn(chain: readonly XmlElement[], element: string): boolean {
  const found = chain.map((each) => childOf(each, element)).find((each) => each !== undefined);
  return found !== undefined && !['0', 'false', 'none'].includes(found.attributes['w:val'] ?? 'true');
}

function paragraph(element: XmlElement, styles: Styles, defaults: XmlElement | undefined): Paragraph {
  const own = childOf(element, 'w:pPr');
  const styleId = childOf(own, 'w:pStyle')?.attributes['w:val'];
  const chain = propertiesOf(own, styleId, 'w:pPr', styles, defaults);
  const number = (name: string, key: string, otherwise = 0): number => Number(attribute(chain, name, key) ?? otherwise);
  const runs = childrenOf(element, 'w:r').map((each) => run(each, styleId, styles, defaults));
  const border = ['w:top', 'w:bottom'].map((side) => childOf(own, 'w:pBdr', side)).find((each) => each !== undefined);
  return {
    kind: 'paragraph', element, runs, text: runs.map((each) => each.text).join(''),
    align: attribute(chain, 'w:jc', 'w:val') ?? 'left',
    before: number('w:spacing', 'w:before'), after: number('w:spacing', 'w:after'),
    line: number('w:spacing', 'w:line', 240), lineRule: attribute(chain, 'w:spacing', 'w:lineRule') ?? 'auto',
    left: number('w:ind', 'w:left'), right: number('w:ind', 'w:right'), firstLine: number('w:ind', 'w:firstLine'),
    keepsWithNext: isOn(chain, 'w:keepNext'), keepsWidows: isOn(chain, 'w:widowControl'),
    border: border === undefined ? null : { value: border.attributes['w:val'] ?? '', size: Number(border.attributes['w:sz'] ?? 0) },
    field: allOf(element, 'w:instrText').map((each) => wordsOf(each).trim()).join(),
  };
}

function run(element: XmlElement, styleId: string | undefined, styles: Styles, defaults: XmlElement | undefined): Run {
  const chain = propertiesOf(childOf(element, 'w:rPr'), styleId, 'w:rPr', styles, defaults);
  const sizes = ['w:sz', 'w:szCs'].map((name) => Number(attribute(chain, name, 'w:val') ?? 20));
  return {
    text: childrenOf(element, 'w:t').map((each) => wordsOf(each)).join(''),
    fonts: ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].map((name) => attribute(chain, 'w:rFonts', name) ?? ''),
    size: sizes[0] ?? 0, sizes, bold: isOn(chain, 'w:b'), italic: isOn(chain, 'w:i'),
    color: attribute(chain, 'w:color', 'w:val') ?? 'auto', underlined: isOn(chain, 'w:u'),
    forcedCapitals: isOn(chain, 'w:caps') || isOn(chain, 'w:smallCaps'),
  };
}

function table(element: XmlElement, styles: Styles, defaults: XmlElement | undefined): Table {
  return {
    kind: 'table', element,
    widths: childrenOf(childOf(element, 'w:tblGrid'), 'w:gridCol').map((each) => Number(each.attributes['w:w'])),
    borders: [...allOf(element, 'w:tblBorders'), ...allOf(element, 'w:tcBorders')].flatMap((each) => childrenOf(each))
      .filter((each) => !['none', 'nil'].includes(each.attributes['w:val'] ?? '')).map((each) => each.name),
    rows: childrenOf(element, 'w:tr').map((row) => ({
      isHeading: isOn([childOf(row, 'w:trPr')].filter((each) => each !== undefined), 'w:tblHeader'),
      isWhole: isOn([childOf(row, 'w:trPr')].filter((each) => each !== undefined), 'w:cantSplit'),
      hasHeight: childOf(row, 'w:trPr', 'w:trHeight') !== undefined,
      cells: childrenOf(row, 'w:tc').map((cell) => {
        const merge = childOf(cell, 'w:tcPr', 'w:vMerge');
        return {
          paragraphs: childrenOf(cell, 'w:p').map((each) => paragraph(each, styles, defaults)),
          span: Number(childOf(cell, 'w:tcPr', 'w:gridSpan')?.attributes['w:val'] ?? 1),
          continues: merge !== undefined && merge.attributes['w:val'] !== 'restart',
        };
      }),
    })),
  };
}
