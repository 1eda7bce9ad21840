import * as yaml from 'yaml';
import { describe, expect, test } from 'vitest';
import type { PackText } from './document';
import { describeProblem } from './problem';
import { readPack } from './read-pack';
import { reviveInTurns, revivePack } from './revive-pack';

const GOOD = `format: dateline-pack/1
id: sample
version: 1
title: Sample
language: en
licence: CC0-1.0
tone: plain
map: { file: ../map.json, frames: { all: [20, 44, 40, 53] } }
translations: { uk: { title: Зразок } }
sources:
  - { id: book, title: A book, publisher: null, url: "https://example.org/book" }
storylines:
  - { id: siege, title: The siege }
places:
  - { id: land, name: Land, kind: country }
  - id: harbour
    name: Harbour
    names: { uk: Гавань }
    aliases: [Port]
    kind: town
    within: [land]
    point: [29.9, 50.93]
events:
  - id: landing
    clause: Ships landed at Harbour
    when: "1522-05-04"
    calendar: julian
    where: [harbour]
    storyline: siege
    status: stated
    sources: [{ source: book, section: One, paragraph: 1 }]
  - id: retreat
    name: the retreat
    when: "1522-06"
    calendar: julian
    storyline: siege
    status: attributed
    according: the admiral
    after: [landing]
    sources: [{ source: book }]
`;

const whole = (text: string, file = 'pack.yaml'): PackText => ({ file, text, role: 'whole' });
const problemsOf = (...texts: PackText[]): string[] => {
  const read = readPack(texts, yaml);
  return read.ok ? [] : read.problems.map(describeProblem);
};

