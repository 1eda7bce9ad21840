import * as v from 'valibot';
import type { PackRole } from '../document';
import { PLACE_KINDS } from '../pack';
import { eventSchema } from './event-schema';
import { byLanguage, choice, id, ids, languageTag, line, paragraph, recordOf, rule, strict } from './parts';

const between = (low: number, high: number, message: string) =>
  rule((value: number) => value >= low && value <= high, message, `${String(low)} to ${String(high)}`);
const degrees = v.number('a number of degrees');
const longitude = v.pipe(degrees, between(-180, 180, 'is no longitude'));
const latitude = v.pipe(degrees, between(-90, 90, 'is no latitude (longitude stands first)'));

const titles = byLanguage(strict('a translated title', { title: v.nullish(line()) }));

const method = v.nullish(v.array(paragraph, 'a list of paragraphs'));
const headWords = byLanguage(strict('a translated title', { title: v.nullish(line()), method }));

const frame = v.pipe(
  v.strictTuple([longitude, latitude, longitude, latitude], 'west, south, east, north in degrees'),
  rule(
    ([west, south, east, north]: [number, number, number, number]) => west < east && south < north,
    'is turned over',
    'west, south, east, north',
  ),
);
const map = strict('a map: { file: …, frames: … }', {
  file: line('the path of a base map'),
  frames: v.nullish(recordOf(id, frame, 'a mapping from names to west, south, east, north')),
});

const url = v.pipe(
  line('a web address', 2000),
  rule((text: string) => /^https?:\/\/[^\s<>"]+$/iu.test(text), 'is no web address', 'https://…'),
);
const source = strict('a source', {
  id,
  title: line(),
  publisher: v.nullish(line()),
  url: v.nullish(url),
  licence: v.nullish(line()),
});

const storyline = strict('a storyline', { id, title: line(), translations: v.optional(titles) });

const place = strict('a place', {
  id,
  name: line(),
  names: v.optional(byLanguage(line('a name'))),
  aliases: v.optional(v.array(line('a name'), 'a list of names')),
  kind: choice(PLACE_KINDS),
  within: v.optional(ids),
  point: v.nullish(v.strictTuple([longitude, latitude], 'longitude, latitude in degrees, such as [29.90, 50.93]')),
  radiusKm: v.nullish(
    v.pipe(
      v.number('kilometres'),
      rule((km: number) => km > 0 && km <= 5000, 'is no radius', 'kilometres, above 0 and at most 5000'),
    ),
  ),
  area: v.nullish(
    v.pipe(
      line('a shape of the base map'),
      rule((text: string) => /^[^/\s]+\/.+$/u.test(text), 'is no shape of a map', 'layer/name, such as oblasts/Kiev'),
    ),
  ),
});

const places = v.array(place, 'a list of places');
const events = v.array(eventSchema, 'a list of events');

const head = {
  format: v.literal('dateline-pack/1', 'dateline-pack/1'),
  id,
  version: v.pipe(
    v.number('a whole number from 1 on'),
    rule((n: number) => Number.isSafeInteger(n) && n >= 1, 'is no version', 'a whole number from 1 on'),
  ),
  title: line(),
  language: languageTag,
  licence: line('the licence of the content, such as CC BY-SA 4.0'),
  tone: v.nullish(choice(['grave', 'plain'])),
  map: v.nullish(map),
  method,
  translations: v.optional(headWords),
  sources: v.optional(v.array(source, 'a list of sources')),
  storylines: v.optional(v.array(storyline, 'a list of storylines')),
};

/** What each file of a pack may hold. */
export const SCHEMA_OF: Readonly<Record<PackRole, v.GenericSchema>> = {
  whole: strict('a pack', { ...head, places: v.optional(places), events: v.optional(events) }),
  head: strict('the head of a pack (places stand in places.yaml, events in events/)', head),
  places: strict('{ places: […] }', { places }),
  events: strict('{ events: […] }', { events }),
};
