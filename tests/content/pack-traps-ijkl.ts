import {
  all, asksPlace, both, careless, happenedAt, isOn, isSensitive, neverAsked, noEvent, noPlace, offersNoPlace, questionsOn, retold,
  type Check, type Mutation, type Trap,
} from './pack-traps'; // prettier-ignore

/** The worst days: all that happened on them, over all three articles, statements and days taken over from a neighbour left out. */
const SAME_DAY: Readonly<Record<string, readonly string[]>> = {
  '2022-02-26': [
    'kyiv-artillery-begins', 'kyiv-hpp-attack', 'shevchenkove-occupied', 'tushayev-killed', 'vasylkiv-assault-begins',
  ],
  '2022-03-02': ['balakliia-taken', 'irpin-missiles', 'ivankiv-captured', 'su35-claim'],
  '2022-03-03': ['hostomel-russians-repulsed', 'makariv-retaken-3', 'sukhovetsky-killed'],
  '2022-04-01': [
    'brovary-district-almost-left', 'bucha-entered', 'izium-captured', 'levin-found-dead', 'thirteen-villages-retaken',
  ],
  '2022-04-03': ['five-villages-liberated', 'pripyat-retaking-confirmed'],
  '2022-04-04': ['chybineyev-killed', 'zhytomyr-declared-liberated'],
  '2022-09-11': ['vovchansk-recaptured'],
}; // prettier-ignore

const sameDay: Check = ({ pack }) =>
  Object.entries(SAME_DAY).flatMap(([day, ids]) => {
    const found = pack.events.filter((event) => event.dates === 'event' && isOn(event, day)).map(({ id }) => id);
    return found.toSorted().join() === ids.join() ? [] : [`on ${day}: ${found.toSorted().join(', ')}`];
  });

const SENSITIVE = [
  'zelenskyy-assassination-attempts', 'zelenskyy-attempts-foiled-by-fsb-leak', 'ivankiv-shelled', 'chechen-141st-plot',
  'hostomel-evacuation-blocked', 'prilipko-killed', 'borodianka-bombed', 'bucha-shelled', 'fedoruk-wounded', 'peremoha-evacuation-shot',
  'renaud-killed', 'hall-wounded', 'zakrzewski-kuvshynova-killed', 'herashchenko-statement', 'hostomel-evacuation-buses',
  'bucha-volunteers-seized', 'bucha-volunteers-released', 'zelenskyy-mine-warning', 'levin-missing', 'levin-found-dead',
  'levin-prosecutor-claim', 'bucha-evidence-found', 'bucha-300-executed', 'bucha-bodies-found', 'bucha-458-deaths', 'kyiv-oblast-1300-deaths',
  'ganchev-december-2024-civilians', 'izium-basements', 'izium-hunt-lists', 'izium-convoys-barred', 'unnamed-town-bodies-found',
  'unnamed-town-killings', 'izium-poisoning-statement', 'yunakov-assassinated', 'slisarenko-killed', 'slisarenko-sbu-claim',
]; // prettier-ignore
const DEATHS_IN_BATTLE = ['tushayev-killed', 'sukhovetsky-killed', 'chybineyev-killed', 'zakharo-killed-claim', 'medvedev-rammed'];
const PLACES_ASKED = [
  'helicopters-approach-hostomel', 'ivankiv-museum-destroyed', 'hostomel-russians-repulsed', 'hostomel-one-day-entry',
  'vasylkiv-assault-begins', 'brovary-attack-halted', 'yasnohorodka-checkpoint', 'moshchun-retaken', 'lukyanovka-retaken',
  'shevchenkove-occupied', 'kupiansk-entered', 'izium-captured', 'khark-mca-moves-vovchansk', 'vovchansk-recaptured', 'kupiansk-north-entered',
]; // prettier-ignore

/** Titles of storylines stand beside a sequence before it is answered. */
const plainTitles: Check = ({ pack }) =>
  pack.storylines
    .filter(({ title }) => /\d|\b(fall|victory|attacked|stalemate|liberated|retaken|March|April)\b/i.test(title))
    .map(({ title }) => `the title “${title}” gives an answer away`);
const titled =
  (id: string, title: string): Mutation =>
  (pack) => ({ ...pack, storylines: pack.storylines.map((line) => (line.id === id ? { ...line, title } : line)) });

