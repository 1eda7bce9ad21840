import { relations, coreProperties } from '../bytes/xlsx';
import { zip, type ZipEntry } from '../bytes/zip';
import { element, xml, XML_HEAD } from '../text/markup';

const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
};
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export interface WordDocument {
  readonly title: string;
  readonly credit: string;
  readonly language: string;
  readonly body: string;
  /** Text of each footer, in front of the page's number. */
  readonly footers: readonly string[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** The relation of a footer or picture, by its position. */
export function footerRelation(index: number): string {
  return `rId${String(index + 2)}`;
}
export function pictureRelation(index: number, footers: number): string {
  return `rId${String(index + footers + 2)}`;
}

/** A Word document (ECMA-376), written by hand: no time of making, so the same content has the same bytes. */
export function docx({ title, credit, language, body, footers, pictures }: WordDocument): Uint8Array {
  const names = [...pictures.keys()];
  const document = `${XML_HEAD}${element('w:document', NAMESPACES, element('w:body', {}, body))}`;
  const footerXml = (text: string): string =>
    `${XML_HEAD}${element('w:ftr', NAMESPACES, `<w:p><w:pPr><w:pStyle w:val="Small"/></w:pPr><w:r><w:t xml:space="preserve">${xml(text)} · </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)}`;
  const files: readonly ZipEntry[] = [
    ['[Content_Types].xml', contentTypes(footers.length)],
    ['_rels/.rels', relations([['officeDocument', 'word/document.xml'], ['core', 'docProps/core.xml']])],
    ['docProps/core.xml', coreProperties(title, credit)],
    ['word/document.xml', document],
    ['word/_rels/document.xml.rels', relations([
      ['styles', 'styles.xml'],
      ...footers.map((_, i) => ['footer', `footer${String(i + 1)}.xml`] as const),
      ...names.map((name) => ['image', `media/${name}`] as const),
    ])],
    ['word/styles.xml', styles(language)],
    ...footers.map((text, i): ZipEntry => [`word/footer${String(i + 1)}.xml`, footerXml(text)]),
    ...[...pictures].map(([name, png]): ZipEntry => [`word/media/${name}`, png]),
  ];
  return zip(files);
} // prettier-ignore

function contentTypes(footers: number): string {
  const parts: readonly (readonly [string, string])[] = [
    ['/word/document.xml', `${TYPES}.document.main+xml`],
    ['/word/styles.xml', `${TYPES}.styles+xml`],
    ...Array.from({ length: footers }, (_, i) => [`/word/footer${String(i + 1)}.xml`, `${TYPES}.footer+xml`] as const),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  const defaults = [['rels', 'application/vnd.openxmlformats-package.relationships+xml'], ['xml', 'application/xml'], ['png', 'image/png']] as const;
  const listed = [
    ...defaults.map(([Extension, ContentType]) => element('Default', { Extension, ContentType })),
    ...parts.map(([PartName, ContentType]) => element('Override', { PartName, ContentType })),
  ];
  return `${XML_HEAD}${element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, listed)}`;
} // prettier-ignore

function styles(language: string): string {
  const style = (id: string, name: string, paragraph: string, run: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  const all = [
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/>${element('w:lang', { 'w:val': language })}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="80"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    style('Title', 'Title', '<w:keepNext/><w:spacing w:after="160"/>', '<w:b/><w:sz w:val="32"/><w:szCs w:val="32"/>'),
    style('Heading1', 'heading 1', '<w:keepNext/><w:spacing w:before="160" w:after="120"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/>'),
    style('Question', 'Question', '<w:spacing w:before="200" w:after="60"/>', ''),
    style('Option', 'Option', '<w:spacing w:after="20"/><w:ind w:left="425"/>', ''),
    style('Small', 'Small', '<w:spacing w:after="40"/>', '<w:sz w:val="17"/><w:szCs w:val="17"/>'),
  ];
  return `${XML_HEAD}${element('w:styles', { 'xmlns:w': NAMESPACES['xmlns:w'] }, all)}`;
} // prettier-ignore
