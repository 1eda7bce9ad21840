import { element, xml, XML_HEAD } from '../text/markup';
import { zip } from './zip';

/** A cell: text stays text whatever it looks like (`=1+1`, `1066`); a number is written as one only where a template wants it. */
export type Cell = string | number | null;

export interface Workbook {
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly title: string;
  /** Licence and origin, in the file's properties. */
  readonly credit: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CORE = 'application/vnd.openxmlformats-package.core-properties+xml';
/** Most characters of a cell (Excel specifications and limits). */
export const LONGEST_CELL = 32_767;

/** What a target takes whose texts are only bounded by their cells: for `carries`. */
export const CELLS = { stem: LONGEST_CELL, option: LONGEST_CELL, explanation: LONGEST_CELL, title: LONGEST_CELL };

/**
 * A workbook of one sheet (ECMA-376) with inline strings, the smallest that Excel, LibreOffice and the readers of the game platforms all
 * open: a string is typed as one, so that nothing in it is ever computed.
 */
export function xlsx({ sheet, rows, title, credit }: Workbook): Uint8Array {
  const data = rows.map((cells, r) => rowXml(cells, r + 1)).join('');
  const sheetXml = `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
  const book = `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${element('sheet', { name: sheet, sheetId: 1, 'r:id': 'rId1' })}</sheets></workbook>`;
  const styles = `${XML_HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  return zip([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml'], ['core', 'docProps/core.xml']])],
    ['docProps/core.xml', coreProperties(title, credit)],
    ['xl/workbook.xml', book],
    ['xl/_rels/workbook.xml.rels', relations([['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']])],
    ['xl/styles.xml', styles],
    ['xl/worksheets/sheet1.xml', sheetXml],
  ]);
} // prettier-ignore

function rowXml(cells: readonly Cell[], row: number): string {
  const written = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${String(row)}`)).join('');
  return written === '' ? '' : `<row r="${String(row)}">${written}</row>`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${String(cell)}</v></c>`;
  if (cell.length > LONGEST_CELL)
    throw new RangeError(`${at}: a cell holds ${String(LONGEST_CELL)} characters, not ${String(cell.length)}`);
  const text = xml(cell);
  // Style 1: format "text", so that a year typed over stays text as well.
  return `<c r="${at}" s="1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A, B … Z, AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function contentTypes(): string {
  const parts: readonly (readonly [string, string])[] = [
    ['/xl/workbook.xml', `${TYPES}.sheet.main+xml`],
    ['/xl/worksheets/sheet1.xml', `${TYPES}.worksheet+xml`],
    ['/xl/styles.xml', `${TYPES}.styles+xml`],
    ['/docProps/core.xml', CORE],
  ];
  const overrides = parts.map(([PartName, ContentType]) => element('Override', { PartName, ContentType })).join('');
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}

/** Relations of a package part; `core` is the one of the package's own properties. */
export function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const all = targets.map(([kind, Target], i) => {
    const Type = kind === 'core' ? `${PACKAGE}/relationships/metadata/core-properties` : `${RELATIONS}/${kind}`;
    return element('Relationship', { Id: `rId${String(i + 1)}`, Type, Target });
  });
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

/** Title and licence of an Office file; no time of making, so that the same content has the same bytes. */
export function coreProperties(title: string, credit: string): string {
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:creator>Dateline</dc:creator><dc:description>${xml(credit)}</dc:description></cp:coreProperties>`;
}
