import {
  added, all, apart, asksDate, dated, dateOf, happenedAt, hasStatus, inexact, isOn, isSensitive, liesIn, neverAsked, neverSays, noDate,
  noEvent, noPlace, notes, placed, retold, says, type Check, type Trap,
} from './pack-traps'; // prettier-ignore

/** Headings as the articles print them, three spellings of “counter-offensive” included. */
const HEADINGS = new Set([
  'Lead', 'Russian advance on Kyiv', 'Operations in Zhytomyr Oblast', 'Antonov Airport occupied', 'Fall of Ivankiv and Dymer',
  'Hostomel attacked', 'Ukrainian victory at Vasylkiv', 'Battle of Kyiv', 'Fighting at Bucha and Irpin', 'Stalemate (11–15 March)',
  'Ukrainian counter offensive (16 March – 4 April)', 'Aftermath', 'Bucha massacre', 'Occupation', 'Background', 'History',
  'After the 2022 Ukrainian counteroffensive', 'Human rights and humanitarian effect', 'Partisan and other resistance',
]); // prettier-ignore

/** Every text of the pack that is read as prose, in both languages. */
const prose: (test: RegExp, what: string) => Check = (test, what) =>
  noEvent(what, (event) =>
    [event, ...Object.values(event.translations)].some((words) =>
      [words.name, words.clause, words.placeless, words.note, words.according].some((text) => test.test(text ?? ''))),
  ); // prettier-ignore

