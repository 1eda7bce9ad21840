import { element, xml } from '../text/markup';

/** How a paragraph stands on its page. */
export interface ParagraphStyle {
  readonly style?: 'Title' | 'Heading1' | 'Question' | 'Option' | 'Small';
  /** Not parted from the next one by the end of a page. */
  readonly keepNext?: boolean;
  readonly breakBefore?: boolean;
}

/** A paragraph of text; its line ends stay. Direction is the reader's: a right-to-left text is told apart by its letters. */
export function paragraph(text: string, { style, keepNext = false, breakBefore = false }: ParagraphStyle = {}): string {
  const lines = text.split('\n').map((line) => element('w:t', { 'xml:space': 'preserve' }, xml(line)));
  const isRtl = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
  const settings = [
    style === undefined ? '' : element('w:pStyle', { 'w:val': style }),
    keepNext ? '<w:keepNext/><w:keepLines/>' : '',
    breakBefore ? '<w:pageBreakBefore/>' : '',
    isRtl ? '<w:bidi/>' : '',
  ].join('');
  const run = `<w:r>${isRtl ? '<w:rPr><w:rtl/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`;
  return `<w:p>${settings === '' ? '' : `<w:pPr>${settings}</w:pPr>`}${run}</w:p>`;
}

/** English Metric Units a pixel at 96 dpi. */
const EMU = 9525;

/** A picture in a paragraph of its own (ECMA-376, DrawingML inline). `id` differs from picture to picture in a document. */
export function picture(relation: string, id: number, width: number, height: number, alt: string): string {
  const [cx, cy] = [width * EMU, height * EMU];
  const extent = element('wp:extent', { cx, cy });
  const properties = element('wp:docPr', { id, name: `Map ${String(id)}`, descr: alt });
  const fill = `<pic:blipFill>${element('a:blip', { 'r:embed': relation })}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>`;
  const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/>${element('a:ext', { cx, cy })}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`;
  const pic = `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>${element('pic:cNvPr', { id, name: `Map ${String(id)}`, descr: alt })}<pic:cNvPicPr/></pic:nvPicPr>${fill}${shape}</pic:pic>`;
  const graphic = `<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${pic}</a:graphicData></a:graphic>`;
  const inline = `<wp:inline distT="0" distB="0" distL="0" distR="0">${extent}${properties}${graphic}</wp:inline>`;
  return `<w:p><w:pPr><w:keepLines/></w:pPr><w:r><w:drawing>${inline}</w:drawing></w:r></w:p>`;
} // prettier-ignore

/** The page of a version and its footer; the last one of a document stands alone, the others end their section. */
export function section(footer: string, isLast: boolean): string {
  const settings = `<w:sectPr>${element('w:footerReference', { 'w:type': 'default', 'r:id': footer })}<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>`;
  return isLast ? settings : `<w:p><w:pPr>${settings}</w:pPr></w:p>`;
} // prettier-ignore
