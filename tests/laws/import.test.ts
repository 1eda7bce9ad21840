import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import * as yaml from 'yaml';
import { readDate } from '../../src/lib/core/export/import/dates/read-date';
import { importPack, type Imported } from '../../src/lib/core/export/import/import-pack';
import { packFolder } from '../../src/lib/core/export/import/pack-files';
import { IMPORT_FORMATS, type ImportFormat } from '../../src/lib/core/export/import/read-foreign';
import { plainText } from '../../src/lib/core/export/import/text/plain-text';
import { slugOf } from '../../src/lib/core/export/import/text/slug';
import { splitHeadline } from '../../src/lib/core/export/import/text/split-headline';
import { describeProblem } from '../../src/lib/core/packs/problem';
import { readPack } from '../../src/lib/core/packs/read-pack';
import { parseWhen } from '../../src/lib/core/time/parse-when';

function importText(text: string, format: ImportFormat | null): Imported {
  return importPack({ file: 'f', name: 'f', text, format, id: null, title: null, language: null, licence: null });
}

/** Every row is an event or has a problem of its own, and the pack passes the check of packs. */
function expectSound({ pack, rows, problems }: Imported): void {
  const events = pack?.events?.length ?? 0;
  expect(events).toBeLessThanOrEqual(rows);
  expect(problems.length).toBeGreaterThanOrEqual(rows - events);
  if (pack === null) {
    expect(problems.length).toBeGreaterThan(0);
    return;
  }
  const read = readPack(packFolder(pack, JSON.stringify), yaml);
  expect(read.ok ? [] : read.problems.map(describeProblem)).toEqual([]);
}