/** Every clause that is asked names what it speaks of. */
const noPronouns: Check = (world) =>
  world.pack.events
    .filter(({ id }) => questionsOn(world, 'date', id).length > 0)
    .filter(({ clause }) => /\b(it|they|he|she|its capture|the town|the city|the airport)\b(?! of)/i.test(clause ?? ''))
    .map(({ id, clause }) => `${id}: ${clause ?? ''}`);

/** Same-day collisions, taste, pronouns, leaks and options. */
export const TRAPS_IJKL: readonly Trap[] = [
  {
    id: 'I1',
    story: 'On the worst days much happened at once: all of it is dated in the pack, and stands in no list as false',
    check: all(
      sameDay,
      offersNoPlace('izium-captured', 'bucha'),
      offersNoPlace('shevchenkove-occupied', 'vasylkiv', 'hostomel'),
      noPlace('ivankiv-captured', 'balakliia-taken', 'vovchansk-captured', 'velykyi-burluk-captured', 'bucha-entered'),
    ),
    mutate: retold({ when: '2022-03' }, 'balakliia-taken'),
  },
  {
    id: 'J1',
    story: 'Deaths of civilians, killings, abductions: 36 events are sensitive and never asked, nor are deaths in battle',
    check: all(
      isSensitive(...SENSITIVE),
      neverAsked(...SENSITIVE, ...DEATHS_IN_BATTLE),
      noEvent('adopts the words of a side', ({ name, clause, placeless }) =>
        /mopping|cynical|terrorist|\borcs?\b|\bheroic|\benemy\b|\binvaders?\b/i.test(`${name ?? ''} ${clause ?? ''} ${placeless ?? ''}`)),
      noEvent('says “liberated” in its own voice', ({ id, clause }) =>
        (clause ?? '').includes(' liberated') && id !== 'zhytomyr-declared-liberated'),
    ), // prettier-ignore
    mutate: retold({ ask: null }, 'sukhovetsky-killed'),
  },
  {
    id: 'K1',
    story: '“Its capture”, “the town”, “the city”: every pronoun is replaced by what it means',
    check: all(noPronouns, happenedAt({ 'antonov-final-capture': ['antonov-airport'], 'ivankiv-captured': ['ivankiv'], 'bucha-entered': ['bucha'] })),
    mutate: retold({ clause: 'Russian forces captured it after fighting in the town' }, 'ivankiv-captured'),
  },
  {
    id: 'L1',
    story: 'Headings such as “Fall of Ivankiv” give answers away: the titles of storylines do not',
    check: plainTitles,
    mutate: titled('ivankiv', 'The fall of Ivankiv'),
  },
  {
    id: 'L2',
    story: 'A museum, a tower, a plant, a river bears the name of its place: what is asked where names none of it',
    check: all(asksPlace(...PLACES_ASKED), noPlace('kyiv-tv-tower-hit', 'kyiv-hpp-attack')),
    mutate: retold({ placeless: 'the Ivankiv Historical and Local History Museum was destroyed' }, 'ivankiv-museum-destroyed'),
  },
  {
    id: 'L3',
    story: 'Members of one list exclude each other as wrong answers',
    check: all(
      noPlace('kyiv-region-strikes-list', 'five-settlements-left', 'chervonosilka-group-captured', 'bucha-hostomel-vorzel-captured'),
      offersNoPlace('moshchun-retaken', 'makariv', 'lukianivka'),
      offersNoPlace('lukyanovka-retaken', 'makariv', 'moshchun'),
      offersNoPlace('vovchansk-recaptured', 'kupiansk', 'balakliia', 'shevchenkove', 'izium'),
    ),
    mutate: both(careless('moshchun-retaken'), retold({ when: '2022-03-24' }, 'lukyanovka-retaken')),
  },
  {
    id: 'L5',
    story: 'That a city was not captured is told of three, and asked of none',
    check: all(
      neverAsked('kharkiv-city-not-captured', 'zhytomyr-city-never-captured', 'malyn-occupation-plan'),
      noEvent('is asked as a negative', ({ clause, ask }) => /\b(not|never|failed to)\b/.test(clause ?? '') && ask?.length !== 0 &&
        !(clause ?? '').includes('had not come')),
    ), // prettier-ignore
    mutate: retold({ when: '2022-02-24', ask: null }, 'kharkiv-city-not-captured'),
  },
];
