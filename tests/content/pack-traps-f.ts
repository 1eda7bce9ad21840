import {
  added, all, apart, both, careless, claimed, happenedAt, isSensitive, liesIn, meant, neverAsked, neverBeside, neverSays, noEvent,
  noPlace, notes, nowhereOffered, questionsOn, offersNoPlace, placed, retold, says, type Check, type Trap,
} from './pack-traps'; // prettier-ignore

/** Convoys and columns: eleven of one word. */
const CONVOYS = [
  'sof-thirty-halt-claim', 'teteriv-bridge-blown', 'ivankiv-convoy-satellite', 'hostomel-counterattack', 'makariv-column-claim',
  'estonian-convoy-estimate', 'sumy-column-near-brovary', 'omon-convoy-strays', 'irpin-convoys-shelled', 'armoured-column-destroyed',
  'convoy-64km-little-progress', 'peremoha-evacuation-shot',
]; // prettier-ignore

/** No two of these tell one event, and none contains another. */
const strangers =
  (...ids: readonly string[]): Check =>
  ({ index }) =>
    ids.flatMap((a) => ids.filter((b) => a < b && index.kin(a, b)).map((b) => `${a} and ${b} are tied together`));

/** Whatever is asked about a place calls it no kind of place, since the articles differ on it. */
const callsItNothing =
  (...places: readonly string[]): Check =>
  (world) =>
    places.flatMap((place) =>
      world.index
        .eventsAtOrInside(place)
        .flatMap(({ id }) => [...questionsOn(world, 'date', id), ...questionsOn(world, 'place', id)])
        .filter(({ stem, key, options }) =>
          [stem, ...options.filter((one) => key.includes(one.id)).map(({ text }) => text)].some((text) =>
            /\b(city|town|village|suburb) of\b|\b(suburb|town)\b/.test(text)))
        .map(({ stem }) => `${place}: ${stem}`),
    ); // prettier-ignore