const words = fc.constantFrom(
  'Battle of X', 'the siege', '1066: Battle', 'On 2 March 2022, forces came', 'Битва (1648)', '<b>bold</b>', '&lt;i&gt;', '<script>x', 'Paris, France', 'Paris',
  'France', 'Georgia', 'Texas, United States', 'Luxembourg, Luxembourg', '1066', '', ' ', '\u202Eevil', '\u0000', '\uFFFD', '\uD800', '__proto__', 'constructor', '。', '北京', 'Ώρα',
  'a'.repeat(301), 'The end.', 'They went home at last.', 'x.', 'U.S.', 'A, B', 'The mayor', '"quoted"', "l'été", '\t', '\n', 'null', 'true', '- a', '# b', '{x}', 'a: b', '~', '=1+1',
); // prettier-ignore
const dates = fc.constantFrom(
  '1066', '1066-10-14', '5/6/1944', '0', '0000', '-0043-03-15', '44 BC', 'c. 1400', '16th century', '5th century BC', '1914–1918', '1918–1914', '31 April 1944', '2022-13',
  '1500-02-29', '156X', '[..2022-02-25]', '../2022', '2022/..', '1560s', 'spring 2022', 'yesterday', '', '9999', '10000', '2022-03-02T10:00:00Z', 'by 7 April 2022', '20220302', '1900-02-29',
); // prettier-ignore
const numbers = fc.constantFrom('0', '50.45', '50,45', '91', '-181', 'x', '', '30.52', '-0', '1e2', '50.46', '48.85');
const anything = fc.oneof(words, dates, numbers, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

const HEADER = 'id,name,clause,when,start,end,calendar,place,region,country,lat,lon,kind,storyline,status,according,note,source,url,sensitive'; // prettier-ignore
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const url = fc.constantFrom('', 'https://example.org/a', 'javascript:alert(1)', 'www.example.org', 'http://a b');
const row = fc
  .tuple(
    fc.constantFrom('', '', '', 'one', 'Two'), words, words, fc.oneof(dates, fc.constant('')), fc.oneof(dates, fc.constant('')), fc.oneof(dates, fc.constant('')),
    fc.constantFrom('', '', 'julian', 'gregorian', 'unknown', 'mayan'), words, words, words, numbers, numbers, fc.constantFrom('', '', 'city', 'country', 'planet'), words,
    fc.constantFrom('', 'stated', 'attributed', 'disputed', 'x'), words, words, words, url, fc.constantFrom('', 'yes', 'no'),
  )
  .map((cells) => cells.map(cell).join(',')); // prettier-ignore
/** Most of its cells blank, so that whole packs come about. */
const soundRow = fc
  .tuple(
    words,
    fc.constantFrom('1066', '1066-10-14', '44 BC', '16th century', '', '2022-03-02'),
    words,
    numbers,
    numbers,
  )
  .map(([name, when, place, lat, lon]) =>
    ['', name, '', when, '', '', '', place, '', '', lat, lon].map(cell).join(','),
  );

/** A JSON value with the keys that the formats look for. */
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    anything,
    fc.integer({ min: -3000, max: 3000 }),
    fc.double(),
    fc.constant(null),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'events', 'start_date', 'end_date', 'year', 'month', 'day', 'text', 'headline', 'group', 'title', 'eras', 'display_date', 'type', 'features', 'properties', 'name', 'date', 'end',
        'geometry', 'coordinates', 'place', '@type', '@graph', '@id', 'startDate', 'endDate', 'location', 'address', 'addressCountry', 'url', 'subEvent', 'results', 'bindings', 'item',
        'itemLabel', 'value', 'precision', 'calendar', 'coord', 'placeLabel', '__proto__', 'constructor', 'toString',
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value; // prettier-ignore

const texts = fc.oneof(
  anything,
  json.map((value) => JSON.stringify(value)),
);

describe('whatever a file holds', () => {
  test.each([null, ...IMPORT_FORMATS])('as %s, reading it never throws, and a pack made of it is sound', (format) => {
    fc.assert(
      fc.property(texts, (text) => {
        expectSound(importText(text, format));
      }),
    );
  });

  it('each row of a table is an event or a problem', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(row, soundRow), { maxLength: 12 }), (rows) => {
        const imported = importText([HEADER, ...rows].join('\r\n'), 'csv');
        expectSound(imported);
        expect(importText([HEADER, ...rows].join('\r\n'), 'csv')).toEqual(imported);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[ImportFormat, (slide: unknown) => unknown]>([
    ['timelinejs', (value) => ({ events: [value] })],
    ['geojson', (value) => ({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: value, geometry: null }, value] })],
    ['schema-org', (value) => [{ '@type': 'Event', name: 'An event', startDate: '1900', location: value }, value]],
    ['wikidata', (value) => ({ results: { bindings: [value, { itemLabel: value, date: '1900-01-01T00:00:00Z', precision: '9' }] } })],
  ])('so is each entry of %s', (format, wrap) => {
    fc.assert(fc.property(json, (value) => expectSound(importText(JSON.stringify(wrap(value)), format))));
  }); // prettier-ignore

  it('so is each event of a calendar', () => {
    const line = fc
      .tuple(fc.constantFrom('SUMMARY', 'DTSTART', 'DTEND', 'DTSTART;VALUE=DATE', 'DURATION', 'LOCATION', 'GEO', 'CATEGORIES', 'BEGIN', 'END', 'RRULE', ' '), fc.oneof(anything, fc.constantFrom('20220302', '20220305', '20220302T000000Z', 'VEVENT', 'P3D', '50;30')))
      .map(([name, value]) => `${name}:${value}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        expectSound(importText(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\n'), 'ics'));
      }),
    );
  }); // prettier-ignore
});

const markup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<', '>', '</', '/>', '<b>', '</b>', '<script>', '</script>', '<scr', 'ipt>', '<!--', '-->', '--!>', '<!', '<?', '&lt;', '&gt;', '&amp;', 'amp;', 'lt;', '&#60;', '&#x3c', '&', ';', '"', "'", '=', ' ', 'a',
        '<style', '<img src=x onerror="a>b">', '\u0000', '\u202E', '#', '&am', '&#112;', 'p;', '<svg/onload=1>', '<textarea>', '\u0338', '<plaintext>',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('')); // prettier-ignore

it('text without markup has no tag left, and loses nothing a second time', () => {
  fc.assert(
    fc.property(markup, (text) => {
      const plain = plainText(text).text;
      expect(plain).not.toMatch(/<[a-z/!?]/i);
      expect(plainText(plain)).toEqual({ text: plain, cleaned: false, cut: false });
    }),
    { numRuns: 3000 },
  );
});

it('wrapping a tag in any number of layers does not bring it through', () => {
  const and = fc.constantFrom('&amp;', '&#38;', '&#x26;', '&am&#112;;');
  fc.assert(
    fc.property(fc.array(and, { maxLength: 30 }), (layers) => {
      const text = layers.reduce((wrapped, layer) => wrapped.replace('&', layer), '&lt;img src=x>');
      expect(plainText(text).text).not.toMatch(/<[a-z/!?]/i);
    }),
  );
});

it('an id is kebab-case whatever the script, and always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const slug = slugOf(text);
      if (slug === null) return;
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(slug.length).toBeLessThanOrEqual(60);
      expect(slugOf(text)).toBe(slug);
    }),
    { numRuns: 1000 },
  );
});

it('what is read as a date is one that a pack may have', () => {
  fc.assert(
    fc.property(fc.oneof(dates, anything), (text) => {
      const read = readDate(text);
      if (read.ok) expect(parseWhen(read.value, null).ok).toBe(true);
      else expect(read.problem.expected).not.toBe('');
    }),
  );
});

it('a headline that was split is not split again', () => {
  fc.assert(
    fc.property(fc.tuple(dates, words, dates).map(([a, b, c]) => `${a}: ${b} (${c})`), (headline) => {
      const { words: rest, dates: found } = splitHeadline(headline, null);
      if (found.length < 3 && rest !== '') expect(splitHeadline(rest, null).words).toBe(rest);
    }),
  );
}); // prettier-ignore
