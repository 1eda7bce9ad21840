import { zip } from '../bytes/zip';
import { fullCredit } from '../credit';
import type { ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import type { Item } from '../item';
import { preflight } from '../preflight';
import { item12, type Dialect12 } from '../qti/item12';
import { identifierOf } from '../qti/names';
import { element, xml, XML_HEAD } from '../text/markup';

/** Every item says which profile of the cartridge it keeps to. */
const CARTRIDGE: Dialect12 = {
  metadata: ({ shape }) => ({ cc_profile: shape === 'typed' ? 'cc.fib.v0p1' : 'cc.multiple_choice.v0p1' }),
  firstConditionOnly: true,
};

const ASSESSMENT = 'assessment/assessment.xml';

/** IMS Common Cartridge 1.1 with one assessment: Moodle restores it as a quiz, most platforms import it. */
export const cc11: ExportFormat = {
  id: 'cc11',
  label: 'IMS Common Cartridge 1.1',
  extension: 'imscc',
  mimeType: 'application/zip',
  limits: 'no ordering and no map (multiple choice instead)',
  carries: { shapes: ['choice', 'typed'], drops: ['reasons', 'picture', 'near'] },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, cc11, options);
    const name = identifierOf(`${set.pack.id}:${set.id}`);
    return Promise.resolve({ bytes: zip([['imsmanifest.xml', manifest(set, name)], [ASSESSMENT, assessment(set, name, items)]]), losses });
  },
}; // prettier-ignore

function assessment(set: ExportSet, name: string, items: readonly Item[]): string {
  const fields = { cc_profile: 'cc.exam.v0p1', qmd_assessmenttype: 'Examination', qmd_scoretype: 'Percentage' };
  const metadata = Object.entries(fields).map(([key, value]) => `<qtimetadatafield><fieldlabel>${key}</fieldlabel><fieldentry>${value}</fieldentry></qtimetadatafield>`);
  const section = element('section', { ident: 'root_section' }, items.map((item) => item12(set, item, CARTRIDGE)));
  const content = element('assessment', { ident: name, title: set.title }, [`<qtimetadata>${metadata.join('')}</qtimetadata>`, section]);
  return `${XML_HEAD}${element('questestinterop', { xmlns: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2' }, content)}\n`;
} // prettier-ignore

function manifest(set: ExportSet, name: string): string {
  const text = (content: string): string => `<lomimscc:string>${xml(content)}</lomimscc:string>`;
  const lom = `<lomimscc:lom><lomimscc:general><lomimscc:title>${text(set.title)}</lomimscc:title></lomimscc:general><lomimscc:rights><lomimscc:copyrightAndOtherRestrictions><lomimscc:value>yes</lomimscc:value></lomimscc:copyrightAndOtherRestrictions><lomimscc:description>${text(fullCredit(set))}</lomimscc:description></lomimscc:rights></lomimscc:lom>`;
  const metadata = `<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>${lom}</metadata>`;
  const leaf = element('item', { identifier: `${name}_item`, identifierref: `${name}_resource` }, element('title', {}, xml(set.title)));
  const organizations = element('organizations', {}, element('organization', { identifier: `${name}_organization`, structure: 'rooted-hierarchy' }, element('item', { identifier: `${name}_root` }, leaf)));
  const resource = element('resource', { identifier: `${name}_resource`, type: 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment' }, element('file', { href: ASSESSMENT }));
  const attributes = {
    identifier: `${name}_manifest`, xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1', 'xmlns:lomimscc': 'http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest',
  };
  return `${XML_HEAD}${element('manifest', attributes, [metadata, organizations, element('resources', {}, resource)])}\n`;
} // prettier-ignore
