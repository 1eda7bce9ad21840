import type { ExportSet } from '../export-set';
import type { Item } from '../item';
import { pictureFor } from '../map/picture-for';
import { oneLine, shorten } from '../text/clean';
import { element, paragraph, xml, XML_HEAD } from '../text/markup';
import { EXPORT_WORDS } from '../words';
import type { Dialect } from './dialect';
import { identifierOf } from './names';

const RESPONSE = 'RESPONSE';

interface Body {
  /** Attributes and content of the response declaration. */
  readonly cardinality: 'single' | 'ordered';
  readonly baseType: 'identifier' | 'string' | 'point';
  readonly declared: readonly string[];
  readonly body: string;
  readonly template: 'match_correct' | 'map_response' | 'map_response_point';
}

/** An item of IMS QTI 2.1 or 3.0, whole file. Its label is the question's own id. */
export function item2(set: ExportSet, item: Item, dialect: Dialect): string {
  const { el, namespace, schemaLocation } = dialect;
  const { cardinality, baseType, declared, body, template } = bodyOf(set, item, dialect);
  const words = EXPORT_WORDS[set.language];
  const about = [item.explanation, ...item.sources.map((source) => `${words.source}: ${source}`)].filter((text) => text !== '');
  const attributes = {
    xmlns: namespace, 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'xsi:schemaLocation': schemaLocation, identifier: identifierOf(item.id),
    title: shorten(oneLine(item.stem), 100), label: shorten(item.id, 256), adaptive: 'false', timeDependent: 'false', 'xml:lang': set.language,
  };
  return `${XML_HEAD}${el('assessmentItem', attributes, [
    el('responseDeclaration', { identifier: RESPONSE, cardinality, baseType }, declared),
    el('outcomeDeclaration', { identifier: 'SCORE', cardinality: 'single', baseType: 'float' }, el('defaultValue', {}, el('value', {}, '0'))),
    el('outcomeDeclaration', { identifier: 'FEEDBACK', cardinality: 'single', baseType: 'identifier' }),
    el('itemBody', {}, body),
    el('responseProcessing', { template: dialect.template(template) }),
    // Hidden only if FEEDBACK were "none", which nothing makes it: so it is shown after every answer.
    about.length === 0 ? '' : el('modalFeedback', { outcomeIdentifier: 'FEEDBACK', identifier: 'none', showHide: 'hide' }, feedback(about, dialect)),
  ])}\n`;
} // prettier-ignore

/** XHTML within XML: paragraphs are elements here, not text. */
function feedback(texts: readonly string[], { version, el }: Dialect): string {
  const paragraphs = texts.map((text) => element('p', {}, xml(text))).join('');
  return version === '2.1' ? paragraphs : el('contentBody', {}, paragraphs);
}

function bodyOf(set: ExportSet, item: Item, { el, picture, version }: Dialect): Body {
  const correct = (...values: readonly string[]): string => el('correctResponse', {}, values.map((value) => el('value', {}, xml(value))));
  const prompt = el('prompt', {}, xml(item.stem));
  const simple = (identifier: string, text: string): string => el('simpleChoice', { identifier }, xml(text));
  switch (item.shape) {
    case 'choice': {
      const choices = item.options.map(({ id, text }) => simple(id, text));
      const body = el('choiceInteraction', { responseIdentifier: RESPONSE, shuffle: 'true', maxChoices: 1 }, [prompt, ...choices]);
      const right = item.options.filter((option) => option.right).map(({ id }) => id);
      return { cardinality: 'single', baseType: 'identifier', declared: [correct(...right)], body, template: 'match_correct' };
    }
    case 'typed': {
      const entries = item.answers.map((mapKey) => el('mapEntry', { mapKey, mappedValue: 1, caseSensitive: 'false' }));
      const input = el('textEntryInteraction', { responseIdentifier: RESPONSE, expectedLength: 24 });
      const body = `${paragraph(item.stem).replace(' dir="auto"', '')}<p>${input}</p>`;
      const declared = [correct(item.answer), el('mapping', { defaultValue: 0 }, entries)];
      return { cardinality: 'single', baseType: 'string', declared, body, template: 'map_response' };
    }
    case 'order': {
      const things = item.shown.map(({ id, text }) => simple(id, text));
      const body = el('orderInteraction', { responseIdentifier: RESPONSE, shuffle: 'true', orientation: 'vertical' }, [prompt, ...things]);
      return { cardinality: 'ordered', baseType: 'identifier', declared: [correct(...item.ordered.map(({ id }) => id))], body, template: 'match_correct' };
    }
    case 'map': {
      const { picture: map, name, target, outline } = pictureFor(set, item);
      const { x, y, radius } = target;
      const right = outline === null ? { shape: 'circle', coords: [x, y, radius].join(',') } : { shape: 'poly', coords: outline.flat().join(',') };
      const shape = el('areaMapEntry', { ...right, mappedValue: 1 });
      const alt = EXPORT_WORDS[set.language].markMap;
      const image = picture(`../images/${name}`, map.width, map.height, xml(alt));
      const attributes = { responseIdentifier: RESPONSE, maxChoices: 1, ...(version === '3.0' ? { minChoices: 0 } : {}) };
      const body = el('selectPointInteraction', attributes, [prompt, image]);
      const declared = [correct(`${String(x)} ${String(y)}`), el('areaMapping', { defaultValue: 0 }, shape)];
      return { cardinality: 'single', baseType: 'point', declared, body, template: 'map_response_point' };
    }
    case 'match':
      throw new Error(`${item.id}: preflight let ${item.shape} through`);
  }
} // prettier-ignore
