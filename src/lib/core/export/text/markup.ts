import { clean } from './clean';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as content or attribute of XML: escaped once, without characters that XML forbids. */
export function xml(text: string): string {
  return clean(text).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

/** Text as content of HTML, never of an attribute: escaped once, line ends as `<br>`. Quotes need no escape there. */
export function html(text: string): string {
  return clean(text)
    .replace(/[&<>]/gu, (character) => ENTITIES[character] ?? character)
    .replace(/\n/gu, '<br>');
}

/** HTML as the content of an XML element: escaped once more, as its reader unescapes it once. */
export function htmlInXml(markup: string): string {
  return xml(markup);
}

/** A paragraph of HTML in whatever direction its first strong letter says. */
export function paragraph(text: string): string {
  return `<p dir="auto">${html(text)}</p>`;
}

/** `<name attr="…">content</name>`, on one line; attributes of null are left out. Content is markup already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  content: string | readonly string[] = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${xml(String(value))}"`)
    .join('');
  const inner = typeof content === 'string' ? content : content.join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
