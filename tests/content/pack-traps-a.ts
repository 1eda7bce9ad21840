import {
  added, all, asksDate, both, careless, dated, dateOf, hasConflicts, hasStatus, inexact, isOn, neverAsked, neverSays, noDate, noEvent,
  noPlace, notes, nowhereOffered, offersNoDate, offersNoPlace, placed, retold, says, type Trap,
} from './pack-traps'; // prettier-ignore

const MAKARIV = ['makariv-retaken-3', 'makariv-retaken-22', 'makariv-retaken-25'];
const HOSTOMEL_DATES = ['2022-02-25', '2022-03-03', '2022-03-04', '2022-03-05', '2022-04-02'];

/** Contradictions inside and between the articles. */
export const TRAPS_A: readonly Trap[] = [
  {
    id: 'A1',
    story: 'Makariv was retaken on 3, 22 or 25 March: all three are shown, none is asked, none is an option',
    check: all(
      neverAsked(...MAKARIV),
      hasConflicts('makariv-retaken-3', '2022-03-22', '2022-03-25'),
      hasConflicts('makariv-retaken-22', '2022-03-03', '2022-03-25'),
      hasConflicts('makariv-retaken-25', '2022-03-03', '2022-03-22'),
      notes(/3, 22 and 25 March 2022/, ...MAKARIV),
      offersNoPlace('moshchun-retaken', 'makariv'),
      inexact('makariv-column-claim'),
    ),
    mutate: retold({ conflicts: [] }, 'makariv-retaken-22'),
  },
  {
    id: 'A2',
    story: 'Irpin was reported retaken on 28 March and listed again on 2 April: nobody is asked when',
    check: all(
      neverAsked('irpin-reported-retaken', 'irpin-retaking-confirmed', 'irpin-contested', 'irpin-control-regained'),
      hasStatus('reported', 'irpin-reported-retaken', 'irpin-80-percent'),
      inexact('irpin-retaking-confirmed', 'bucha-half-irpin-captured'),
      offersNoDate('irpin-missiles', '2022-03-09', '2022-03-14', '2022-03-28', '2022-03-30', '2022-03-31', '2022-04-02'),
    ),
    mutate: retold({ status: 'stated', avoid: {} }, 'irpin-reported-retaken'),
  },
  {
    id: 'A3',
    story: 'Bucha was taken by 5 or 14 March, entered on 1 and regained on 2 April: no date of it is asked',
    check: all(
      noDate('bucha-hostomel-vorzel-captured', 'bucha-half-irpin-captured', 'bucha-entered', 'bucha-control-regained'),
      inexact('bucha-hostomel-vorzel-captured', 'bucha-half-irpin-captured'),
      says(/entered Bucha/, 'bucha-entered'),
      says(/control of Bucha/, 'bucha-control-regained'),
    ),
    mutate: retold({ ask: null }, 'bucha-entered'),
  },
  {
    id: 'A4',
    story: 'Hostomel changed hands often: every question names the turn, and no option is another of its days',
    check: all(
      dated({
        'hostomel-reached': '2022-02-25',
        'hostomel-russians-repulsed': '2022-03-03',
        'hostomel-one-day-entry': '2022-03-04',
        'hostomel-retaken-by-russia': '2022-03-05',
      }),
      noDate('hostomel-retaken-by-russia', 'hostomel-control-regained', 'hostomel-battles-reported'),
      says(/repulsed .*after street fighting/, 'hostomel-russians-repulsed'),
      says(/entered .* and retreated within a day/, 'hostomel-one-day-entry'),
      ...['hostomel-reached', 'hostomel-russians-repulsed', 'hostomel-one-day-entry'].map((id) =>
        offersNoDate(id, ...HOSTOMEL_DATES),
      ),
    ),
    mutate: retold({ ask: null }, 'hostomel-retaken-by-russia'),
  },
  {
    id: 'A5',
    story: 'Antonov Airport was captured twice without a printed day: only the helicopters and the new assault are dated',
    check: all(
      noDate('antonov-first-capture', 'antonov-final-capture', 'antonov-assault-repelled'),
      inexact('antonov-final-capture', 'antonov-assault-repelled'),
      neverAsked('kyiv-airfield-attacks-failed'),
      asksDate('helicopters-approach-hostomel', 'antonov-renewed-assault'),
      dated({ 'helicopters-approach-hostomel': '2022-02-24', 'antonov-renewed-assault': '2022-02-25' }),
    ),
    mutate: retold({ ask: null }, 'antonov-first-capture'),
  },
  {
    id: 'A6',
    story: 'Ivankiv was broken through on 25 February and captured on 2 March; the fall of Dymer is told nowhere',
    check: all(
      asksDate('ivankiv-captured'),
      dated({ 'ivankiv-captured': '2022-03-02', 'ivankiv-breakthrough': '2022-02-25' }),
      offersNoDate('ivankiv-captured', '2022-02-25'),
      noEvent('tells of the fall of Dymer', ({ clause }) => /(captured|took|fell)[^.]*Dymer/.test(clause ?? '')),
      neverSays(/suburb/, 'ivankiv-captured', 'ivankiv-breakthrough'),
    ),
    mutate: both(
      careless('ivankiv-captured'),
      retold({ where: ['hostomel'] }, 'ivankiv-breakthrough', 'ivankiv-defence-penetrated'),
      retold({ where: ['kyiv'] }, 'omon-convoy-strays'),
    ),
  },
  {
    id: 'A7',
    story: 'The occupation of Zhytomyr Oblast ended on 3, 4 or 8 April: nobody is asked when it ended',
    check: all(
      asksDate('five-villages-liberated', 'zhytomyr-declared-liberated'),
      says(/declared liberated/, 'zhytomyr-declared-liberated'),
      offersNoDate('zhytomyr-declared-liberated', '2022-04-03', '2022-04-05/2022-04-08'),
      offersNoDate('five-villages-liberated', '2022-04-04', '2022-04-08'),
      neverAsked('zhyt-cleared-claim', 'northern-ukraine-withdrawal'),
      noEvent('dates the end of the occupation', ({ id, when }) => id.startsWith('zhyt') && when?.form.kind === 'interval'),
    ),
    mutate: careless('five-villages-liberated', 'zhytomyr-declared-liberated'),
  },
  {
    id: 'A8',
    story: 'The withdrawal from the north: only its announcement and the end in Kyiv Oblast are asked',
    check: all(
      neverAsked('kyiv-zhytomyr-withdrawal-april', 'northern-ukraine-withdrawal', 'west-bank-spearhead-withdrawn'),
      noDate('brovary-withdrawals', 'bucha-retreat-starts'),
      asksDate('fomin-withdrawal-announced', 'kyiv-oblast-retaken'),
      says(/announced/, 'fomin-withdrawal-announced'),
      offersNoDate('fomin-withdrawal-announced', '2022-03-30/2022-04-08'),
    ),
    mutate: retold({ conflicts: [] }, 'northern-ukraine-withdrawal'),
  },
  {
    id: 'A9',
    story: 'The death of Chybineyev bears a doubtful date: shown with that note, never asked, no option',
    check: all(neverAsked('chybineyev-killed'), notes(/doubtful/, 'chybineyev-killed')),
    mutate: retold({ ask: null }, 'chybineyev-killed'),
  },
  {
    id: 'A10',
    story: 'Vystupovychi was captured, or never attacked: neither answer nor distractor anywhere',
    check: all(
      nowhereOffered('vystupovychi', 'vystupovychi-crossing'),
      neverAsked('pershotravneve-vystupovychi-captured', 'vystupovychi-crossing-untouched'),
    ),
    mutate: both(
      careless('lukyanovka-retaken', 'moshchun-retaken', 'yasnohorodka-checkpoint'),
      placed({ point: [31.3, 50.4] }, 'vystupovychi'),
      added('vystupovychi-left', 'lukyanovka-retaken', { where: ['vystupovychi'], when: '2022-03-27' }),
    ),
  },
  {
    id: 'A11',
    story: 'Izium was captured on 1 April 2022 and recaptured by 10 September: only the capture is asked',
    check: all(
      asksDate('izium-captured'),
      neverAsked('izium-recaptured', 'izium-administration-ends', 'unnamed-town-occupation-ends'),
      dated({ 'izium-captured': '2022-04-01', 'izium-recaptured': '../2022-09-10' }),
      noEvent('ends the occupation of Kharkiv Oblast', ({ where, clause }) =>
        where.includes('kharkiv-oblast') && /occupation .*ended/.test(clause ?? '')), // prettier-ignore
    ),
    mutate: retold({ when: '2022-09-10' }, 'izium-recaptured'),
  },
  {
    id: 'A12',
    story: 'How much of Kharkiv Oblast is still held is a snapshot of its day',
    check: all(
      neverAsked('khark-small-portion', 'khark-strip-east-of-oskil', 'khark-most-settlements-left'),
      dateOf('observation', 'khark-small-portion'),
      notes(/older than the events of 2024 and 2025/, 'khark-small-portion'),
    ),
    mutate: retold({ dates: 'event', when: '2022-11' }, 'khark-small-portion'),
  },
  {
    id: 'A13',
    story: 'Kupiansk was entered in 2022 and its north in 2025: the stem says which, and the other date is no option',
    check: all(
      dated({ 'kupiansk-entered': '2022-02-27', 'kupiansk-north-entered': '2025-08-05', 'vovchansk-recaptured': '2022-09-11' }),
      says(/northern part/, 'kupiansk-north-entered'),
      says(/seat of their administration/, 'kupiansk-entered'),
      noDate('khark-most-settlements-left'),
      offersNoDate('kupiansk-entered', '2025-08-05'),
      offersNoDate('kupiansk-north-entered', '2022-02-27'),
    ),
    mutate: retold({ clause: 'Russian forces entered Kupiansk', placeless: null }, 'kupiansk-entered'),
  },
  {
    id: 'A14',
    story: 'Section headings frame phases: no event begins or ends with one',
    check: noEvent('takes its date from a heading', ({ when }) =>
      ['2022-03-11/2022-03-15', '2022-03-16/2022-04-04'].includes(when?.text ?? '')), // prettier-ignore
    mutate: added('stalemate', 'rusi-stalled-assessment', { when: '2022-03-11/2022-03-15', dates: 'event' }),
  },
  {
    id: 'A15',
    story: 'Ovruch and Bihun were advanced towards, never said to be taken; no town of Zhytomyr Oblast is asked for',
    check: all(
      noEvent('happened at Ovruch or Bihun', ({ where }) => where.includes('ovruch') || where.includes('bihun')),
      noPlace('korosten-raion-captures', 'zhytomyr-advance-observed', 'pershotravneve-vystupovychi-captured'),
      notes(/Neither place is said to have been taken/, 'zhytomyr-advance-observed'),
    ),
    mutate: retold({ where: ['ovruch', 'bihun'] }, 'zhytomyr-advance-observed'),
  },
  {
    id: 'A16',
    story: 'Pripyat: 3 April is the day on which the images were released; the capture has no day',
    check: all(
      says(/images/, 'pripyat-retaking-confirmed'),
      dated({ 'pripyat-retaking-confirmed': '2022-04-03' }),
      inexact('chernobyl-plant-captured', 'pripyat-captured', 'belarus-border-area-retaken'),
      offersNoDate('pripyat-retaking-confirmed', '2022-04-02'),
    ),
    mutate: retold({ when: '2022-02-24' }, 'pripyat-captured'),
  },
  {
    id: 'A17',
    story: 'The occupation administration of Kharkiv Oblast was created in May 2022, not in February',
    check: all(
      dated({ 'khark-mca-created': '2022-05' }),
      asksDate('khark-mca-created'),
      offersNoDate('khark-mca-created', '2022-02'),
    ),
    mutate: retold({ when: '2022-02-24' }, 'khark-mca-created'),
  },
  {
    id: 'A18',
    story: 'Kyiv “completely encircled” was taken back; the blockade was only reported',
    check: all(
      neverAsked('klitschko-encircled-remark', 'klitschko-retraction', 'kyiv-blockade-reports'),
      hasStatus('disputed', 'klitschko-encircled-remark'),
    ),
    mutate: retold({ status: 'attributed', when: '2022-02-27' }, 'klitschko-encircled-remark'),
  },
  {
    id: 'A19',
    story: 'The Oskil was crossed by Ukraine by 13 September 2022 and by Russia by November 2024: two bounds',
    check: all(
      says(/Ukrainian forces/, 'oskil-crossed-by-ukraine'),
      says(/Russian forces/, 'oskil-crossed-by-russia'),
      dated({ 'oskil-crossed-by-ukraine': '2022-09-13', 'oskil-crossed-by-russia': '../2024-11' }),
      inexact('oskil-crossed-by-ukraine', 'oskil-crossed-by-russia'),
      neverAsked('oskil-crossed-by-ukraine', 'oskil-crossed-by-russia'),
    ),
    mutate: retold({ dates: 'event', status: 'stated' }, 'oskil-crossed-by-ukraine'),
  },
  {
    id: 'A20',
    story: 'Vasylkiv was attacked three times: paratroopers and air raids are told apart, the missiles have no day',
    check: all(
      says(/paratroopers/, 'vasylkiv-assault-begins'),
      says(/air strikes/i, 'vasylkiv-kyiv-airstrikes'),
      offersNoDate('vasylkiv-assault-begins', '2022-02-27', '2022-03-12'),
      offersNoDate('vasylkiv-kyiv-airstrikes', '2022-02-26', '2022-03-12'),
      inexact('vasylkiv-airbase-destroyed'),
    ),
    mutate: retold({ when: '2022-03-12' }, 'vasylkiv-airbase-destroyed'),
  },
  {
    id: 'A21',
    story: 'On 11 March the long convoy had dispersed, or stayed on the road: both shown, neither asked',
    check: all(
      neverAsked('convoy-dispersed', 'convoy-bulk-on-road', 'convoy-elements-deploy'),
      notes(/still on the road/, 'convoy-dispersed'),
    ),
    mutate: retold({ status: 'stated', when: '2022-03-11' }, 'convoy-dispersed'),
  },
  {
    id: 'A22',
    story: 'Brovary has many days: the halted attack and the claimed ambush never offer one of the others',
    check: all(
      ...['brovary-attack-halted', 'brovary-ambush-claim'].map((id) =>
        offersNoDate(id, '2022-03-18', '2022-02-28', '2022-03-04', '2022-03-30/2022-04-01')),
      offersNoDate('brovary-attack-halted', '2022-03-10'),
      offersNoDate('brovary-ambush-claim', '2022-03-21'),
      neverAsked('offensive-abandoned-brovary-boryspil', 'brovary-district-almost-left'),
    ), // prettier-ignore
    mutate: both(
      careless('brovary-attack-halted'),
      retold({ when: '2022-03?' }, 'offensive-abandoned-brovary-boryspil', 'two-routes-blocked'),
    ),
  },
  {
    id: 'A23',
    story: 'Aircraft from 25 February, artillery from the 26th, strikes on the oblast from the 24th: three beginnings, told apart',
    check: all(
      dated({ 'kyiv-centre-bombarded': '2022-02-25', 'kyiv-artillery-begins': '2022-02-26', 'kyiv-oblast-first-strikes': '2022-02-24' }),
      says(/aircraft/, 'kyiv-centre-bombarded'),
      says(/artillery/, 'kyiv-artillery-begins'),
      offersNoDate('kyiv-centre-bombarded', '2022-02-24', '2022-02-26'),
      offersNoDate('kyiv-artillery-begins', '2022-02-24', '2022-02-25'),
    ),
    mutate: retold({ clause: 'Russian forces began to bombard Kyiv', name: null }, 'kyiv-centre-bombarded'),
  },
  {
    id: 'A24',
    story: 'Who breached the Kozarovychi dam is contested: the wording names nobody, the note gives both accounts',
    check: all(
      neverSays(/Russian? (forces )?(attack|breach)|Ukrainian/, 'kozarovychi-dam-attack', 'kozarovychi-flooding'),
      notes(/article .* Russian attack; other accounts .*Ukrainian forces/, 'kozarovychi-dam-attack', 'kozarovychi-flooding'),
      neverAsked('kozarovychi-dam-attack', 'kozarovychi-flooding'),
    ),
    mutate: retold({ clause: 'a Russian attack breached the Kozarovychi dam' }, 'kozarovychi-dam-attack'),
  },
  {
    id: 'A25',
    story: 'The first curfew of Kyiv is dated otherwise elsewhere: no date question',
    check: all(neverAsked('kyiv-curfew'), inexact('kyiv-curfew'), noEvent('dates the curfew', (event) =>
      event.name?.includes('curfew') === true && (isOn(event, '2022-02-26') || isOn(event, '2022-02-24')))), // prettier-ignore
    mutate: retold({ when: '2022-02-26' }, 'kyiv-curfew'),
  },
];