/** What is replaced in the good pack, and all that must be said then. */
const BROKEN: readonly (readonly [name: string, from: string, to: string, problems: readonly string[]])[] = [
  ['an unknown key', 'tone: plain', 'tone: plain\nauthor: me\nyear: 2022', [
    'pack.yaml:8:1 author: is no key of this format (expected format, id, version, title, language, licence, tone, map, method, translations, sources, storylines, places or events)',
    'pack.yaml:9:1 year: is no key of this format (expected format, id, version, title, language, licence, tone, map, method, translations, sources, storylines, places or events)',
  ]],
  ['a missing key', '    status: stated\n', '', ['pack.yaml:24:5 events[0].status: is missing (expected stated, attributed, reported or disputed)']],
  ['a missing key of the head', 'title: Sample\n', '', ['pack.yaml:1:1 title: is missing (expected text)']],
  ['another format', 'dateline-pack/1', 'dateline-pack/2', ['pack.yaml:1:9 format: is not one of the words that can stand here (expected dateline-pack/1, received "dateline-pack/2")']],
  ['a version in quotes', 'version: 1', 'version: "1"', ['pack.yaml:3:10 version: is text, not a number: take off the quotes (expected a whole number from 1 on, received "1")']],
  ['an id with capitals', 'id: sample', 'id: My Pack', ['pack.yaml:2:5 id: is no id (expected kebab-case: a–z, 0–9 and single hyphens between them, received "My Pack")']],
  ['a bare year', 'when: "1522-06"', 'when: 1522', ['pack.yaml:34:11 events[1].when: is not text: quote it (expected a date in quotes, such as "2022-03-02", received 1522)']],
  ['a bare year before Christ', 'when: "1522-06"', 'when: -0479', ['pack.yaml:34:11 events[1].when: is not text: quote it (expected a date in quotes, such as "2022-03-02", received -0479)']],
  ['a bare set', 'when: "1522-06"', 'when: [1522-06-01..1522-06-03]', ['pack.yaml:34:11 events[1].when: is not text: quote it (expected a date in quotes, such as "2022-03-02", received a list)']],
  ['an impossible date', 'when: "1522-06"', 'when: "1522-06-31"', [expect.stringMatching(/^pack\.yaml:34:11 events\[1\]\.when: .*31/)]],
  ['an impossible conflict', '    after: [landing]', '    conflicts: ["1522-13", "1522-06", "1522-07", "1522-07"]', [
    expect.stringMatching(/^pack\.yaml:39:17 events\[1\]\.conflicts\[0\]: /),
    'pack.yaml:39:28 events[1].conflicts[1]: is the date itself, not another one (expected the other dates that sources give, each once, received "1522-06")',
    'pack.yaml:39:50 events[1].conflicts[3]: stands twice (expected the other dates that sources give, each once, received "1522-07")',
  ]],
  ['an unknown place', 'where: [harbour]', 'where: [habour]', ['pack.yaml:28:13 events[0].where[0]: names a place that the pack does not have (expected the id of a place, perhaps harbour, received "habour")']],
  ['unknown ids everywhere', '    after: [landing]', '    after: [nobody]\n    sameAs: [no-one]\n    partOf: nothing\n    avoid: { events: [none], places: [nowhere] }', [
    'pack.yaml:39:13 events[1].after[0]: names an event that the pack does not have (expected the id of an event, received "nobody")',
    'pack.yaml:40:14 events[1].sameAs[0]: names an event that the pack does not have (expected the id of an event, received "no-one")',
    'pack.yaml:41:13 events[1].partOf: names an event that the pack does not have (expected the id of an event, received "nothing")',
    'pack.yaml:42:23 events[1].avoid.events[0]: names an event that the pack does not have (expected the id of an event, received "none")',
    'pack.yaml:42:39 events[1].avoid.places[0]: names a place that the pack does not have (expected the id of a place, received "nowhere")',
  ]],
  ['an unknown storyline and source', '    storyline: siege\n    status: stated\n    sources: [{ source: book, section', '    storyline: war\n    status: stated\n    sources: [{ source: boook, section', [
    'pack.yaml:29:16 events[0].storyline: names a storyline that the pack does not have (expected the id of a storyline, received "war")',
    'pack.yaml:31:25 events[0].sources[0].source: names a source that the pack does not have (expected the id of a source, perhaps book, received "boook")',
  ]],
  ['a second definition', '- id: retreat', '- id: landing', [
    'pack.yaml:32:9 events[1].id: is defined a second time, first at pack.yaml:24 (expected an id of its own, received "landing")',
  ]],
  ['a circle in within', 'kind: country }', 'kind: country, within: [harbour] }', ['pack.yaml:15:53 places[0].within[0]: closes a circle of containment: harbour → land → harbour (expected containers that do not lie in their contents, received "harbour")']],
  ['a place within itself', 'within: [land]', 'within: [harbour]', ['pack.yaml:21:14 places[1].within[0]: closes a circle of containment: harbour → harbour (expected containers that do not lie in their contents, received "harbour")']],
  ['a circle in time', '    where: [harbour]', '    after: [retreat]', [
    'pack.yaml:28:13 events[0].after[0]: closes a circle in time: retreat → landing → retreat (expected events that ended before, received "retreat")',
    'pack.yaml:28:13 events[0].after[0]: contradicts the dates: retreat ended no earlier than its date (1522-06), and this one began by 1522-05-04 (expected an event that ended before this one began, received "retreat")',
  ]],
  ['a circle of parts', '    where: [harbour]', '    partOf: landing', ['pack.yaml:28:13 events[0].partOf: closes a circle of parts: landing → landing (expected a longer event, received "landing")']],
  ['an attribution to nobody', '    according: the admiral\n', '', ['pack.yaml:37:13 events[1].status: is attributed, but nobody is named (expected `according` with the claimant)']],
  ['a claimant who cannot stand in a sentence', 'according: the admiral', 'according: The admiral, later mayor', [
    'pack.yaml:38:16 events[1].according: begins with a capital The (expected such as the mayor of Kyiv, or Ukrainian officials, received "The admiral, later mayor")',
    'pack.yaml:38:16 events[1].according: has a comma in it (expected a claimant without one: the sentence sets its own, received "The admiral, later mayor")',
  ]],
  ['a clause with a stop', 'at Harbour\n', 'at Harbour.\n', ['pack.yaml:25:13 events[0].clause: ends with a stop (expected no punctuation at the end: it becomes part of a sentence, received "Ships landed at Harbour.")']],
  ['an event without words', '    name: the retreat\n', '', ['pack.yaml:32:5 events[1]: has neither name nor clause (expected at least one of them)']],
  ['no source', 'sources: [{ source: book }]', 'sources: []', ['pack.yaml:40:14 events[1].sources: is an empty list (expected at least one source, received a list)']],
  ['an order against the dates', 'when: "1522-06"', 'when: "1522-04"', [
    'pack.yaml:39:13 events[1].after[0]: contradicts the dates: landing ended no earlier than its date (1522-05-04), and this one began by 1522-04 (expected an event that ended before this one began, received "landing")',
  ]],
  ['an order against the dates through others', '  - id: retreat', `  - { id: halt, name: a halt, storyline: siege, status: stated, after: [landing], sources: [{ source: book }] }
  - { id: arrival, name: an arrival, when: "1522-05-01", calendar: julian, storyline: siege, status: stated, after: [halt], sources: [{ source: book }] }
  - id: retreat`, [
    'pack.yaml:33:118 events[2].after[0]: contradicts the dates: halt ended no earlier than landing, which came before it, (1522-05-04), and this one began by 1522-05-01 (expected an event that ended before this one began, received "halt")',
  ]],
  ['a part outside the whole', '    after: [landing]', '    partOf: landing', ['pack.yaml:39:13 events[1].partOf: contradicts the dates: this one (1522-06) was only after the whole (1522-05-04) (expected a longer event that contains this one, received "landing")']],
  ['an event after its own telling', '    after: [landing]', '    after: [landing]\n    sameAs: [landing]', ['pack.yaml:39:13 events[1].after[0]: is after another telling of the same event (expected an event that ended before this one began, received "landing")']],
  ['a container that another implies', '  - id: harbour\n', '  - { id: coast, name: Coast, kind: region, within: [land] }\n  - { id: pier, name: Pier, kind: site, within: [coast, land] }\n  - id: harbour\n', ['pack.yaml:17:57 places[2].within[1]: is said already by coast, which lies in it (expected direct containers only, received "land")']],
  ['latitude first', '[29.9, 50.93]', '[50.93, 129.9]', ['pack.yaml:22:20 places[1].point[1]: is no latitude (longitude stands first) (expected -90 to 90, received 129.9)']],
  ['a point of three', '[29.9, 50.93]', '[29.9, 50.93, 100]', ['pack.yaml:22:26 places[1].point[2]: is one number too many (expected longitude, latitude in degrees, such as [29.90, 50.93], received 100)']],
  ['a point of one', '[29.9, 50.93]', '[29.9]', ['pack.yaml:22:12 places[1].point[1]: is missing (expected a number of degrees)']],
  ['a frame turned over', '[20, 44, 40, 53]', '[20, 53, 40, 44]', ['pack.yaml:8:42 map.frames.all: is turned over (expected west, south, east, north, received a list)']],
  ['a kind that there is not', 'kind: town', 'kind: hamlet', ['pack.yaml:20:11 places[1].kind: is not one of the words that can stand here (expected country, oblast, region, raion, city, town, village, district, airport, airbase, bridge, river, reservoir, dam, plant, building, border-crossing, island or site, received "hamlet")']],
  ['a language that is none', 'translations: { uk:', 'translations: { "u k":', ['pack.yaml:9:17 translations["u k"]: is no language tag (expected a tag of BCP 47, such as en or uk)']],
  ['an unquoted no', 'aliases: [Port]', 'aliases: [1, true, null]', [
    'pack.yaml:19:15 places[1].aliases[0]: is not text: quote it (expected a name, received 1)',
    'pack.yaml:19:18 places[1].aliases[1]: is not text: quote it (expected a name, received true)',
    'pack.yaml:19:24 places[1].aliases[2]: is empty (expected a name, received nothing)',
  ]],
  ['a place named twice', 'where: [harbour]', 'where: [harbour, harbour]', ['pack.yaml:28:22 events[0].where[1]: is named twice (expected each once, received "harbour")']],
  ['two places that cannot be told apart', 'events:', '  - { id: haven, name: harbour, kind: town, within: [land] }\nevents:', ['pack.yaml:23:24 places[2].name: is the name of "harbour" too, a place of the same kind in the same container (expected a name, kind or container that tells them apart, received "harbour")']],
  ['a repeated key', 'title: Sample', 'title: Sample\ntitle: Other', ['pack.yaml:5:1 title: stands twice (expected each key once)']],
  ['keys that objects have by themselves', 'tone: plain', '__proto__: { polluted: yes }\nconstructor: x', [
    'pack.yaml:7:1 __proto__: is no key of this format (expected a key of the format)',
    'pack.yaml:8:1 constructor: is no key of this format (expected a key of the format)',
  ]],
  ['a text that reads backwards', 'title: A book', 'title: "A \\u202Ekoob"', ['pack.yaml:11:24 sources[0].title: holds line breaks, control or directional characters (expected plain text on one line, received "A \\u202ekoob")']],
  ['a web address that runs', 'https://example.org/book', 'javascript:alert(1)', ['pack.yaml:11:54 sources[0].url: is no web address (expected https://…, received "javascript:alert(1)")']],
  ['bad syntax', 'kind: country }', 'kind: country', [
    'pack.yaml:16:3 (root): is not valid YAML: Flow map in block collection must be sufficiently indented and end with a }',
    'pack.yaml:16:9 (root): is not valid YAML: Nested mappings are not allowed in compact mappings',
    'pack.yaml:17:11 (root): is not valid YAML: Nested mappings are not allowed in compact mappings',
  ]],
  ['a tag', 'id: sample', 'id: !!js/function sample', ['pack.yaml:2:5 (root): is not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function']],
  ['two documents', 'events:', '---\nevents:', ['pack.yaml:23:1 (root): is not valid YAML: a second document begins here, and a file holds one']],
  ['a list where a mapping belongs', 'translations: { uk: { title: Зразок } }', 'translations: [uk]', ['pack.yaml:9:15 translations: is not a mapping of keys to values (expected a mapping from language tags, received a list)']],
  ['text where a list belongs', 'where: [harbour]', 'where: harbour', ['pack.yaml:28:12 events[0].where: is not a list (expected a list of ids, received "harbour")']],
  ['an alias to nothing', 'where: [harbour]', 'where: *nothing', ['pack.yaml:28:12 events[0].where: refers to an anchor that is not there (expected &nothing before it)']],
]; // prettier-ignore

