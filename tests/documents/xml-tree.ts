/** Reads the XML of an office file: elements, attributes, text. Strict enough to refuse what is cut or crossed; no DTD. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

export function xmlTree(text: string): XmlElement {
  const pattern = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  const top: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] } = { name: '', attributes: {}, children: [] };
  const open = [top];
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(text);
    if (found === null) throw new Error(`no XML at ${at}: ${text.slice(at, at + 40)}`);
    const [, closing, opening, attributes = '', isEmpty, words] = found;
    const parent = open.at(-1) ?? top;
    if (words !== undefined) parent.children.push(plain(words));
    else if (opening !== undefined) {
      const element = {
        name: opening, children: [],
        attributes: Object.fromEntries([...attributes.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)])),
      };
      parent.children.push(element);
      if (isEmpty !== '/') open.push(element);
    } else if (closing !== undefined && open.pop()?.name !== closing) throw new Error(`${closing} closes what it did not open`);
  }
  const root = top.children.find((each): each is XmlElement => typeof each !== 'string');
  if (open.length !== 1 || root === undefined) throw new Error('the XML is cut');
  return root;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    const sign = entities[name ?? ''];
    if (sign === undefined) throw new Error(`unknown entity ${whole}`);
    return sign;
  });
}

export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter((each): each is XmlElement => typeof each !== 'string' && (name === undefined || each.name === name));
}

/** The child at the end of a path of names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((at: XmlElement | undefined, name) => childrenOf(at, name)[0], element);
}

/** The words between an element's tags, without those of elements inside it. */
export function wordsOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).filter((each) => typeof each === 'string').join('');
}

/** All elements of a name below this one, in the order of the file. */
export function allOf(element: XmlElement, name: string): readonly XmlElement[] {
  return childrenOf(element).flatMap((each) => [...(each.name === name ? [each] : []), ...allOf(each, name)]);
}
