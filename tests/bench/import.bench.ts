import * as yaml from 'yaml';
import { writeYaml } from '../../src/cli/write-yaml';
import { importPack } from '../../src/lib/core/export/import/import-pack';
import { packFolder } from '../../src/lib/core/export/import/pack-files';
import { checkSource, readPack } from '../../src/lib/core/packs/read-pack';
import { dayPartOf, writeDate } from '../../src/lib/core/time/date-part';
import { printFigures } from './figures';

// What `dateline import` does with a large answer of the Wikidata query service, files aside, and what `dateline check` does with the pack.
const ROWS = 20_000;
const PLACES = 2500;
const FIRST_DAY = -140_000; // in 1586: every day is Gregorian

function row(i: number): object {
  const entity = (number: number) => ({ type: 'uri', value: `http://www.wikidata.org/entity/Q${String(number)}` });
  const literal = (value: string) => ({ type: 'literal', value });
  const place = i % PLACES;
  return {
    item: entity(100_000 + i),
    itemLabel: { ...literal(`siege of Town ${String(place)} by army ${String(i)}`), 'xml:lang': 'en' },
    date: literal(`${writeDate(dayPartOf(FIRST_DAY + i * 7))}T00:00:00Z`),
    precision: literal('11'),
    dateCalendar: entity(1_985_727),
    place: entity(500_000 + place),
    placeLabel: literal(`Town ${String(place)}`),
    coord: literal(`Point(${String(place / 100)} ${String(40 + place / 200)})`),
  };
}

const text = JSON.stringify({ results: { bindings: Array.from({ length: ROWS }, (_, i) => row(i)) } });
const start = performance.now();
const { pack, problems } = importPack({ file: 'rows.json', name: 'rows', text, format: null, id: null, title: null, language: null, licence: null }); // prettier-ignore
if (pack === null || problems.length > 0) throw new Error(`${String(problems.length)} rows were not taken over`);
const taken = performance.now();
if (checkSource(pack, 'rows').length > 0) throw new Error('the pack has problems');
const checked = performance.now();
const texts = packFolder(pack, writeYaml);
const written = performance.now();
const memory = process.resourceUsage().maxRSS / 1024;
const read = readPack(texts, yaml);
if (!read.ok || read.pack.events.length !== ROWS) throw new Error('the pack does not read back');
const end = performance.now();

printFigures([
  { name: `${String(ROWS)} rows imported: all`, value: written - start, unit: 'ms', target: { atMost: 3000 } },
  { name: '  rows understood', value: taken - start, unit: 'ms' },
  { name: '  the pack checked', value: checked - taken, unit: 'ms' },
  { name: '  written as YAML', value: written - checked, unit: 'ms' },
  { name: '  memory', value: memory, unit: 'MB', target: { atMost: 400 } },
  { name: 'the same pack read and checked', value: end - written, unit: 'ms' },
]);
