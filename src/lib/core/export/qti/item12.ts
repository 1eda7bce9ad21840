import type { ExportSet } from '../export-set';
import type { Item, ItemOf } from '../item';
import { pictureFor } from '../map/picture-for';
import { oneLine, shorten } from '../text/clean';
import { element, htmlInXml, paragraph, xml } from '../text/markup';
import { EXPORT_WORDS } from '../words';
import { identifierOf } from './names';

/** How a reader of QTI 1.2 wants an item described: Canvas by a question type, a Common Cartridge by a profile. */
export interface Dialect12 {
  readonly metadata: (item: Item) => Readonly<Record<string, string>>;
  /** Whether readers take accepted answers from the first condition that scores and from no other, as Moodle does with a cartridge. */
  readonly firstConditionOnly: boolean;
}

/** What an item answers and how that is scored. */
interface Body {
  readonly responses: string;
  /** Conditions, each with the share of a hundred that it earns. */
  readonly conditions: readonly (readonly [condition: string, action: 'Set' | 'Add', score: string])[];
}

const RESPONSE = 'response1';
const equals = (value: string, respident = RESPONSE): string => element('varequal', { respident }, xml(value));
const label = (ident: string, text: string): string =>
  element(
    'response_label',
    { ident },
    element('material', {}, element('mattext', { texttype: 'text/plain' }, xml(text))),
  );
const material = (markup: string): string =>
  element('material', {}, element('mattext', { texttype: 'text/html' }, htmlInXml(markup))); // prettier-ignore

/** An item of IMS QTI 1.2 (ASI binding). HTML stands in it as escaped text. */
export function item12(set: ExportSet, item: Item, { metadata, firstConditionOnly }: Dialect12): string {
  const words = EXPORT_WORDS[set.language];
  const body = bodyOf(set, item, firstConditionOnly);
  const about = [item.explanation, ...item.sources.map((source) => `${words.source}: ${source}`)].filter((text) => text !== '');
  const fields = Object.entries(metadata(item)).map(([name, value]) =>
    element('qtimetadatafield', {}, `<fieldlabel>${name}</fieldlabel>${element('fieldentry', {}, xml(value))}`),
  );
  const feedback = about.length === 0 ? '' : element('respcondition', { continue: 'Yes' }, '<conditionvar><other/></conditionvar><displayfeedback feedbacktype="Response" linkrefid="general_fb"/>');
  const scored = body.conditions.map(([condition, action, score]) =>
    element('respcondition', { continue: action === 'Set' ? 'No' : 'Yes' }, `<conditionvar>${condition}</conditionvar>${element('setvar', { varname: 'SCORE', action }, score)}`),
  );
  const outcomes = '<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>';
  return element('item', { ident: identifierOf(item.id), title: shorten(oneLine(item.stem), 100) }, [
    `<itemmetadata><qtimetadata>${fields.join('')}</qtimetadata></itemmetadata>`,
    `<presentation>${material(paragraph(item.stem))}${body.responses}</presentation>`,
    `<resprocessing>${outcomes}${feedback}${scored.join('')}</resprocessing>`,
    about.length === 0 ? '' : `<itemfeedback ident="general_fb"><flow_mat>${material(about.map(paragraph).join(''))}</flow_mat></itemfeedback>`,
  ]);
} // prettier-ignore

function bodyOf(set: ExportSet, item: Item, firstConditionOnly: boolean): Body {
  switch (item.shape) {
    case 'choice':
      return choiceBody(item);
    case 'typed':
      return typedBody(item, firstConditionOnly);
    case 'order':
      return orderBody(item);
    case 'match':
      return matchBody(item);
    case 'map':
      return mapBody(set, item);
  }
}

function choiceBody({ options }: ItemOf<'choice'>): Body {
  const labels = options.map(({ id, text }) => label(`answer_${id}`, text)).join('');
  const right = options.filter((option) => option.right).map(({ id }) => equals(`answer_${id}`));
  const responses = element('response_lid', { ident: RESPONSE, rcardinality: 'Single' }, `<render_choice>${labels}</render_choice>`);
  return { responses, conditions: [[right.join(''), 'Set', '100']] };
} // prettier-ignore

/**
 * A condition for each spelling, since those within one must all hold. None stands within `or`: Canvas and Moodle look for spellings right
 * under the condition. Where only the first is read it names all of them; by the letter it never holds, and those behind it score.
 */
function typedBody({ answers }: ItemOf<'typed'>, firstConditionOnly: boolean): Body {
  const responses = element('response_str', { ident: RESPONSE, rcardinality: 'Single' }, '<render_fib><response_label ident="answer1" rshuffle="No"/></render_fib>');
  const each = answers.map((text) => equals(text));
  const read = firstConditionOnly && each.length > 1 ? [each.join(''), ...each] : each;
  return { responses, conditions: read.map((condition) => [condition, 'Set', '100']) };
} // prettier-ignore

/** Of an ordered response the values stand in their order, as in the specification's own example (IMS_V01_I_BasicExample009b). */
function orderBody({ shown, ordered }: ItemOf<'order'>): Body {
  const labels = shown.map(({ id, text }) => label(`thing_${id}`, text)).join('');
  const object = `<render_extension><ims_render_object shuffle="Yes" orientation="Column"><flow_label>${labels}</flow_label></ims_render_object></render_extension>`;
  const responses = element('response_lid', { ident: RESPONSE, rcardinality: 'Ordered' }, object);
  return { responses, conditions: [[ordered.map(({ id }) => equals(`thing_${id}`)).join(''), 'Set', '100']] };
} // prettier-ignore

function matchBody({ pairs }: ItemOf<'match'>): Body {
  const positions = [...pairs].sort((a, b) => Number(a.position) - Number(b.position)).map(({ position }) => label(`place_${position}`, position)).join('');
  const responses = pairs.map(({ thing }) =>
    element('response_lid', { ident: `response_${thing.id}` }, `<material><mattext texttype="text/plain">${xml(thing.text)}</mattext></material><render_choice>${positions}</render_choice>`),
  );
  return { responses: responses.join(''), conditions: pairs.map(({ thing, position }, i) => [equals(`place_${position}`, `response_${thing.id}`), 'Add', share(i, pairs.length)]) };
} // prettier-ignore

/** Hundredths of a hundred, dealt out so that all shares come to a hundred. */
function share(index: number, of: number): string {
  const upTo = (count: number): number => Math.round((10_000 * count) / of);
  return ((upTo(index + 1) - upTo(index)) / 100).toFixed(2);
}

/** The area as fractions of the picture, as Canvas exports it. */
function mapBody(set: ExportSet, item: ItemOf<'map'>): Body {
  const { picture, name, target } = pictureFor(set, item);
  const fraction = (pixels: number, of: number): string => Math.min(1, Math.max(0, pixels / of)).toFixed(4);
  const { x, y, radius } = target;
  const { width, height } = picture;
  const corners = [fraction(x - radius, width), fraction(y - radius, height), fraction(x + radius, width), fraction(y + radius, height)];
  const image = element('matimage', { uri: `$IMS-CC-FILEBASE$/${name}`, imagtype: 'image/png', width, height });
  const area = element('response_label', { ident: 'area1', rarea: 'rectangle' }, corners.join(','));
  const responses = element('response_xy', { ident: RESPONSE, rcardinality: 'Single' }, `<render_hotspot><material>${image}</material>${area}</render_hotspot>`);
  return { responses, conditions: [[equals('area1'), 'Set', '100']] };
} // prettier-ignore