describe('a broken pack', () => {
  test.each(BROKEN)('%s', (_name, from, to, problems) => {
    expect(GOOD).toContain(from);
    expect(problemsOf(whole(GOOD.replace(from, to)))).toEqual(problems);
  });

  test('has all of its problems told at once, in the order of the text', () => {
    const broken = BROKEN.filter(([name]) =>
      ['an unknown key', 'an impossible date', 'an unknown place', 'no source'].includes(name),
    );
    const text = broken.reduce((sofar, [, from, to]) => sofar.replace(from, to), GOOD);
    const lines = problemsOf(whole(text)).map((problem) => Number(problem.split(':')[1]));
    expect(lines).toEqual([8, 9, 30, 36, 42]);
  });
});

const HOSTILE: readonly (readonly [name: string, text: string, problem: string])[] = [
  ['nothing', '', 'pack.yaml:1:1 (root): is empty (expected a pack, received nothing)'],
  ['only a comment', '# later\n', 'pack.yaml:1:1 (root): is empty (expected a pack, received nothing)'],
  ['a word', 'hello', 'pack.yaml:1:1 (root): is not a mapping of keys to values (expected a pack, received "hello")'],
  ['a page of the web', '<!doctype html>\n<p>hello</p>', 'pack.yaml:1:1 (root): is not a mapping of keys to values (expected a pack, received "<!doctype html> <p>hello</p>")'],
  ['brackets without end', '['.repeat(200_000), 'pack.yaml:1:101 (root): nests too deep to be read (expected no more levels than the format has)'],
  ['braces on many lines', 'a: {\nb: '.repeat(50_000), 'pack.yaml:101:7 (root): nests too deep to be read (expected no more levels than the format has)'],
  ['dashes without end', '- '.repeat(200_000), 'pack.yaml:1:201 (root): nests too deep to be read (expected no more levels than the format has)'],
  ['ever deeper indentation', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), 'pack.yaml:202:201 (root): nests too deep to be read (expected no more levels than the format has)'],
  ['levels that the parser bears and a pack never has', `${'['.repeat(60)}${']'.repeat(60)}`, 'pack.yaml:1:32 [0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: nests too deep (expected at most 30 levels)'],
  ['an alias to itself', 'a: &a [*a]', 'pack.yaml:1:8 a[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]: nests too deep (expected at most 30 levels)'],
  ['a text too long', ' '.repeat(32_000_001), 'pack.yaml:1:1 (root): is too long with 32 million characters (expected at most 32 million characters)'],
]; // prettier-ignore

