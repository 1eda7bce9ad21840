import { base64 } from '../bytes/base64';
import { utf8 } from '../bytes/utf8';
import { fullCredit } from '../credit';
import type { ExportSet } from '../export-set';
import type { ExportFormat } from '../format';
import type { Item, ItemOf } from '../item';
import { pictureFor } from '../map/picture-for';
import { LONGEST_IDNUMBER } from '../moodle';
import { preflight } from '../preflight';
import { shortId } from '../short-id';
import { oneLine, shorten } from '../text/clean';
import { element, html, htmlInXml, paragraph, xml, XML_HEAD } from '../text/markup';
import { EXPORT_WORDS } from '../words';

/** Moodle XML: choice, short answer, numerical, ordering (in core since 4.4) and a marker to put on the map. */
export const moodle: ExportFormat = {
  id: 'moodle',
  label: 'Moodle XML',
  extension: 'xml',
  mimeType: 'application/xml',
  limits: 'ordering needs Moodle 4.4 or its plugin (matching can be had instead)',
  carries: {
    shapes: ['choice', 'typed', 'order', 'map', 'match'],
    drops: ['near'],
    near: ['year', 'order'],
    numericYears: true,
  },
  printsVersions: false,
  write: (set, options) => {
    const { items, losses } = preflight(set, moodle, options);
    const questions = items.map((item) => questionXml(set, item));
    const text = `${XML_HEAD}<quiz>\n${categoryXml(set)}\n${questions.join('\n')}\n</quiz>\n`;
    return Promise.resolve({ bytes: utf8(text), losses });
  },
};

const plain = (text: string): string => element('text', {}, xml(text));
const marked = (name: string, markup: string, attributes: Readonly<Record<string, string>> = {}, more = ''): string =>
  element(name, { ...attributes, format: 'html' }, `<text>${htmlInXml(markup)}</text>${more}`);

function categoryXml(set: ExportSet): string {
  const path = `$course$/top/${oneLine(set.title).replaceAll('/', '//')}`;
  const info = marked('info', html(fullCredit(set)));
  return element('question', { type: 'category' }, [element('category', {}, plain(path)), info, element('idnumber', {}, xml(shortId(set.id, LONGEST_IDNUMBER)))]);
} // prettier-ignore

function questionXml(set: ExportSet, item: Item): string {
  const words = EXPORT_WORDS[set.language];
  const body = bodyOf(set, item);
  const feedback = [item.explanation, ...item.sources.map((source) => `${words.source}: ${source}`)];
  const tags = ['dateline', set.pack.id, `${item.question.kind}/${item.question.form}`];
  const head = [
    element('name', {}, plain(shorten(oneLine(item.stem), 200))),
    marked('questiontext', paragraph(item.stem)),
    marked('generalfeedback', feedback.filter((text) => text !== '').map(paragraph).join('')),
    '<defaultgrade>1</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>',
    element('idnumber', {}, xml(shortId(item.id, LONGEST_IDNUMBER))),
  ];
  const tagged = element('tags', {}, tags.map((tag) => element('tag', {}, plain(tag))).join(''));
  return element('question', { type: body.type }, ['\n', [...head, ...body.parts, tagged].join('\n'), '\n']);
} // prettier-ignore

interface Body {
  readonly type: string;
  readonly parts: readonly string[];
}

function bodyOf(set: ExportSet, item: Item): Body {
  switch (item.shape) {
    case 'choice':
      return choiceBody(item);
    case 'typed':
      return item.year === null ? typedBody(item) : yearBody(item.year);
    case 'order':
      return orderBody(item);
    case 'match':
      return matchBody(item);
    case 'map':
      return mapBody(set, item);
  }
}

/** What a learner reads after a right, a half right and a wrong answer: nothing beyond the explanation. */
const FEEDBACKS = ['correct', 'partiallycorrect', 'incorrect'].map((name) => marked(`${name}feedback`, '')).join('');

function choiceBody({ options }: ItemOf<'choice'>): Body {
  const answers = options.map(({ text, right, why }) =>
    marked('answer', html(text), { fraction: right ? '100' : '0' }, marked('feedback', html(why))),
  );
  const settings = '<single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>';
  return { type: 'multichoice', parts: [settings, FEEDBACKS, ...answers] };
}

/** Answers are compared letter by letter, in any case; an asterisk would be a wildcard. */
function typedBody({ answers }: ItemOf<'typed'>): Body {
  const listed = answers.map((text) =>
    element('answer', { fraction: 100, format: 'moodle_auto_format' }, [plain(text.replaceAll('*', '\\*')), marked('feedback', '')]),
  ); // prettier-ignore
  return { type: 'shortanswer', parts: ['<usecase>0</usecase>', ...listed] };
}

/** The year itself, and half the credit for five years around it; both fractions are of those that Moodle knows. */
function yearBody({ from, to }: NonNullable<ItemOf<'typed'>['year']>): Body {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const answer = (fraction: number, tolerance: number): string =>
    element('answer', { fraction, format: 'moodle_auto_format' }, [plain(String(middle)), marked('feedback', ''), `<tolerance>${String(tolerance)}</tolerance>`]);
  return { type: 'numerical', parts: [answer(100, half), answer(50, half + 5), '<unitgradingtype>0</unitgradingtype><unitpenalty>0.1000000</unitpenalty><showunits>3</showunits><unitsleft>0</unitsleft>'] };
} // prettier-ignore

/** `shownumcorrect` must be there, or the whole import aborts; `ALL`, or Moodle takes six at random. */
function orderBody({ ordered }: ItemOf<'order'>): Body {
  const settings = '<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount><gradingtype>ABSOLUTE_POSITION</gradingtype><showgrading>SHOW</showgrading><numberingstyle>123</numberingstyle>';
  const answers = ordered.map(({ text }) => marked('answer', html(text), { fraction: '1.0000000' }, marked('feedback', '')));
  return { type: 'ordering', parts: [settings, FEEDBACKS, '<shownumcorrect>1</shownumcorrect>', ...answers] };
} // prettier-ignore

function matchBody({ pairs }: ItemOf<'match'>): Body {
  const listed = pairs.map(({ thing, position }) =>
    marked('subquestion', html(thing.text), {}, element('answer', {}, plain(position))),
  );
  return {
    type: 'matching',
    parts: ['<shuffleanswers>true</shuffleanswers>', FEEDBACKS, '<shownumcorrect/>', ...listed],
  };
}

/** Coordinates in whole pixels of the picture as it is; a marker without its picture would import broken. */
function mapBody(set: ExportSet, item: ItemOf<'map'>): Body {
  const { picture, name, target, outline } = pictureFor(set, item);
  const file = element('file', { name, encoding: 'base64' }, base64(picture.png));
  const circle = `${String(target.x)},${String(target.y)};${String(target.radius)}`;
  const coords = outline === null ? circle : outline.map((corner) => corner.join(',')).join(';');
  const drag = `<drag><no>1</no>${plain('✕')}<noofdrags>1</noofdrags></drag>`;
  const drop = `<drop><no>1</no><shape>${outline === null ? 'circle' : 'polygon'}</shape><coords>${coords}</coords><choice>1</choice></drop>`;
  return { type: 'ddmarker', parts: ['<shuffleanswers/>', FEEDBACKS, '<shownumcorrect/>', file, drag, drop] };
} // prettier-ignore
