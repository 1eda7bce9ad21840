import { XMLParser } from 'fast-xml-parser';

// A reader of QTI 1.2 that goes by the letter of the specification, and the ways in which two importers find accepted answers.

interface Equal {
  readonly '@respident': string;
  readonly '@case'?: string;
  readonly '#text': string;
}
interface Condition {
  readonly '@continue'?: string;
  readonly conditionvar: readonly { readonly varequal?: readonly Equal[] }[];
  readonly setvar?: readonly { readonly '@action': string; readonly '#text': string }[];
}
interface Response {
  readonly '@ident': string;
  readonly '@rcardinality'?: string;
}

/** An item of QTI 1.2 as it was read. */
export interface Item12 {
  readonly ident: string;
  readonly cardinality: ReadonlyMap<string, string>;
  readonly conditions: readonly Condition[];
}

/** What was answered: of each response its values, more than one only where they have an order. */
export type Answer12 = Readonly<Record<string, readonly string[]>>;

const LISTS = new Set([
  'item',
  'respcondition',
  'conditionvar',
  'varequal',
  'setvar',
  'response_lid',
  'response_str',
  'response_xy',
]);

interface ParsedItem {
  readonly '@ident': string;
  readonly presentation: Readonly<
    Record<'response_lid' | 'response_str' | 'response_xy', readonly Response[] | undefined>
  >;
  readonly resprocessing: { readonly respcondition: readonly Condition[] };
}

/** The items of an assessment. */
export function readItems12(xml: string): readonly Item12[] {
  const parser = new XMLParser({
    ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, parseAttributeValue: false, trimValues: false, alwaysCreateTextNode: true, htmlEntities: true,
    isArray: (name) => LISTS.has(name), processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  }); // prettier-ignore
  const { questestinterop } = parser.parse(xml) as { questestinterop: { assessment: { section: { item: readonly ParsedItem[] } } } };
  return questestinterop.assessment.section.item.map(({ '@ident': ident, presentation, resprocessing }) => {
    const responses = [presentation.response_lid, presentation.response_str, presentation.response_xy].flatMap((each) => each ?? []);
    return { ident, cardinality: new Map(responses.map((each) => [each['@ident'], each['@rcardinality'] ?? 'Single'])), conditions: resprocessing.respcondition };
  });
} // prettier-ignore

/**
 * The score of an answer. What stands in a condition must hold all together; of an ordered response each value in its place. Values are
 * compared in any case unless the item asks for it. A condition that holds ends the scoring unless it says `continue="Yes"`.
 */
export function score12({ conditions, cardinality }: Item12, answer: Answer12): number {
  let score = 0;
  for (const { conditionvar, setvar = [], '@continue': goesOn } of conditions) {
    const equals = conditionvar.flatMap(({ varequal }) => varequal ?? []);
    if (equals.length === 0 || !holds(equals, cardinality, answer)) continue;
    for (const { '@action': action, '#text': value } of setvar) score = (action === 'Add' ? score : 0) + Number(value);
    if (goesOn !== 'Yes') break;
  }
  return score;
}

function holds(equals: readonly Equal[], cardinality: Item12['cardinality'], answer: Answer12): boolean {
  const passed = new Map<string, number>();
  return equals.every((equal) => {
    const respident = equal['@respident'];
    const place = cardinality.get(respident) === 'Ordered' ? (passed.get(respident) ?? 0) : 0;
    passed.set(respident, place + 1);
    const given = answer[respident]?.[place];
    if (given === undefined) return false;
    return equal['@case'] === 'Yes' ? given === equal['#text'] : given.toLowerCase() === equal['#text'].toLowerCase();
  });
}

const equalsOf = ({ conditionvar }: Condition): string[] =>
  conditionvar.flatMap(({ varequal }) => (varequal ?? []).map((each) => each['#text']));

/** Accepted answers of a blank as Canvas New Quizzes finds them (instructure/qti, lib/qti/v1/models/interactions/fill_blank_interaction.rb): right under every condition that scores. */
export function answersForCanvas({ conditions }: Item12): readonly string[] {
  return conditions.filter(({ setvar }) => setvar !== undefined).flatMap(equalsOf);
} // prettier-ignore

/** As Moodle finds them in a cartridge (moodle, backup/cc/entity11.quiz.class.php): right under the first condition that scores 100. */
export function answersForMoodle({ conditions }: Item12): readonly string[] {
  const first = conditions.find(({ setvar }) => setvar?.some((each) => each['#text'] === '100') === true);
  return first === undefined ? [] : equalsOf(first);
} // prettier-ignore