describe('a hostile text', () => {
  test.each(HOSTILE)('%s', (_name, text, problem) => {
    expect(problemsOf(whole(text))).toEqual([problem]);
  });

  test('aliases that multiply', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) =>
        `l${i}: &l${i} [${
          i === 0
            ? 'x'
            : Array(10)
                .fill(`*l${i - 1}`)
                .join()
        }]`,
    );
    expect(problemsOf(whole(levels.join('\n')))).toEqual([
      expect.stringContaining('aliases stand for too many values'),
    ]);
  });

  test('twenty thousand unknown keys are each a problem, and soon told', () => {
    const text = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, i])));
    expect(problemsOf(whole(text))).toHaveLength(20_000 + 6);
  });

  test('a file that is called JSON is told to be no JSON', () => {
    const [problem] = problemsOf(whole('{"format": "dateline-pack/1", "id": "sample"', 'pack.json'));
    expect(problem).toMatch(/^pack\.json:1:\d+ \(root\): is not valid JSON: /);
  });

  test('nothing of it reaches the prototype of objects', () => {
    problemsOf(whole('__proto__: { polluted: true }\ntranslations: { __proto__: { polluted: true } }'));
    expect('polluted' in {}).toBe(false);
  });
});

describe('a good pack', () => {
  test('is read from YAML, with its defaults filled in', () => {
    const read = readPack([whole(GOOD)], yaml);
    if (!read.ok) throw new Error(read.problems.map(describeProblem).join('\n'));
    expect(read.pack.places[1]).toMatchObject({ point: [29.9, 50.93], radiusKm: 3, area: null, aliases: ['Port'] });
    expect(read.pack.events[0]).toMatchObject({
      name: null, calendar: 'julian', dates: 'event', ask: null, sensitive: false, partOf: null, conflicts: [],
      avoid: { dates: [], places: [], events: [] }, when: { text: '1522-05-04' },
    }); // prettier-ignore
    expect(read.pack.sources[0]).toEqual({
      id: 'book',
      title: 'A book',
      publisher: null,
      url: 'https://example.org/book',
      licence: null,
    });
  });

  test('is the same from JSON, tabs and byte order mark included, and from its own source', () => {
    const read = readPack([whole(GOOD)], yaml);
    if (!read.ok) throw new Error('not read');
    const json = `\uFEFF${JSON.stringify(read.source, null, '\t')}`;
    const again = readPack([whole(json, 'pack.json')], yaml);
    expect(again).toEqual(read);
    expect(revivePack(JSON.parse(JSON.stringify(read.source)))).toEqual(read.pack);
  });

  test('is turned from its source in short turns where somebody may be waiting', () => {
    const read = readPack([whole(GOOD)], yaml);
    if (!read.ok) throw new Error('not read');
    const events = Array.from({ length: 300 }, () => read.source.events ?? []).flat();
    const steps = reviveInTurns({ ...read.source, events });
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses += 1;
    expect(pauses).toBe(Math.floor(events.length / 64));
    expect(step.value.events).toHaveLength(events.length);
    expect(step.value.events.at(-1)).toEqual(read.pack.events.at(-1));
  });

  test('keeps an empty `ask`, which means show only', () => {
    const read = readPack([whole(GOOD.replace('    storyline: siege', '    ask: []\n    storyline: siege'))], yaml);
    expect(read).toMatchObject({
      ok: true,
      pack: { events: [{ ask: [] }, { ask: null }] },
      source: { events: [{ ask: [] }, {}] },
    });
  });

  test('may hold anchors and aliases, namesakes, notes over several lines', () => {
    const text = GOOD.replace(
      'sources: [{ source: book }]',
      'sources: &cited [{ source: book }]\n    note: >\n      One line\n      and another.',
    )
      .replace('    where: [harbour]', '    where: &there [harbour]')
      .replace('events:', '  - { id: other-harbour, name: Harbour, kind: village, within: [land] }\nevents:')
      .concat(
        '  - { id: return, name: the return, storyline: siege, status: stated, where: *there, sources: *cited }\n',
      );
    expect(problemsOf(whole(text))).toEqual([]);
    const read = readPack([whole(text)], yaml);
    expect(read).toMatchObject({
      ok: true,
      pack: { events: [{}, { note: 'One line and another.' }, { where: ['harbour'] }] },
    });
  });
});

