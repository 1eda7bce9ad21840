import { zip, type ZipEntry } from '../bytes/zip';
import { fullCredit } from '../credit';
import type { ExportSet } from '../export-set';
import type { Item } from '../item';
import { pictureFor } from '../map/picture-for';
import { picturesOf } from '../map/pictures-of';
import { element, xml, XML_HEAD } from '../text/markup';
import type { Dialect } from './dialect';
import { item2 } from './item2';
import { identifierOf } from './names';

/** Types and namespaces of a package, by version. */
const PACKAGE = {
  '2.1': { xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1', schema: 'QTIv2.1 Package', schemaversion: '1.0.0', kind: 'xmlv2p1' },
  '3.0': { xmlns: 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1', schema: 'QTI Package', schemaversion: '3.0.0', kind: 'xmlv3p0' },
} as const; // prettier-ignore

/** A package with a test, its items and their pictures. A resource bears the identifier of its item, so that converters keep them together. */
export function package2(set: ExportSet, items: readonly Item[], dialect: Dialect): Uint8Array {
  const test = identifierOf(`${set.pack.id}:${set.id}`);
  const entries: ZipEntry[] = [
    ['imsmanifest.xml', manifest(set, test, items, dialect)],
    ['test.xml', testXml(set, test, items, dialect)],
    ...items.map((item): ZipEntry => [`items/${identifierOf(item.id)}.xml`, item2(set, item, dialect)]),
    ...[...picturesOf(set, items)].map(([name, png]): ZipEntry => [`images/${name}`, png]),
  ];
  return zip(entries);
}

function testXml(set: ExportSet, identifier: string, items: readonly Item[], { el, namespace, schemaLocation, version }: Dialect): string {
  const refs = items.map(({ id }) => el('assessmentItemRef', { identifier: identifierOf(id), href: `items/${identifierOf(id)}.xml` }));
  const credit = element('p', {}, xml(fullCredit(set).replaceAll('\n', ' ')));
  const rubric = el('rubricBlock', version === '2.1' ? { view: 'author' } : { use: 'instructions', view: 'author' }, version === '2.1' ? credit : el('contentBody', {}, credit));
  const section = el('assessmentSection', { identifier: 'section', title: set.title, visible: 'true' }, [rubric, ...refs]);
  const part = el('testPart', { identifier: 'part', navigationMode: 'nonlinear', submissionMode: 'individual' }, section);
  const attributes = { xmlns: namespace, 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'xsi:schemaLocation': schemaLocation, identifier, title: set.title };
  return `${XML_HEAD}${el('assessmentTest', attributes, part)}\n`;
} // prettier-ignore

function manifest(set: ExportSet, test: string, items: readonly Item[], { version }: Dialect): string {
  const { xmlns, schema, schemaversion, kind } = PACKAGE[version];
  const file = (href: string): string => element('file', { href });
  const depends = (identifierref: string): string => element('dependency', { identifierref });
  const pictures = [...picturesOf(set, items).keys()];
  const item = (each: Item): string => {
    const identifier = identifierOf(each.id);
    const href = `items/${identifier}.xml`;
    const shown = each.shape === 'map' ? [depends(identifierOf(pictureFor(set, each).name))] : [];
    return element('resource', { identifier, type: `imsqti_item_${kind}`, href }, [file(href), ...shown]);
  };
  const resources = [
    element('resource', { identifier: test, type: `imsqti_test_${kind}`, href: 'test.xml' }, [file('test.xml'), ...items.map(({ id }) => depends(identifierOf(id)))]),
    ...items.map(item),
    ...pictures.map((name) => element('resource', { identifier: identifierOf(name), type: 'webcontent', href: `images/${name}` }, file(`images/${name}`))),
  ];
  const text = (content: string): string => `<lom:string xml:lang="${set.language}">${xml(content)}</lom:string>`;
  const lom = `<lom:lom><lom:general><lom:title>${text(set.title)}</lom:title></lom:general><lom:rights><lom:copyrightAndOtherRestrictions><lom:source>LOMv1.0</lom:source><lom:value>yes</lom:value></lom:copyrightAndOtherRestrictions><lom:description>${text(fullCredit(set))}</lom:description></lom:rights></lom:lom>`;
  const metadata = `<metadata><schema>${schema}</schema><schemaversion>${schemaversion}</schemaversion>${lom}</metadata>`;
  const attributes = { identifier: `${test}_manifest`, xmlns, 'xmlns:lom': 'http://ltsc.ieee.org/xsd/LOM' };
  return `${XML_HEAD}${element('manifest', attributes, [metadata, '<organizations/>', element('resources', {}, resources)])}\n`;
} // prettier-ignore
