/** An element of XML with its attributes, its text and its children by name. */
export interface XmlNode {
  readonly attribute: (name: string) => string | null;
  /** All text below it that stands directly in it. */
  readonly text: string;
  readonly all: (name: string) => readonly XmlNode[];
  readonly first: (name: string) => XmlNode | null;
}

type Raw = Readonly<Record<string, unknown>>;

/** Reads XML into a tree; null for what is none. Entities are those of XML and HTML, expanded once and never from a DTD. */
export async function readXml(text: string): Promise<XmlNode | null> {
  const { XMLParser } = await import('fast-xml-parser');
  const parser = new XMLParser({
    ignoreAttributes: false, attributeNamePrefix: '@', textNodeName: '#text', parseTagValue: false, parseAttributeValue: false, trimValues: false, htmlEntities: true,
    alwaysCreateTextNode: true, isArray: (_name, _path, _leaf, isAttribute) => !isAttribute, processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  }); // prettier-ignore
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- checked by the same package: its successor would be another one
    const root: unknown = parser.parse(text, true);
    return isRecord(root) ? nodeOf(root) : null;
  } catch {
    return null;
  }
}

function nodeOf(raw: Raw): XmlNode {
  const all = (name: string): readonly XmlNode[] => {
    const value = raw[name];
    return Array.isArray(value) ? value.filter(isRecord).map(nodeOf) : [];
  };
  const text = raw['#text'];
  return {
    attribute: (name) => {
      const value = raw[`@${name}`];
      return typeof value === 'string' ? value : null;
    },
    text: Array.isArray(text) ? text.join('') : typeof text === 'string' ? text : '',
    all,
    first: (name) => all(name)[0] ?? null,
  };
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