/** Names and damaged sentences left by lost templates. */
const TRAPS_B: readonly Trap[] = [
  {
    id: 'B1',
    story: 'The district of Radcha and Davydky is lost in the sentence: containment comes from the gazetteer alone',
    check: all(liesIn('korosten-raion', 'radcha', 'davydky', 'hrezlia'), apart('kyiv-oblast', 'radcha'), apart('gomel-region', 'radcha')),
    mutate: placed({ within: ['korosten-raion', 'gomel-region'] }, 'radcha'),
  },
  {
    id: 'B2',
    story: 'Of five villages two names are printed: no third is made up, and nobody is asked to name them',
    check: all(
      happenedAt({
        'radcha-davydky-under-control': ['radcha', 'davydky'],
        'five-villages-liberated': ['hrezlia', 'radcha', 'davydky'],
      }),
      noPlace('radcha-davydky-under-control', 'five-villages-liberated'),
    ),
    mutate: retold({ where: ['radcha', 'davydky', 'narodychi', 'ovruch', 'bihun'] }, 'radcha-davydky-under-control'),
  },
  {
    id: 'B3',
    story: 'Hrezlia is the village or the land around it: its garrison has no day',
    check: all(inexact('hrezlya-positions', 'hrezlya-main-garrison'), happenedAt({ 'hrezlya-main-garrison': ['hrezlia'] })),
    mutate: retold({ when: '2022-02-24' }, 'hrezlya-positions'),
  },
  {
    id: 'B4',
    story: 'A village without a name was occupied for several days: there is nothing to tell',
    check: noEvent('is read from the sentence without a name', ({ sources }) =>
      sources.some((one) => one.source === 'zhytomyr-occupation' && one.section === 'Occupation' && one.paragraph === 3)), // prettier-ignore
    mutate: added('village-occupied', 'malyn-battles-25km', {
      clause: 'a village was occupied for several days',
      sources: [{ source: 'zhytomyr-occupation', section: 'Occupation', paragraph: 3 }],
    }),
  },
  {
    id: 'B5',
    story: 'Rests of templates, stray commas and brackets stand in no text',
    check: prose(/ [,)]|\( |,,|\[object|\{\{|\}\}/, 'has rests of a template'),
    mutate: retold({ clause: 'the occupation lasted until April , )' }, 'zhyt-occupation-begins'),
  },
  {
    id: 'B6',
    story: 'The town whose dead were found has lost its name: no place, and surely not Izium',
    check: all(
      happenedAt({ 'unnamed-town-bodies-found': [], 'unnamed-town-occupation-ends': [], 'unnamed-town-killings': [] }),
      neverAsked('unnamed-town-bodies-found', 'unnamed-town-occupation-ends', 'unnamed-town-killings'),
      isSensitive('unnamed-town-bodies-found', 'unnamed-town-killings'),
      notes(/missing/, 'unnamed-town-bodies-found', 'unnamed-town-occupation-ends'),
      neverSays(/Izium/, 'unnamed-town-bodies-found', 'unnamed-town-occupation-ends', 'unnamed-town-killings'),
    ),
    mutate: retold({ where: ['izium'] }, 'unnamed-town-bodies-found'),
  },
  {
    id: 'B7',
    story: '“Claim disputed” stands behind the death of Tushayev: disputed it stays',
    check: all(hasStatus('disputed', 'tushayev-killed'), neverAsked('tushayev-killed')),
    mutate: retold({ status: 'stated' }, 'tushayev-killed'),
  },
  {
    id: 'B8',
    story: 'Zakharo, Koskalov and the “Deputy Ministry” are misprints: never an answer',
    check: all(
      neverAsked('zakharo-killed-claim', 'koskalov-appointed'),
      notes(/misprinted/, 'koskalov-appointed'),
      neverSays(/Deputy Ministry/),
    ),
    mutate: retold({ when: '2022-03-15' }, 'koskalov-appointed'),
  },
  {
    id: 'B9',
    story: 'The sentence about Borodianka begins in small letters after a full stop: it has no date of its own',
    check: all(inexact('borodianka-bombed'), isSensitive('borodianka-bombed'), neverAsked('borodianka-bombed')),
    mutate: retold({ when: '2022-03-01' }, 'borodianka-bombed'),
  },
  {
    id: 'B10',
    story: 'Sentences with missing words are retold, never copied',
    check: prose(/recalled that a meeting|due a lack|forcing it to return|reached near/, 'copies a broken sentence'),
    mutate: retold({ clause: 'an armored Russian column from the Sumy Oblast reportedly reached near Brovary' }, 'sumy-column-near-brovary'),
  },
  {
    id: 'B11',
    story: '“Bihun, Ukraine and Ovruch” are two places, not three',
    check: happenedAt({ 'zhytomyr-advance-observed': ['zhytomyr-oblast'] }),
    mutate: retold({ where: ['zhytomyr-oblast', 'ukraine'] }, 'zhytomyr-advance-observed'),
  },
];

/** Fact boxes, front matter and other things beside the prose. */
const TRAPS_C: readonly Trap[] = [
  {
    id: 'C1',
    story: 'The article’s own date, 19 February 2022, is before all it tells: no event bears it',
    check: noEvent('is dated to a day before the invasion', ({ when }) =>
      when?.form.kind === 'date' && when.form.date.precision === 'day' && when.text < '2022-02-24'), // prettier-ignore
    mutate: added('article-published', 'kyiv-offensive-begins', { when: '2022-02-19' }),
  },
  {
    id: 'C3',
    story: 'Lead and description are one text: no event is told in two copies',
    check: ({ pack, index }) => {
      const seen = new Map<string, string>();
      return pack.events.flatMap(({ id, clause }) => {
        const first = clause === null ? undefined : seen.get(clause);
        if (clause !== null) seen.set(clause, id);
        return first === undefined || index.twinsOf(id).includes(first) ? [] : [`${id} is told as ${first} is`];
      });
    },
    mutate: added('kyiv-offensive-described', 'kyiv-offensive-begins', {}),
  },
  {
    id: 'C4',
    story: 'A caption dates the fighting at Hostomel to 2021: no event is dated before 2022',
    check: noEvent('is dated to a year before the invasion', ({ when }) => when?.form.kind === 'date' && when.form.date.year < 2022),
    mutate: retold({ when: '2021-03-04' }, 'hostomel-one-day-entry'),
  },
  {
    id: 'C5',
    story: 'A photograph of 6 April is no event: only the NATO statement is dated to that day',
    check: noEvent('is dated to the day of a photograph', (event) => isOn(event, '2022-04-06') && event.id !== 'stoltenberg-statement'),
    mutate: added('bucha-photographed', 'bucha-entered', { when: '2022-04-06' }),
  },
  {
    id: 'C6',
    story: 'Captions in other languages, one with a slur, leave no trace',
    check: prose(/[ыэёъ]|рашист|\.webm|\.ogv/i, 'quotes a caption'),
    mutate: retold({ clause: 'прикордонники дістали вертоліт рашистів' }, 'aftermath-stragglers'),
  },
  {
    id: 'C7',
    story: 'A fact box calls Russia the region: Kharkiv Oblast lies in Ukraine',
    check: all(liesIn('ukraine', 'kharkiv-oblast', 'kharkiv', 'kupiansk', 'izium'), apart('russia', 'kharkiv-oblast')),
    mutate: placed({ within: ['ukraine', 'russia'] }, 'kharkiv-oblast'),
  },
  {
    id: 'C8',
    story: 'The range of the Zhytomyr fact box is no event',
    check: noEvent('takes over the range of the fact box', ({ when }) => when?.text === '2022-02-24/2022-04-04'),
    mutate: retold({ when: '2022-02-24/2022-04-04' }, 'zhyt-occupation-begins'),
  },
  {
    id: 'C10',
    story: 'See-also lists hold titles, not events: Snake Island has a place and nothing else',
    check: all(
      noEvent('is read from a list of links', ({ sources }) => sources.some(({ section }) => /See also|References/.test(section ?? ''))),
      noEvent('happens at Snake Island', ({ where }) => where.includes('snake-island') || where.includes('crimea')),
    ),
    mutate: added('snake-island-attacked', 'kyiv-offensive-begins', {
      where: ['snake-island'],
      clause: 'Russia attacked Snake Island',
    }),
  },
  {
    id: 'C11',
    story: 'Headings are cited as printed, with their own spellings',
    check: ({ pack }) =>
      pack.events.flatMap(({ id, sources }) =>
        sources.filter(({ section }) => !HEADINGS.has(section ?? '')).map(({ section }) => `${id} cites ${String(section)}`),
      ),
    mutate: retold(
      { sources: [{ source: 'kyiv-offensive', section: 'Ukrainian counter-offensive', paragraph: 1 }] },
      'counteroffensive-announced',
    ),
  },
  {
    id: 'C12',
    story: 'Two markups, and none of either in a text',
    check: prose(/^=|==|^#|\[\[|\]\(|<[a-z]/i, 'bears markup'),
    mutate: retold({ name: '== Occupation ==' }, 'zhyt-occupation-begins'),
  },
  {
    id: 'C13',
    story: 'Stars of emphasis are no part of a name',
    check: all(prose(/\*/, 'bears stars'), says(/a reporter of Fox News/, 'hall-wounded')),
    mutate: retold({ clause: '*Fox News* reporter Benjamin Hall was wounded in Horenka' }, 'hall-wounded'),
  },
];

const BY = {
  'west-bank-spearhead-withdrawn': '../2022-04-07', 'west-bank-advance-limited': '../2022-03', 'convoy-dispersed': '../2022-03-11',
  'convoy-elements-deploy': '../2022-03-11', 'bucha-hostomel-vorzel-captured': '../2022-03-05', 'bucha-half-irpin-captured': '../2022-03-14',
  'irpin-retaking-confirmed': '../2022-03-30', 'zhyt-cleared-claim': '../2022-04-04', 'izium-recaptured': '../2022-09-10',
  'khark-most-settlements-left': '../2022-09-11', 'khark-strip-east-of-oskil': '../2022-09-18', 'oskil-crossed-by-russia': '../2024-11',
}; // prettier-ignore
const AS_OF = ['zhytomyr-advance-observed', 'convoy-64km-little-progress', 'irpin-contested', 'kyiv-oblast-clashes', 'russia-consolidates'];
/** What the articles tell of later years; all the rest is 2022. */
const LATER = [
  'reznikov-recollection', 'ganchev-twenty-settlements', 'oskil-crossed-by-russia', 'ganchev-december-2024-civilians',
  'kupiansk-raion-34-settlements', 'khark-services-citizenship', 'russian-election-voting', 'dvorichna-retaken-claim',
  'ganchev-seventy-settlements', 'kupiansk-north-entered', 'slisarenko-killed', 'slisarenko-sbu-claim',
]; // prettier-ignore

/** Relative and imprecise dates. */
const TRAPS_D: readonly Trap[] = [
  {
    id: 'D1',
    story: 'Most dates bear no year: it is 2022, whatever year was printed last',
    check: noEvent('is not dated to 2022', ({ id, when }) =>
      when?.form.kind === 'date' && when.form.date.year !== 2022 && !LATER.includes(id)), // prettier-ignore
    mutate: retold({ when: '2025-09-11' }, 'vovchansk-recaptured'),
  },
  {
    id: 'D2',
    story: '“The next day” is a date only where its day is printed beside it',
    check: all(
      dated({ 'antonov-renewed-assault': '2022-02-25', 'kyiv-hpp-counterattack': '2022-02-27', 'bucha-volunteers-released': '2022-03-16?' }),
      asksDate('antonov-renewed-assault', 'kyiv-hpp-counterattack'),
      neverAsked('ivankiv-convoy-satellite', 'makariv-fighting-erupts', 'kyiv-curfew'),
      inexact('makariv-fighting-erupts', 'kyiv-curfew'),
    ),
    mutate: retold({ when: '2022-02-27', ask: null }, 'makariv-fighting-erupts'),
  },
  {
    id: 'D3',
    story: '“By” is a latest date, never the date',
    check: all(dated(BY), neverAsked(...Object.keys(BY))),
    mutate: retold({ when: '2022-09-11' }, 'khark-most-settlements-left'),
  },
  {
    id: 'D4',
    story: '“As of” is a state seen on a day, which neither began nor ended then',
    check: all(dateOf('observation', ...AS_OF), neverAsked(...AS_OF)),
    mutate: retold({ dates: 'event' }, 'irpin-contested'),
  },
  {
    id: 'D5',
    story: '“Early March”, “overnight”, “end of March”: a month at best',
    check: all(
      dated({ 'khark-counteroffensive-begins': '2022-09', 'bucha-retreat-starts': '2022-03', 'early-march-strikes': '2022-03?' }),
      inexact('vasylkiv-airbase-destroyed', 'tanks-night-attack', 'zhytomyr-oblast-affected', 'unnamed-town-killings', 'sof-thirty-halt-claim'),
      noDate('early-march-strikes', 'bucha-retreat-starts', 'west-bank-advance-limited', 'kyiv-early-gains-then-stall'),
    ),
    mutate: retold({ when: '2022-09-06' }, 'khark-counteroffensive-begins'),
  },
  {
    id: 'D6',
    story: 'Of a range of days no single one is asked; single days in brackets are',
    check: all(
      dated({
        'failed-encirclement-attacks': '2022-03-08/2022-03-10', 'suburbs-shelled': '2022-03-30/2022-03-31',
        'moshchun-retaken': '2022-03-23', 'lukyanovka-retaken': '2022-03-24',
      }),
      noDate('failed-encirclement-attacks', 'suburbs-shelled', 'irpin-makariv-shelled', 'brovary-withdrawals', 'hostomel-battles-reported'),
      asksDate('moshchun-retaken', 'lukyanovka-retaken'),
    ), // prettier-ignore
    mutate: retold({ when: '2022-03-30', ask: null }, 'suburbs-shelled'),
  },
  {
    id: 'D7',
    story: 'From “two days” or “more than two weeks” no calendar day is worked out',
    check: all(
      inexact('hostomel-21-ifvs', 'estonian-convoy-estimate', 'izium-basements'),
      dated({ 'levin-missing': '../2022-03-17', 'stoltenberg-forecast': '[2022-04-06..2022-04-20]' }),
      dateOf('plan', 'stoltenberg-forecast', 'uk-suburb-fighting-forecast'),
    ),
    mutate: retold({ when: '2022-03-17' }, 'levin-missing'),
  },
  {
    id: 'D8',
    story: 'Eight o’clock belongs to 24 February; 03:40 has no day',
    check: all(
      dated({ 'helicopters-approach-hostomel': '2022-02-24' }),
      inexact('kvitneve-warehouse-fire'),
      neverAsked('kvitneve-warehouse-fire'),
    ),
    mutate: retold({ when: '2022-03-12', ask: null }, 'kvitneve-warehouse-fire'),
  },
  {
    id: 'D9',
    story: '“The following year” and “the 2024 election” are years, no more',
    check: dated({ 'reznikov-recollection': '2023', 'russian-election-voting': '2024' }),
    mutate: retold({ when: '2024-03' }, 'russian-election-voting'),
  },
  {
    id: 'D10',
    story: '“Ongoing” and “since November” are open: no such thing is asked',
    check: all(
      neverAsked('khark-small-portion'),
      noEvent('is asked though it still goes on', ({ when, ask }) => when?.form.kind === 'since' && ask?.length !== 0),
    ),
    mutate: retold({ when: '2022-02-24/..' }, 'khark-occupation-begins'),
  },
  {
    id: 'D11',
    story: 'Plans and forecasts are no events',
    check: all(
      dateOf('plan', 'november-referendum-plan', 'estonian-convoy-estimate', 'malyn-occupation-plan', 'uk-northwest-push-forecast',
        'uk-suburb-fighting-forecast', 'stoltenberg-forecast', 'isw-combat-ineffective', 'antonov-airbridge-aim', 'kyiv-rapid-seizure-plan'),
      neverAsked('november-referendum-plan', 'stoltenberg-forecast', 'malyn-occupation-plan'),
    ), // prettier-ignore
    mutate: retold({ dates: 'event' }, 'november-referendum-plan'),
  },
  {
    id: 'D12',
    story: '“The same month” is May 2022',
    check: all(dated({ 'ganchev-appointed': '2022-05' }), asksDate('ganchev-appointed')),
    mutate: retold({ when: '2022-08' }, 'ganchev-appointed'),
  },
  {
    id: 'D13',
    story: '“Later” and “meanwhile” order events and date none',
    check: all(
      inexact('vasylkiv-landing-repulsed', 'vasylkiv-victory-proclaimed', 'kyiv-region-strikes-list', 'mopping-up-kyiv-oblast',
        'gomel-advance', 'chervonosilka-group-captured', 'irpin-pontoon-bridge-blown', 'kyiv-su27-downed'),
      dated({ 'renaud-killed': '2022-03-13', 'levin-found-dead': '2022-04-01' }),
    ), // prettier-ignore
    mutate: retold({ when: '2022-03-13' }, 'irpin-pontoon-bridge-blown'),
  },
];

export const TRAPS_BCD: readonly Trap[] = [...TRAPS_B, ...TRAPS_C, ...TRAPS_D];