/** One name for several things, several names for one thing, containment. */
export const TRAPS_F: readonly Trap[] = [
  {
    id: 'F1',
    story: 'Antonov Airport is Hostomel Airfield, beside the town of Hostomel: one place, and the two never rivals',
    check: all(
      meant('antonov-airport', 'Antonov Airport', 'Hostomel Airfield'),
      neverBeside('antonov-airport', 'hostomel'),
      apart('antonov-airport', 'hostomel'),
    ),
    mutate: placed({ aliases: [] }, 'antonov-airport'),
  },
  {
    id: 'F2',
    story: 'Irpin is a town and a river: the pontoon bridge was on the river',
    check: all(
      meant('irpin-river', 'Irpin River', 'the Irpin'),
      happenedAt({ 'irpin-pontoon-bridge-blown': ['irpin-river'], 'omon-convoy-destroyed': ['irpin-river'] }),
      neverBeside('irpin', 'irpin-river'),
      apart('irpin', 'irpin-river'),
    ),
    mutate: retold({ where: ['irpin'] }, 'irpin-pontoon-bridge-blown'),
  },
  {
    id: 'F3',
    story: 'Kyiv, its oblast and “the capital” are no rivals, and no question rests on one lying in the other',
    check: all(neverBeside('kyiv', 'kyiv-oblast'), apart('kyiv', 'kyiv-oblast'), meant('kyiv-oblast', 'Kyiv Oblast', 'Kyiv region')),
    mutate: placed({ within: ['kyiv-oblast'] }, 'kyiv'),
  },
  {
    id: 'F4',
    story: 'Kyiv Cistern is the Kyiv Reservoir; plant and dam belong to it and stand in no list with it',
    check: all(
      meant('kyiv-reservoir', 'Kyiv Reservoir', 'Kyiv Cistern'),
      neverBeside('kyiv-reservoir', 'kyiv-hydroelectric-power-plant', 'kozarovychi-dam'),
      happenedAt({ 'kyiv-cistern-landings': ['kyiv-reservoir'] }),
    ),
    mutate: placed({ aliases: [] }, 'kyiv-reservoir'),
  },
  {
    id: 'F5',
    story: 'The exclusion zone contains the plant and Prypiat: one of them in a list at most',
    check: all(
      liesIn('chernobyl-exclusion-zone', 'chernobyl-nuclear-power-plant', 'prypiat'),
      neverBeside('chernobyl-exclusion-zone', 'chernobyl-nuclear-power-plant', 'prypiat'),
      meant('prypiat', 'Prypiat', 'Pripyat'),
    ),
    mutate: placed({ within: ['kyiv-oblast'] }, 'prypiat', 'chernobyl-nuclear-power-plant'),
  },
  {
    id: 'F6',
    story: 'Vasylkiv and its air base: only one of them as an option',
    check: all(neverBeside('vasylkiv', 'vasylkiv-air-base'), offersNoPlace('vasylkiv-assault-begins', 'vasylkiv-air-base')),
    mutate: both(careless('vasylkiv-assault-begins'), placed({ kind: 'town' }, 'vasylkiv-air-base')),
  },
  {
    id: 'F7',
    story: 'Brovary Raion is Brovary district; Peremoha lies in it',
    check: all(liesIn('brovary-raion', 'brovary', 'peremoha', 'lukianivka'), neverBeside('brovary', 'brovary-raion')),
    mutate: placed({ within: ['kyiv-oblast'] }, 'peremoha'),
  },
  {
    id: 'F8',
    story: 'Kharkiv city was never taken, its oblast partly: the wording says which; Kharkov is a spelling',
    check: all(
      says(/city of Kharkiv/, 'kharkiv-city-not-captured'),
      meant('kharkiv', 'Kharkiv', 'Kharkov'),
      liesIn('kharkiv-oblast', 'kharkiv', 'kharkiv-raion'),
      noEvent('happened in the city of Kharkiv', ({ id, where }) => where.includes('kharkiv') && id !== 'kharkiv-city-not-captured'),
    ),
    mutate: retold({ clause: 'Russian forces failed to capture Kharkiv', name: 'the failure to capture Kharkiv' }, 'kharkiv-city-not-captured'),
  },
  {
    id: 'F9',
    story: 'Zhytomyr city was bombed and never taken, its oblast partly: the wording says which',
    check: all(
      says(/city of Zhytomyr/, 'zhytomyr-city-never-captured', 'zhytomyr-city-bombed'),
      says(/Zhytomyr Oblast/, 'zhyt-occupation-begins', 'zhytomyr-declared-liberated'),
      liesIn('zhytomyr-oblast', 'zhytomyr'),
    ),
    mutate: retold({ clause: 'Zhytomyr was declared liberated', name: null }, 'zhytomyr-declared-liberated'),
  },
  {
    id: 'F10',
    story: 'Kupiansk, Izium, Vovchansk and the raions of their names never stand side by side',
    check: all(
      neverBeside('kupiansk', 'kupiansk-raion'),
      neverBeside('izium', 'izium-raion'),
      neverBeside('vovchansk', 'vovchansk-raion'),
      liesIn('kupiansk-raion', 'kupiansk'),
      liesIn('izium-raion', 'izium'),
      happenedAt({ 'kupiansk-raion-34-settlements': ['kupiansk-raion'] }),
    ),
    mutate: retold({ where: ['kupiansk'] }, 'kupiansk-raion-34-settlements'),
  },
  {
    id: 'F11',
    story: 'Oskil, Oskil river, Oskil River: one river',
    check: all(meant('oskil', 'Oskil', 'Oskil River'), happenedAt({ 'oskil-crossed-by-ukraine': ['oskil'], 'oskil-crossed-by-russia': ['oskil'] })),
    mutate: placed({ aliases: [] }, 'oskil'),
  },
  {
    id: 'F12',
    story: 'Gomel Region is Gomel Oblast, in Belarus',
    check: all(meant('gomel-region', 'Gomel Region', 'Gomel Oblast'), liesIn('belarus', 'gomel-region')),
    mutate: placed({ within: ['ukraine'] }, 'gomel-region'),
  },
  {
    id: 'F13',
    story: 'Two villages are called Kvitneve: told apart, neither ever an option',
    check: all(
      happenedAt({
        'kvitneve-warehouse-fire': ['kvitneve-kyiv'],
        'kocheriv-group-captured': ['kocheriv', 'kvitneve-zhytomyr', 'staseva'],
      }),
      liesIn('kyiv-oblast', 'kvitneve-kyiv'),
      liesIn('zhytomyr-oblast', 'kvitneve-zhytomyr'),
      noPlace('kvitneve-warehouse-fire', 'kocheriv-group-captured'),
      notes(/another village/, 'kocheriv-group-captured'),
    ),
    mutate: retold({ where: ['kvitneve-zhytomyr'] }, 'kvitneve-warehouse-fire'),
  },
  {
    id: 'F14',
    story: 'Vystupovychi, the crossing and the village, are two places of one trap',
    check: all(
      happenedAt({ 'vystupovychi-crossing-untouched': ['vystupovychi-crossing'] }),
      apart('vystupovychi', 'vystupovychi-crossing'),
      notes(/same article names Vystupovychi among the captured/, 'vystupovychi-crossing-untouched'),
    ),
    mutate: retold({ where: ['vystupovychi'] }, 'vystupovychi-crossing-untouched'),
  },
  {
    id: 'F15',
    story: 'Mykolaivka, Peremoha, Lubianka, Shevchenkove, Borova, Kvartsytne: no pin from a common name, and the oblast said',
    check: all(
      says(/Kharkiv Oblast/, 'shevchenkove-occupied'),
      liesIn('kharkiv-oblast', 'shevchenkove', 'borova'),
      liesIn('kyiv-oblast', 'mykolaivka', 'peremoha', 'lubianka'),
      liesIn('zhytomyr-oblast', 'kvartsytne'),
      ({ index }) => (index.place('mykolaivka').point === null ? [] : ['mykolaivka has a pin from its name alone']),
    ),
    mutate: placed({ point: [31.99, 46.96], within: ['mykolaiv-oblast'] }, 'mykolaivka'),
  },
  {
    id: 'F16',
    story: 'Chernihiv and Sumy are cities, axes and oblasts: kept apart',
    check: all(
      happenedAt({ 'chernihiv-axis-halts': ['chernihiv'], 'emd-reinforcements': [], 'fomin-withdrawal-announced': [] }),
      says(/Sumy Oblast/, 'sumy-column-near-brovary'),
      says(/areas/, 'fomin-withdrawal-announced'),
      neverBeside('chernihiv', 'chernihiv-oblast', 'sumy', 'sumy-oblast'),
    ),
    mutate: retold({ where: ['chernihiv'] }, 'fomin-withdrawal-announced'),
  },
  {
    id: 'F17',
    story: 'Lukyanovka, Guta Mezhygirska, Kryacky, Kharkov are spellings of the articles: aliases, never shown',
    check: all(
      meant('lukianivka', 'Lukianivka', 'Lukyanovka'),
      meant('huta-mezhyhirska', 'Huta-Mezhyhirska', 'Guta Mezhygirska'),
      meant('kriachky', 'Kriachky', 'Kryacky'),
      meant('borodianka', 'Borodianka', 'Borodyanka'),
      meant('kvartsytne', 'Kvartsytne', 'Pershotravneve'),
      neverSays(/Lukyanovka|Guta |Kryacky|Prilipko|Kharkov|Kupyansk|Izyum|Kiev|Odessa/),
      ({ pack }) => pack.places.filter(({ name }) => /Kiev|Kharkov|Izyum|Lukyanovka|Guta/.test(name)).map(({ id }) => id),
    ),
    mutate: placed({ name: 'Lukyanovka', aliases: [] }, 'lukianivka'),
  },
  {
    id: 'F18',
    story: 'Regiments bear two names in one list, and a brigade is “the 11th or the 31st”: no question tells them apart',
    check: all(
      neverSays(/11th|31st|3rd Spetsnaz/, 'helicopters-approach-hostomel', 'hostomel-reached', 'hostomel-defenders', 'antonov-renewed-assault'),
      neverAsked('vdv-300-aboard', 'antonov-militia-3rd-regiment-attack', '31st-guards-50-dead-claim', '37th-brigade-losses'),
    ),
    mutate: retold({ clause: 'the 31st Guards Air Assault Brigade and a Chechen regiment advanced to Hostomel' }, 'hostomel-reached'),
  },
  {
    id: 'F19',
    story: 'One body, one name: the British Ministry of Defence, the Institute for the Study of War, the Security Service of Ukraine',
    check: noEvent('calls a body by a second name', ({ according }) =>
      /UK|Britain|MoD|Defense|\bISW\b|\bSBU\b|\bRUSI\b|\bIAEA\b/.test(according ?? '')), // prettier-ignore
    mutate: retold({ according: "the UK's Ministry of Defence" }, 'uk-25km-report'),
  },
  {
    id: 'F20',
    story: 'Districts lie in Kyiv, towns in their oblast, raions between: no option contains another',
    check: all(
      liesIn('kyiv', 'obolon', 'rusanivka', 'kurenivka', 'kyiv-tv-tower', 'verkhovna-rada'),
      liesIn('kyiv-oblast', 'bucha', 'irpin', 'hostomel', 'vorzel', 'borodianka', 'makariv', 'moshchun', 'horenka', 'boiarka', 'vyshneve',
        'fastiv', 'ivankiv', 'dymer', 'brovary-raion'),
      liesIn('korosten-raion', 'radcha', 'davydky', 'hrezlia'),
      liesIn('kupiansk-raion', 'kupiansk', 'velykyi-burluk', 'shevchenkove', 'dvorichna'),
      liesIn('izium-raion', 'borova'),
      neverBeside('kyiv', 'obolon', 'kurenivka', 'rusanivka'),
      noPlace('kyiv-region-strikes-list'),
    ), // prettier-ignore
    mutate: placed({ within: ['kyiv-oblast'] }, 'obolon'),
  },
  {
    id: 'F21',
    story: '“The convoy” is eleven convoys: each is described, and none is tied to another',
    check: all(
      strangers(...CONVOYS),
      neverSays(/^the convoy\b|\| ?the convoy (reached|was|had)/i, ...CONVOYS),
      says(/64 kilometres long/, 'convoy-64km-little-progress'),
      says(/police convoy/, 'omon-convoy-strays', 'omon-convoy-destroyed', 'omon-convoy-survivors'),
      says(/from Sumy Oblast/, 'sumy-column-near-brovary'),
      says(/evacuation column/, 'peremoha-evacuation-shot'),
    ),
    mutate: retold({ sameAs: ['convoy-64km-little-progress'] }, 'armoured-column-destroyed'),
  },
  {
    id: 'F22',
    story: 'Officials are told by their full names, and their titles give no place away in a question about it',
    check: all(
      says(/Oleksandr Markushyn/, 'markushin-refuses-surrender'),
      says(/Oleksandr Pavliuk/, 'pavlyuk-appointed'),
      says(/Oleksandr Slisarenko/, 'slisarenko-killed'),
      says(/Oleksandra Kuvshynova/, 'zakrzewski-kuvshynova-killed'),
      claimed(/Vitali Klitschko/, 'klitschko-encircled-remark'),
      noEvent('tells a place by its mayor', ({ placeless }) => /\bmayor\b/.test(placeless ?? '')),
    ),
    mutate: retold({ clause: 'Oleksandr became head of the military administration', name: null }, 'pavlyuk-appointed'),
  },
  {
    id: 'F23',
    story: 'Vasylkiv, Bucha, Irpin, Ivankiv and Brovary are city, town or suburb by turns: no question calls them one',
    check: callsItNothing('vasylkiv', 'bucha', 'irpin', 'ivankiv', 'brovary'),
    mutate: retold({ clause: 'missiles struck the town of Irpin' }, 'irpin-missiles'),
  },
  {
    id: 'F24',
    story: 'Boryspil and Boryspil International Airport are no rivals',
    check: all(
      neverBeside('boryspil', 'boryspil-international-airport'),
      happenedAt({
        'kyiv-oblast-first-strikes': ['kyiv-oblast', 'boryspil-international-airport'],
        'offensive-abandoned-brovary-boryspil': ['brovary', 'boryspil'],
      }),
    ),
    mutate: retold({ where: ['kyiv-oblast', 'boryspil'] }, 'kyiv-oblast-first-strikes'),
  },
  {
    id: 'F25',
    story: 'Belgorod and Kemerovo Oblast lie in Russia, Gomel in Belarus: never options in a question about Ukraine',
    check: all(
      liesIn('russia', 'belgorod', 'kemerovo-oblast'),
      liesIn('belarus', 'gomel-region'),
      nowhereOffered('belgorod', 'kemerovo-oblast', 'gomel-region'),
      isSensitive('slisarenko-killed'),
    ),
    mutate: both(placed({ point: [37.3, 49.9] }, 'belgorod'), careless('izium-captured', 'kupiansk-entered', 'shevchenkove-occupied'),
      added('belgorod-entered', 'kupiansk-entered', { where: ['belgorod'], when: '2022-03-29', clause: 'Russian forces entered Belgorod' })), // prettier-ignore
  },
  {
    id: 'F26',
    story: 'Yunakov led Velykyi Burluk: that is not where he was killed; and each bridge is its own',
    check: all(
      happenedAt({ 'yunakov-assassinated': [] }),
      notes(/does not say where/, 'yunakov-assassinated'),
      says(/Teteriv/, 'teteriv-bridge-blown'),
      says(/between Bucha and Irpin/, 'bucha-irpin-bridge-destroyed'),
      says(/pontoon/, 'irpin-pontoon-bridge-blown'),
      strangers('teteriv-bridge-blown', 'bucha-irpin-bridge-destroyed', 'irpin-pontoon-bridge-blown', 'omon-convoy-destroyed'),
    ),
    mutate: retold({ where: ['velykyi-burluk'] }, 'yunakov-assassinated'),
  },
];