describe('a folder', () => {
  const at = (from: string, to?: string): string =>
    GOOD.slice(GOOD.indexOf(from), to === undefined ? undefined : GOOD.indexOf(to));
  const files = (): PackText[] => [
    { file: 'p/pack.yaml', text: at('format', 'places:'), role: 'head' },
    { file: 'p/places.yaml', text: at('places:', 'events:'), role: 'places' },
    { file: 'p/events/a.yaml', text: at('events:', '  - id: retreat'), role: 'events' },
    { file: 'p/events/b.yaml', text: `events:\n${at('  - id: retreat')}`, role: 'events' },
  ];
  const replaced = (file: string, from: string, to: string): PackText[] =>
    files().map((each) => (each.file === file ? { ...each, text: each.text.replace(from, to) } : each));

  test('is the same pack as one document', () => {
    expect(readPack(files(), yaml)).toEqual(readPack([whole(GOOD)], yaml));
  });

  test.each([
    ['an id defined in two files', replaced('p/events/b.yaml', 'id: retreat', 'id: landing'), [
      'p/events/b.yaml:2:9 events[0].id: is defined a second time, first at p/events/a.yaml:2 (expected an id of its own, received "landing")',
    ]],
    ['events in the head', replaced('p/pack.yaml', 'tone: plain', 'events: []'), [
      'p/pack.yaml:7:1 events: is no key of this format (expected format, id, version, title, language, licence, tone, map, method, translations, sources or storylines)',
    ]],
    ['a head that cannot be read brings no complaints about what it would have defined', replaced('p/pack.yaml', 'title: Sample', 'title: "Sample'), [
      expect.stringContaining('p/pack.yaml'),
    ]],
    ['places without their key', replaced('p/places.yaml', 'places:\n', ''), [
      'p/places.yaml:1:3 (root): is not a mapping of keys to values (expected { places: […] }, received a list)',
    ]],
  ])('%s', (_name, texts, problems) => {
    expect(problemsOf(...texts)).toEqual(problems);
  }); // prettier-ignore
});
