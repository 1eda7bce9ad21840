import {
  all, asksDate, chainsIn, claimed, dated, dateOf, happenedAt, inNoSequence, isSensitive, neverAsked, neverSays, notes, offersNoDate,
  retold, says, type Check, type Trap,
} from './pack-traps'; // prettier-ignore

const DISTANCES = ['austin-20-miles-first-day', 'kyiv-russians-19mi', 'tanks-near-kyiv', 'uk-25km-report', 'zhytomyr-advance-observed', 'uk-35km-assessment'];

/** No sequence has a learner compare distances. */
const noDistanceInSequences: Check = (world) =>
  chainsIn(world)
    .flat()
    .filter((id) => /\d+ ?(km|kilomet|mile)/.test(world.index.event(id).clause ?? ''))
    .map((id) => `${id} brings a distance into a sequence`);

/** Numbers that differ or invite wrong arithmetic. */
export const TRAPS_G: readonly Trap[] = [
  {
    id: 'G1',
    story: 'Distances to Kyiv are measured in six ways: never sorted, and no question offers the day of another',
    check: all(
      inNoSequence(...DISTANCES),
      neverAsked('kyiv-russians-19mi', 'zhytomyr-advance-observed'),
      notes(/should not be compared/, 'austin-20-miles-first-day', 'kyiv-russians-19mi', 'uk-25km-report'),
      offersNoDate('austin-20-miles-first-day', '2022-02-25/2022-02-27', '2022-03-09', '2022-03-13'),
      offersNoDate('tanks-near-kyiv', '2022-02-24', '2022-02-26/2022-02-27', '2022-03-13'),
      says(/into Zhytomyr Oblast/, 'zhytomyr-advance-observed'),
    ),
    mutate: retold({ ask: null, avoid: {} }, 'tanks-near-kyiv', 'uk-25km-report', 'austin-20-miles-first-day'),
  },
  {
    id: 'G2',
    story: '35 kilometres are not 25 miles: the figure is shown once, corrected, and never asked',
    check: all(neverAsked('uk-35km-assessment'), neverSays(/25 miles/), notes(/22 miles, not 25/, 'uk-35km-assessment')),
    mutate: retold({ note: null }, 'uk-35km-assessment'),
  },
  {
    id: 'G3',
    story: 'Miles and kilometres are never set side by side',
    check: all(noDistanceInSequences, neverSays(/\d+ ?(km|kilomet).*\d+ ?mile|\d+ ?mile.*\d+ ?(km|kilomet)/)),
    mutate: retold({ clause: 'Russian forces broke through at Ivankiv, 42 miles south of the plant', ask: ['sequence'] }, 'ivankiv-breakthrough'),
  },
  {
    id: 'G4',
    story: 'Counts of the dead are read about and never asked',
    check: all(
      isSensitive('borodianka-bombed', 'bucha-300-executed', 'bucha-458-deaths', 'kyiv-oblast-1300-deaths'),
      notes(/not clear whether the dead of Bucha/, 'kyiv-oblast-1300-deaths'),
    ),
    mutate: retold({ sensitive: false, when: '2022-04' }, 'bucha-458-deaths'),
  },
  {
    id: 'G5',
    story: 'Twenty to 34 helicopters, some 300 men, one to three shot down: ranges, in no question',
    check: all(
      neverSays(/\b(20|34|300)\b/, 'helicopters-approach-hostomel'),
      neverAsked('vdv-300-aboard', 'antonov-helicopters-under-fire'),
    ),
    mutate: retold({ clause: '34 Russian helicopters approached Hostomel at eight in the morning' }, 'helicopters-approach-hostomel'),
  },
  {
    id: 'G6',
    story: 'Twenty, 34 and seventy settlements: each with its month and its claimant, for 34 has two meanings',
    check: all(
      dated({ 'ganchev-twenty-settlements': '2023-02', 'kupiansk-raion-34-settlements': '2024-12', 'ganchev-seventy-settlements': '2025-03' }),
      claimed(/Ganchev/, 'ganchev-twenty-settlements', 'kupiansk-raion-34-settlements', 'ganchev-seventy-settlements'),
      notes(/another sense/, 'ganchev-seventy-settlements'),
      neverAsked('kupiansk-raion-34-settlements'),
      offersNoDate('ganchev-seventy-settlements', '2024-12'),
    ),
    mutate: retold({ status: 'stated', according: null, dates: 'event' }, 'ganchev-seventy-settlements'),
  },
  {
    id: 'G7',
    story: '“Five villages”: two named, one more, two lost. None is counted out by name',
    check: all(
      happenedAt({ 'radcha-davydky-under-control': ['radcha', 'davydky'], 'hrezlya-main-garrison': ['hrezlia'] }),
      notes(/names are missing/, 'radcha-davydky-under-control'),
      neverSays(/five villages/, 'radcha-davydky-under-control'),
    ),
    mutate: retold({ clause: 'the five villages of Radcha, Davydky, Hrezlia and others came under Russian control' }, 'radcha-davydky-under-control'),
  },
  {
    id: 'G8',
    story: '30 soldiers, 2,000 troops, 70,000 men, 80 policemen, 64 kilometres: of different convoys, none asked',
    check: neverAsked('sof-thirty-halt-claim', 'belarus-advance-stalled-by-ambush', 'omon-convoy-survivors', 'convoy-64km-little-progress'),
    mutate: retold({ status: 'stated', dates: 'event' }, 'convoy-64km-little-progress'),
  },
  {
    id: 'G9',
    story: 'Losses are claims: no question has them',
    check: neverAsked('hostomel-21-ifvs', '31st-guards-50-dead-claim', 'vasylkiv-victory-proclaimed', 'kyiv-sixty-saboteurs-claim',
      'lukyanovka-losses-claim', 'reznikov-3000-dead', 'antonov-russia-200-claim'), // prettier-ignore
    mutate: retold({ when: '2022-03-03', ask: null }, 'hostomel-21-ifvs'),
  },
  {
    id: 'G10',
    story: 'Eighteen Il-76 never landed, two were shot down: two stories',
    check: all(
      dateOf('plan', 'antonov-il76-reinforcement-plan'),
      says(/two Russian Il-76/, 'vasylkiv-il76-downed'),
      happenedAt({ 'antonov-il76-reinforcement-plan': ['antonov-airport'], 'vasylkiv-il76-downed': ['vasylkiv'] }),
      ({ index }) =>
        index.kin('antonov-il76-reinforcement-plan', 'vasylkiv-il76-downed') ? ['the planned and the downed aircraft are one'] : [],
    ),
    mutate: retold({ sameAs: ['antonov-il76-reinforcement-plan'] }, 'vasylkiv-il76-downed'),
  },
  {
    id: 'G11',
    story: 'A percentage always says of what',
    check: all(
      says(/80 per cent of Irpin/, 'irpin-80-percent'),
      says(/half of its men/, '37th-brigade-losses'),
      says(/75 per cent in favour/, 'november-referendum-plan'),
      notes(/20 per cent of the oblast/, 'ganchev-referendum-statement'),
      neverAsked('irpin-80-percent', '37th-brigade-losses', 'november-referendum-plan'),
    ),
    mutate: retold({ clause: 'Ukrainian forces reportedly controlled 80 per cent', status: 'stated' }, 'irpin-80-percent'),
  },
  {
    id: 'G12',
    story: 'Two dead and 28 in hospital: shown, never asked',
    check: all(isSensitive('izium-poisoning-statement'), neverAsked('izium-poisoning-statement')),
    mutate: retold({ sensitive: false }, 'izium-poisoning-statement'),
  },
  {
    id: 'G13',
    story: '25 km from Malyn, 25 km from Kyiv, 25 miles: one number, three meanings',
    check: all(
      says(/25 km from Malyn/, 'malyn-battles-25km'),
      says(/25 km from the centre of Kyiv/, 'uk-25km-report'),
      neverAsked('malyn-battles-25km'),
      asksDate('uk-25km-report'),
      neverSays(/25 miles/),
    ),
    mutate: retold({ clause: 'Russian forces stood 25 km off' }, 'uk-25km-report'),
  },
];
