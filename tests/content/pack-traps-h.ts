import {
  all, asksDate, dated, dateOf, happenedAt, hasStatus, inexact, inOrder, isOn, isSensitive, neverAsked, noDate, noEvent, notes,
  offersNoDate, retold, says, type Trap,
} from './pack-traps'; // prettier-ignore

/** Sentences where a naive reader ties the wrong date to the wrong event. */
export const TRAPS_H: readonly Trap[] = [
  {
    id: 'H1',
    story: '26 February at the end of the sentence is Vasylkiv’s, not Antonov Airport’s',
    check: all(
      dated({ 'vasylkiv-assault-begins': '2022-02-26', 'helicopters-approach-hostomel': '2022-02-24' }),
      noEvent('puts 26 February at the airport', (event) => isOn(event, '2022-02-26') && event.where.includes('antonov-airport')),
    ),
    mutate: retold({ when: '2022-02-26' }, 'antonov-first-capture'),
  },
  {
    id: 'H2',
    story: 'The spearhead was sent on 24 February and pulled back by 7 April: one a date, the other a bound',
    check: all(
      dated({ 'west-bank-spearhead-sent': '2022-02-24', 'west-bank-spearhead-withdrawn': '../2022-04-07' }),
      says(/sent/, 'west-bank-spearhead-sent'),
      says(/pulled back/, 'west-bank-spearhead-withdrawn'),
    ),
    mutate: retold({ when: '2022-02-24/2022-04-07' }, 'west-bank-spearhead-sent'),
  },
  {
    id: 'H3',
    story: '26 April is the US statement, 26 February the battle: never options for each other',
    check: all(
      dated({ 'us-intel-il76-statement': '2022-04-26', 'vasylkiv-assault-begins': '2022-02-26' }),
      dateOf('statement', 'us-intel-il76-statement'),
      asksDate('us-intel-il76-statement', 'vasylkiv-assault-begins'),
      offersNoDate('us-intel-il76-statement', '2022-02-26'),
      offersNoDate('vasylkiv-assault-begins', '2022-04-26'),
    ),
    mutate: retold({ when: '2022-04-26' }, 'vasylkiv-il76-downed', 'vasylkiv-assault-begins'),
  },
  {
    id: 'H4',
    story: 'Two generals, two dates, one sentence: 26 February is disputed, 3 March is not',
    check: all(
      dated({ 'tushayev-killed': '2022-02-26', 'sukhovetsky-killed': '2022-03-03' }),
      hasStatus('disputed', 'tushayev-killed'),
      hasStatus('stated', 'sukhovetsky-killed'),
      neverAsked('tushayev-killed', 'sukhovetsky-killed'),
    ),
    mutate: retold({ when: '2022-02-26' }, 'sukhovetsky-killed'),
  },
  {
    id: 'H5',
    story: '4 April stands before the occupation of Hostomel and 7 March: the paragraph is in no order of time',
    check: all(
      dated({ 'chybineyev-killed': '2022-04-04', 'prilipko-killed': '2022-03-07' }),
      neverAsked('chybineyev-killed', 'prilipko-killed'),
      noEvent('comes after the death of Chybineyev', ({ after }) => after.includes('chybineyev-killed')),
    ),
    mutate: retold({ when: '2022-04-04' }, 'prilipko-killed'),
  },
  {
    id: 'H6',
    story: 'The column of Makariv has no date: neither that of the TV tower nor that of the recapture',
    check: all(
      inexact('makariv-column-claim', 'makariv-fighting-erupts'),
      dated({ 'kyiv-tv-tower-hit': '2022-03-01', 'su35-claim': '2022-03-02', 'makariv-retaken-3': '2022-03-03' }),
    ),
    mutate: retold({ when: '2022-03-01' }, 'makariv-column-claim'),
  },
  {
    id: 'H7',
    story: '5 March bounds three towns, 9 March is a state of Irpin',
    check: all(
      dated({ 'bucha-hostomel-vorzel-captured': '../2022-03-05', 'irpin-contested': '2022-03-09' }),
      happenedAt({ 'bucha-hostomel-vorzel-captured': ['bucha', 'hostomel', 'vorzel'], 'irpin-contested': ['irpin'] }),
      dateOf('observation', 'irpin-contested'),
    ),
    mutate: retold({ when: '2022-03-09' }, 'bucha-hostomel-vorzel-captured'),
  },
  {
    id: 'H8',
    story: '5 March is the state of the convoy; the assessment and the siege beside it have no date',
    check: all(
      dated({ 'convoy-64km-little-progress': '2022-03-05', 'convoy-dispersed': '../2022-03-11' }),
      inexact('rusi-stalled-assessment', 'chernihiv-axis-halts', 'chernihiv-siege-begins'),
    ),
    mutate: retold({ when: '2022-03-05' }, 'rusi-stalled-assessment'),
  },
  {
    id: 'H9',
    story: '“On that day X claimed”: the day is the claim’s, and what was claimed came before',
    check: all(
      dateOf('statement', 'brovary-ambush-claim', 'peremoha-evacuation-shot', 'mutiny-reports', 'iaea-slavutych'),
      dated({ 'zakharo-killed-claim': '../2022-03-10', 'medvedev-rammed': '../2022-03-23', 'slavutych-shelled': '[..2022-03-24]' }),
      notes(/Only the announcement is dated/, 'counteroffensive-announced'),
    ),
    mutate: retold({ when: '2022-03-24', ask: null }, 'slavutych-shelled'),
  },
  {
    id: 'H10',
    story: 'The barrage on Vasylkiv’s airfield has no day: 12 and 13 March belong to others, 03:40 is a time',
    check: inexact('vasylkiv-airbase-destroyed', 'vasylkiv-kryacky-depots-burn', 'kvitneve-warehouse-fire', 'konashenkov-vasylkiv-statement'),
    mutate: retold({ when: '2022-03-12' }, 'vasylkiv-kryacky-depots-burn'),
  },
  {
    id: 'H11',
    story: '“On 14 March” and “by 14 March” stand in one paragraph',
    check: dated({ 'hall-wounded': '2022-03-14', 'bucha-half-irpin-captured': '../2022-03-14' }),
    mutate: retold({ when: '2022-03-14' }, 'bucha-half-irpin-captured'),
  },
  {
    id: 'H12',
    story: 'One paragraph: 25 March, the end of March, 1 April, and a report without a date',
    check: all(
      dated({ 'towns-east-west-retaken': '2022-03-25', 'bucha-retreat-starts': '2022-03', 'bucha-entered': '2022-04-01' }),
      inexact('uk-35km-assessment', 'uk-northwest-push-forecast'),
    ),
    mutate: retold({ when: '2022-03-25' }, 'uk-35km-assessment'),
  },
  {
    id: 'H13',
    story: 'Irpin: reported on 28 March, confirmed by 30 March',
    check: all(
      dated({ 'irpin-reported-retaken': '2022-03-28', 'irpin-retaking-confirmed': '../2022-03-30' }),
      says(/reported/, 'irpin-reported-retaken'),
      says(/confirmed/, 'irpin-retaking-confirmed'),
    ),
    mutate: retold({ when: '2022-03-30' }, 'irpin-retaking-confirmed'),
  },
  {
    id: 'H14',
    story: '1 April is the day on which Maks Levin was found, not the day of his death',
    check: all(
      dated({ 'levin-found-dead': '2022-04-01', 'levin-missing': '../2022-03-17' }),
      says(/found dead/, 'levin-found-dead'),
      isSensitive('levin-found-dead', 'levin-missing'),
    ),
    mutate: retold({ clause: 'the Ukrainian journalist Maks Levin was killed', name: null }, 'levin-found-dead'),
  },
  {
    id: 'H15',
    story: '2, 3 and 4 April in a chain, and between them war crimes without a date',
    check: all(
      dated({ 'kyiv-oblast-retaken': '2022-04-02', 'pripyat-retaking-confirmed': '2022-04-03', 'zhytomyr-declared-liberated': '2022-04-04' }),
      inexact('bucha-evidence-found'),
    ),
    mutate: retold({ when: '2022-04-03' }, 'bucha-evidence-found'),
  },
  {
    id: 'H16',
    story: '28 April is the visit, of 2022; the strike fell during it',
    check: all(
      dated({ 'guterres-visit': '2022-04-28', 'kyiv-missile-during-visit': '2022-04-28' }),
      ({ index }) => (index.kin('guterres-visit', 'kyiv-missile-during-visit') ? [] : ['the strike is no part of the visit']),
    ),
    mutate: retold({ partOf: null }, 'kyiv-missile-during-visit'),
  },
  {
    id: 'H17',
    story: '“The following year” is the recollection, February 2022 the meeting, the dead are before it',
    check: dated({ 'reznikov-recollection': '2023', 'reznikov-february-meeting': '2022-02', 'reznikov-3000-dead': '../2022-02' }),
    mutate: retold({ when: '2023' }, 'reznikov-february-meeting'),
  },
  {
    id: 'H18',
    story: 'Moved on 8 September, recaptured on the 11th; 18 is printed before 13',
    check: all(
      dated({
        'khark-mca-moves-vovchansk': '2022-09-08', 'vovchansk-recaptured': '2022-09-11',
        'khark-strip-east-of-oskil': '../2022-09-18', 'oskil-crossed-by-ukraine': '2022-09-13',
      }),
      inOrder('khark-mca-moves-vovchansk', 'khark-mca-leaves-vovchansk', 'vovchansk-recaptured'),
    ), // prettier-ignore
    mutate: retold({ when: '2022-09-11' }, 'khark-mca-moves-vovchansk'),
  },
  {
    id: 'H19',
    story: '“In November” is when a referendum was planned',
    check: all(dated({ 'november-referendum-plan': '2022-11' }), dateOf('plan', 'november-referendum-plan')),
    mutate: retold({ dates: 'event' }, 'november-referendum-plan'),
  },
  {
    id: 'H20',
    story: '“The same month” is May, and 19 August is printed before 8 July and 11 August',
    check: all(
      dated({
        'ganchev-appointed': '2022-05', 'alekseyenko-appointed': '2022-08-19', 'ganchev-inalienable-statement': '2022-07-08',
        'ganchev-referendum-statement': '2022-08-11',
      }),
      inOrder('khark-mca-created', 'ganchev-inalienable-statement', 'ganchev-referendum-statement', 'alekseyenko-appointed'),
    ), // prettier-ignore
    mutate: retold({ when: '2022-07-19' }, 'alekseyenko-appointed'),
  },
  {
    id: 'H21',
    story: '10 September without a year, right after 2025, is 2022; and the find came later',
    check: dated({ 'unnamed-town-occupation-ends': '2022-09-10', 'unnamed-town-bodies-found': '[2022-09-10..]' }),
    mutate: retold({ when: '2025-09-10' }, 'unnamed-town-occupation-ends'),
  },
  {
    id: 'H22',
    story: '28 January 2025 is the claim about Dvorichna, not its pre-war population; November is printed after December',
    check: all(
      dated({ 'dvorichna-retaken-claim': '2025-01-28', 'dvorichna-prewar-population': '[..2022-02-24]', 'oskil-crossed-by-russia': '../2024-11' }),
      dateOf('statement', 'dvorichna-retaken-claim'),
      dateOf('observation', 'dvorichna-prewar-population'),
    ),
    mutate: retold({ when: '2025-01-28' }, 'dvorichna-prewar-population'),
  },
  {
    id: 'H23',
    story: '3 April 2022 is the statement about Izium, in a section out of time with the rest',
    check: all(dated({ 'izium-poisoning-statement': '2022-04-03' }), dateOf('statement', 'izium-poisoning-statement')),
    mutate: retold({ dates: 'event' }, 'izium-poisoning-statement'),
  },
  {
    id: 'H24',
    story: '24 February is the villages’, not the tanks’; 3 April is of all five',
    check: all(
      dated({ 'radcha-davydky-under-control': '2022-02-24', 'five-villages-liberated': '2022-04-03' }),
      inexact('hrezlya-positions'),
      happenedAt({ 'five-villages-liberated': ['hrezlia', 'radcha', 'davydky'] }),
    ),
    mutate: retold({ where: ['hrezlia'] }, 'five-villages-liberated'),
  },
  {
    id: 'H25',
    story: '“By 4 April … claimed”: a bound either way, and another telling of the declaration',
    check: all(
      dated({ 'zhyt-cleared-claim': '../2022-04-04' }),
      neverAsked('zhyt-cleared-claim'),
      ({ index }) => (index.twinsOf('zhyt-cleared-claim').includes('zhytomyr-declared-liberated') ? [] : ['told as two events']),
    ),
    mutate: retold({ sameAs: [], when: '2022-04-04' }, 'zhyt-cleared-claim'),
  },
  {
    id: 'H26',
    story: 'Dates of a heading are not those of its paragraphs',
    check: all(
      dated({ 'convoy-64km-little-progress': '2022-03-05', 'irpin-contested': '2022-03-09' }),
      inexact('west-bank-advance-limited', 'rusi-stalled-assessment', 'standoff-siege-switch', 'kozarovychi-flooding'),
    ),
    mutate: retold({ when: '2022-03-11/2022-03-15' }, 'kozarovychi-flooding'),
  },
  {
    id: 'H27',
    story: 'Years inside names date nothing, and stand in no wording',
    check: all(
      dated({ 'belarus-rail-war': '2022', 'zhytomyr-city-bombed': '2022', 'russian-election-voting': '2024' }),
      noDate('belarus-rail-war', 'zhytomyr-city-bombed', 'russian-election-voting'),
      noEvent('is told with a year', ({ name, clause, placeless }) => /\b20\d\d\b/.test(`${name ?? ''} ${clause ?? ''} ${placeless ?? ''}`)),
    ),
    mutate: retold({ clause: 'voting for the 2024 Russian presidential election was held in some settlements' }, 'russian-election-voting'),
  },
  {
    id: 'H28',
    story: '“May be”, 24–48 hours, the 31st Guards, 03:40 only look like dates',
    check: all(
      noEvent('is dated to May without being of May', ({ id, when }) =>
        when?.text.startsWith('2022-05') === true && !['khark-mca-created', 'khark-raion-administrations', 'ganchev-appointed'].includes(id)),
      dated({ 'ukraine-mod-no-advances': '2022-03-17', 'isw-chaiko-assessment': '2022-03-27?' }),
      inexact('kvitneve-warehouse-fire'),
    ), // prettier-ignore
    mutate: retold({ when: '2022-05' }, 'isw-chaiko-assessment'),
  },
  {
    id: 'H29',
    story: '“The first day of the offensive” is that of the advance, not of Austin’s words',
    check: all(dated({ 'austin-20-miles-first-day': '2022-02-24' }), dateOf('event', 'austin-20-miles-first-day'), notes(/not known when/, 'austin-20-miles-first-day')),
    mutate: retold({ dates: 'statement' }, 'austin-20-miles-first-day'),
  },
  {
    id: 'H30',
    story: '“The next morning” is the curfew’s alone; the “single day” of the saboteurs is unknown',
    check: all(dated({ 'kyiv-curfew': '2022-02-26?' }), inexact('kyiv-sixty-saboteurs-claim', 'kyiv-guns-distributed', 'kyiv-reserves-activated')),
    mutate: retold({ when: '2022-02-26' }, 'kyiv-sixty-saboteurs-claim'),
  },
  {
    id: 'H31',
    story: '“That day” points to the sentence above, and not on to the bridge and the flooding',
    check: all(dated({ 'renaud-killed': '2022-03-13', 'uk-25km-report': '2022-03-13' }), inexact('irpin-pontoon-bridge-blown', 'kozarovychi-flooding', 'kozarovychi-dam-attack')),
    mutate: retold({ when: '2022-03-13' }, 'kozarovychi-dam-attack'),
  },
  {
    id: 'H32',
    story: '“At this date” is 11 March, of the assessment; the attacks failed from 8 to 10 March',
    check: all(
      dated({ 'isw-pause-assessment': '2022-03-11', 'failed-encirclement-attacks': '2022-03-08/2022-03-10' }),
      dateOf('statement', 'isw-pause-assessment'),
    ),
    mutate: retold({ when: '2022-03-11' }, 'failed-encirclement-attacks'),
  },
  {
    id: 'H33',
    story: 'One range holds for four statements, and the British words beside it have no day',
    check: all(
      dated({
        'suburbs-shelled': '2022-03-30/2022-03-31', 'irpin-makariv-shelled': '2022-03-30/2022-03-31',
        'hostomel-battles-reported': '2022-03-30/2022-03-31', 'brovary-withdrawals': '2022-03-30/2022-03-31',
      }),
      inexact('uk-still-holding-positions', 'suburbs-ground-regained'),
    ), // prettier-ignore
    mutate: retold({ when: '2022-03-30' }, 'uk-still-holding-positions'),
  },
  {
    id: 'H34',
    story: 'Hostomel: repulsed on the 3rd, in and out on the 4th, taken on the 5th of March',
    check: all(
      dated({ 'hostomel-russians-repulsed': '2022-03-03', 'hostomel-one-day-entry': '2022-03-04', 'hostomel-retaken-by-russia': '2022-03-05' }),
      inOrder('hostomel-reached', 'hostomel-russians-repulsed', 'hostomel-one-day-entry', 'hostomel-retaken-by-russia'),
    ),
    mutate: retold({ when: '2022-03-04', after: [] }, 'hostomel-russians-repulsed'),
  },
  {
    id: 'H35',
    story: 'The capture of Ivankiv is told before the breakthrough and before Hostomel, and came after both',
    check: all(
      inOrder('ivankiv-breakthrough', 'ivankiv-museum-destroyed', 'ivankiv-captured'),
      inOrder('hostomel-reached', 'ivankiv-captured'),
    ),
    mutate: retold({ when: '2022-02-24', after: [] }, 'ivankiv-captured'),
  },
];
