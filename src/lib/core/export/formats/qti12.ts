import { zip, type ZipEntry } from '../bytes/zip';
import { fullCredit } from '../credit';
import type { ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import type { Item } from '../item';
import { picturesOf } from '../map/pictures-of';
import { preflight } from '../preflight';
import { item12, type Dialect12 } from '../qti/item12';
import { identifierOf } from '../qti/names';
import { element, html, htmlInXml, xml, XML_HEAD } from '../text/markup';

const TYPES: Readonly<Record<Item['shape'], string>> = {
  choice: 'multiple_choice_question',
  typed: 'short_answer_question',
  order: 'ordering_question',
  match: 'matching_question',
  map: 'hot_spot_question',
};

const CANVAS: Dialect12 = {
  metadata: ({ shape, id }) => ({
    question_type: TYPES[shape],
    points_possible: '1.0',
    assessment_question_identifierref: identifierOf(`${id}:question`),
  }),
  firstConditionOnly: false,
};

/** IMS QTI 1.2 as Canvas writes and reads it; ordering and the map arrive in New Quizzes, Classic Quizzes drop ordering. */
export const qti12: ExportFormat = {
  id: 'qti12',
  label: 'Canvas New Quizzes (QTI 1.2)',
  extension: 'zip',
  mimeType: 'application/zip',
  limits: 'for New Quizzes: Classic Quizzes lose ordering (matching can be had instead)',
  carries: { shapes: ['choice', 'typed', 'order', 'map', 'match'], drops: ['reasons', 'near'], noRegions: true },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, qti12, options);
    const quiz = identifierOf(`${set.pack.id}:${set.id}`);
    const pictures = picturesOf(set, items);
    const entries: ZipEntry[] = [
      ['imsmanifest.xml', manifest(set, quiz, [...pictures.keys()])],
      [`${quiz}/${quiz}.xml`, assessment(set, quiz, items)],
      [`${quiz}/assessment_meta.xml`, meta(set, quiz, items.length)],
      ...[...pictures].map(([name, png]): ZipEntry => [`web_resources/${name}`, png]),
    ];
    return Promise.resolve({ bytes: zip(entries), losses });
  },
};

function assessment(set: ExportSet, quiz: string, items: readonly Item[]): string {
  const xmlns = 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2';
  const section = element('section', { ident: 'root_section' }, items.map((item) => item12(set, item, CANVAS)));
  return `${XML_HEAD}${element('questestinterop', { xmlns }, element('assessment', { ident: quiz, title: set.title }, section))}\n`;
} // prettier-ignore

/** The quiz has the identifier of the assessment, or Canvas passes over its title, description and settings. */
function meta(set: ExportSet, quiz: string, points: number): string {
  const settings: readonly (readonly [string, string])[] = [
    ['title', xml(set.title)], ['description', htmlInXml(html(fullCredit(set)))], ['shuffle_answers', 'true'], ['scoring_policy', 'keep_highest'],
    ['quiz_type', 'assignment'], ['points_possible', points.toFixed(1)], ['allowed_attempts', '1'], ['one_question_at_a_time', 'false'],
  ]; // prettier-ignore
  const content = settings.map(([name, value]) => element(name, {}, value));
  return `${XML_HEAD}${element('quiz', { identifier: quiz, xmlns: 'http://canvas.instructure.com/xsd/cccv1p0' }, content)}\n`;
}

function manifest(set: ExportSet, quiz: string, pictures: readonly string[]): string {
  const resources = [
    element('resource', { identifier: quiz, type: 'imsqti_xmlv1p2' }, [element('file', { href: `${quiz}/${quiz}.xml` }), element('dependency', { identifierref: `${quiz}_meta` })]),
    element('resource', { identifier: `${quiz}_meta`, type: 'associatedcontent/imscc_xmlv1p1/learning-application-resource', href: `${quiz}/assessment_meta.xml` }, element('file', { href: `${quiz}/assessment_meta.xml` })),
    ...pictures.map((name) => element('resource', { identifier: identifierOf(name), type: 'webcontent', href: `web_resources/${name}` }, element('file', { href: `web_resources/${name}` }))),
  ];
  const attributes = {
    identifier: `${quiz}_manifest`, xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1', 'xmlns:lom': 'http://ltsc.ieee.org/xsd/imsccv1p1/LOM/resource',
    'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_v1p2',
  };
  const lom = `<imsmd:lom><imsmd:general><imsmd:title><imsmd:string>${xml(set.title)}</imsmd:string></imsmd:title></imsmd:general><imsmd:rights><imsmd:copyrightAndOtherRestrictions><imsmd:value>yes</imsmd:value></imsmd:copyrightAndOtherRestrictions><imsmd:description><imsmd:string>${xml(fullCredit(set))}</imsmd:string></imsmd:description></imsmd:rights></imsmd:lom>`;
  const metadata = `<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion>${lom}</metadata>`;
  return `${XML_HEAD}${element('manifest', attributes, [metadata, '<organizations/>', element('resources', {}, resources)])}\n`;
} // prettier-ignore
