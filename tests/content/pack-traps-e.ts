import {
  all, asksDate, claimed, dateOf, hasStatus, inexact, isSensitive, neverAsked, noEvent, noPlace, notes, retold, says, type Trap,
} from './pack-traps'; // prettier-ignore

const ISW = /Institute for the Study of War/;
const BRITISH = /British Ministry of Defence|British military intelligence/;
const GANCHEV = [
  'ganchev-inalienable-statement', 'ganchev-referendum-statement', 'ganchev-twenty-settlements', 'ganchev-december-2024-civilians',
  'kupiansk-raion-34-settlements', 'khark-services-citizenship', 'russian-election-voting', 'ganchev-seventy-settlements',
]; // prettier-ignore

/** Attributed and disputed claims. */
export const TRAPS_E: readonly Trap[] = [
  {
    id: 'E1',
    story: 'The death of Tushayev is disputed by the article itself',
    check: all(hasStatus('disputed', 'tushayev-killed'), neverAsked('tushayev-killed'), notes(/disputed/, 'tushayev-killed')),
    mutate: retold({ status: 'reported', according: 'Ukrainian intelligence' }, 'tushayev-killed'),
  },
  {
    id: 'E2',
    story: 'Whether Colonel Medvedev died is doubted, and the doubt is shown with it',
    check: all(
      hasStatus('disputed', 'medvedev-rammed'),
      neverAsked('medvedev-rammed', 'sabbagh-assessment'),
      notes(/Dan Sabbagh .*little evidence/, 'medvedev-rammed'),
      claimed(/Dan Sabbagh/, 'sabbagh-assessment'),
    ),
    mutate: retold({ note: null }, 'medvedev-rammed'),
  },
  {
    id: 'E3',
    story: '“Completely encircled” was retracted',
    check: all(
      hasStatus('disputed', 'klitschko-encircled-remark'),
      claimed(/Klitschko/, 'klitschko-encircled-remark'),
      notes(/taken back/, 'klitschko-encircled-remark'),
      neverAsked('klitschko-encircled-remark'),
    ),
    mutate: retold({ status: 'stated' }, 'klitschko-encircled-remark'),
  },
  {
    id: 'E4',
    story: 'Thirty soldiers stopped the attack, say the Ukrainians, and the sentences after it hang on that',
    check: all(
      claimed(/Ukrainian side/, 'sof-thirty-halt-claim', 'belarus-advance-stalled-by-ambush'),
      neverAsked('sof-thirty-halt-claim', 'belarus-advance-stalled-by-ambush'),
    ),
    mutate: retold({ status: 'stated', according: null }, 'belarus-advance-stalled-by-ambush'),
  },
  {
    id: 'E5',
    story: 'Plots to assassinate are read about, with their source, and never asked',
    check: all(
      isSensitive('zelenskyy-assassination-attempts', 'zelenskyy-attempts-foiled-by-fsb-leak', 'chechen-141st-plot'),
      hasStatus('reported', 'zelenskyy-assassination-attempts'),
      claimed(/Ukrainian government/, 'zelenskyy-attempts-foiled-by-fsb-leak'),
      neverAsked('chechen-141st-plot'),
    ),
    mutate: retold({ sensitive: false }, 'chechen-141st-plot'),
  },
  {
    id: 'E6',
    story: 'Two hundred dead and no loss of its own is what the Russian government claims',
    check: all(
      claimed(/Russian government/, 'antonov-russia-200-claim'),
      neverAsked('antonov-russia-200-claim'),
      notes(/stands against/, 'antonov-russia-200-claim'),
    ),
    mutate: retold({ status: 'stated' }, 'antonov-russia-200-claim'),
  },
  {
    id: 'E7',
    story: 'Sixty saboteurs killed is a claim of Ukrainian forces',
    check: all(claimed(/Ukrainian forces/, 'kyiv-sixty-saboteurs-claim'), neverAsked('kyiv-sixty-saboteurs-claim')),
    mutate: retold({ status: 'stated', according: null }, 'kyiv-sixty-saboteurs-claim'),
  },
  {
    id: 'E8',
    story: 'The ambush at Brovary: 10 March is the day on which Ukrainian forces claimed it',
    check: all(
      dateOf('statement', 'brovary-ambush-claim'),
      asksDate('brovary-ambush-claim'),
      claimed(/Ukrainian forces/, 'brovary-ambush-claim', 'zakharo-killed-claim'),
      neverAsked('zakharo-killed-claim'),
    ),
    mutate: retold({ dates: 'event' }, 'brovary-ambush-claim'),
  },
  {
    id: 'E9',
    story: 'The column of Makariv, two Su-35 and the losses at Lukianivka are claims, the last of nobody',
    check: all(
      claimed(/Ukrainian forces/, 'makariv-column-claim'),
      claimed(/Ukrainian Air Force/, 'su35-claim'),
      hasStatus('reported', 'lukyanovka-losses-claim'),
      neverAsked('makariv-column-claim', 'su35-claim', 'lukyanovka-losses-claim'),
    ),
    mutate: retold({ status: 'stated', when: '2022-03-24' }, 'lukyanovka-losses-claim'),
  },
  {
    id: 'E10',
    story: 'What missiles destroyed at Vasylkiv and Brovary the Russian spokesman said',
    check: all(
      claimed(/Russian defence ministry spokesman/, 'konashenkov-vasylkiv-statement', 'konashenkov-brovary-claim'),
      dateOf('statement', 'konashenkov-vasylkiv-statement', 'konashenkov-brovary-claim'),
      neverAsked('konashenkov-vasylkiv-statement', 'konashenkov-brovary-claim'),
    ),
    mutate: retold({ according: null, status: 'stated', dates: 'event' }, 'konashenkov-brovary-claim'),
  },
  {
    id: 'E11',
    story: 'Peremoha, the journalists, the buses of Hostomel, Maks Levin: read about with who says so',
    check: all(
      isSensitive('peremoha-evacuation-shot', 'renaud-killed', 'hall-wounded', 'zakrzewski-kuvshynova-killed', 'herashchenko-statement',
        'hostomel-evacuation-buses', 'levin-missing', 'levin-found-dead', 'levin-prosecutor-claim'),
      claimed(/Security Service of Ukraine/, 'peremoha-evacuation-shot'),
      claimed(/Herashchenko/, 'herashchenko-statement'),
      claimed(/National Police/, 'hostomel-evacuation-buses'),
      claimed(/prosecutor/, 'levin-prosecutor-claim'),
      hasStatus('reported', 'renaud-killed'),
    ), // prettier-ignore
    mutate: retold({ sensitive: false }, 'hall-wounded'),
  },
  {
    id: 'E12',
    story: 'Training centre and bunker are what Russia claimed',
    check: all(
      claimed(/^Russia$/, 'training-center-description', 'mykolaivka-bunker-claim'),
      says(/what Russia called/, 'kyiv-missile-strikes'),
      neverAsked('training-center-description', 'mykolaivka-bunker-claim'),
    ),
    mutate: retold({ clause: 'Russian missiles hit a special forces training centre in Kyiv' }, 'kyiv-missile-strikes'),
  },
  {
    id: 'E13',
    story: 'Assessments belong to who made them, and what somebody apparently intended is no fact',
    check: all(
      claimed(/Estonian intelligence/, 'estonian-convoy-estimate'),
      claimed(/Royal United Services Institute/, 'rusi-stalled-assessment'),
      claimed(ISW, 'isw-pause-assessment', 'failed-encirclement-attacks', 'isw-hostomel-salient', 'isw-chaiko-assessment', 'isw-remnants',
        'isw-combat-ineffective'),
      claimed(BRITISH, 'uk-25km-report', 'uk-heavy-losses-report', 'uk-35km-assessment', 'uk-still-holding-positions'),
      dateOf('plan', 'kyiv-rapid-seizure-plan'),
      neverAsked('kyiv-rapid-seizure-plan', 'isw-pause-assessment', 'failed-encirclement-attacks'),
    ), // prettier-ignore
    mutate: retold({ status: 'stated', according: null }, 'failed-encirclement-attacks'),
  },
  {
    id: 'E14',
    story: 'What Ganchev said is his, and every question names what he was',
    check: all(claimed(/^the Russian-appointed administration head Vitaly Ganchev$/, ...GANCHEV), noPlace(...GANCHEV)),
    mutate: retold({ according: 'Vitaly Ganchev' }, 'ganchev-inalienable-statement'),
  },
  {
    id: 'E15',
    story: 'The referendum of November was a plan, as Ukrainian intelligence says, and never held',
    check: all(
      claimed(/Ukrainian intelligence/, 'november-referendum-plan'),
      dateOf('plan', 'november-referendum-plan'),
      notes(/never held/, 'november-referendum-plan'),
      neverAsked('november-referendum-plan'),
    ),
    mutate: retold({ dates: 'event', status: 'stated' }, 'november-referendum-plan'),
  },
  {
    id: 'E16',
    story: 'That Dvorichna was taken is what Russian officials claimed, on the day of the claim',
    check: all(
      claimed(/Russian officials/, 'dvorichna-retaken-claim'),
      dateOf('statement', 'dvorichna-retaken-claim'),
      noPlace('dvorichna-retaken-claim'),
    ),
    mutate: retold({ dates: 'event', status: 'stated', according: null }, 'dvorichna-retaken-claim'),
  },
  {
    id: 'E17',
    story: 'The poisoned cakes of Izium: the Ukrainian government’s account, dated by its statement, never asked',
    check: all(
      isSensitive('izium-poisoning-statement'),
      claimed(/Ukrainian government/, 'izium-poisoning-statement'),
      dateOf('statement', 'izium-poisoning-statement'),
      neverAsked('izium-poisoning-statement'),
    ),
    mutate: retold({ sensitive: false }, 'izium-poisoning-statement'),
  },
  {
    id: 'E18',
    story: 'Basements, lists and barred convoys of Izium are told with their source, or as reported',
    check: all(
      isSensitive('izium-basements', 'izium-hunt-lists', 'izium-convoys-barred'),
      claimed(/The Guardian/, 'izium-basements', 'izium-hunt-lists'),
      hasStatus('reported', 'izium-convoys-barred'),
    ),
    mutate: retold({ status: 'stated' }, 'izium-hunt-lists'),
  },
  {
    id: 'E19',
    story: 'Who was behind the car bomb of Belgorod only an anonymous source tells',
    check: all(
      isSensitive('slisarenko-killed', 'slisarenko-sbu-claim'),
      claimed(/anonymous source/, 'slisarenko-sbu-claim'),
      neverAsked('slisarenko-killed', 'slisarenko-sbu-claim'),
    ),
    mutate: retold({ status: 'stated', according: null }, 'slisarenko-sbu-claim'),
  },
  {
    id: 'E20',
    story: 'Zhytomyr Oblast: community head, military, a soldier, officials, governor, General Staff; Malyn was never occupied',
    check: all(
      claimed(/head of the Ovruch/, 'vystupovychi-crossing-untouched'),
      claimed(/Ukrainian military/, 'malyn-occupation-plan', '10th-brigade-holds-border'),
      claimed(/member of the 10th/, 'malyn-battles-25km'),
      claimed(/Ukrainian officials/, 'zhyt-cleared-claim'),
      claimed(/Buchenko/, 'buchenko-mines-claim'),
      claimed(/General Staff/, 'two-btgs-zhytomyr-claim'),
      notes(/never occupied/, 'malyn-occupation-plan'),
    ),
    mutate: retold({ dates: 'event', clause: 'Russian forces occupied the city of Malyn', note: null }, 'malyn-occupation-plan'),
  },
  {
    id: 'E21',
    story: 'An announcement is dated by itself, not by what it announces',
    check: all(
      says(/announce/, 'counteroffensive-announced', 'fomin-withdrawal-announced', 'mod-oskil-withdrawal-announced'),
      asksDate('counteroffensive-announced', 'fomin-withdrawal-announced'),
      notes(/announcement/, 'counteroffensive-announced', 'fomin-withdrawal-announced'),
    ),
    mutate: retold({ clause: 'the Ukrainian counter-offensive near Kyiv began', name: null }, 'counteroffensive-announced'),
  },
  {
    id: 'E22',
    story: 'The dead of Bucha are told as the authorities tell of them, and never asked',
    check: all(
      isSensitive('bucha-300-executed', 'bucha-evidence-found', 'bucha-bodies-found', 'bucha-458-deaths', 'kyiv-oblast-1300-deaths'),
      claimed(/Ukrainian authorities/, 'bucha-300-executed'),
      claimed(/Ukraine/, 'bucha-evidence-found'),
    ),
    mutate: retold({ sensitive: false }, 'bucha-458-deaths'),
  },
  {
    id: 'E23',
    story: 'Three thousand dead is what Reznikov recalled',
    check: all(claimed(/Reznikov/, 'reznikov-3000-dead', 'reznikov-recollection'), neverAsked('reznikov-3000-dead', 'reznikov-recollection')),
    mutate: retold({ status: 'stated', when: '2022-02' }, 'reznikov-3000-dead'),
  },
  {
    id: 'E24',
    story: 'Within twenty miles on the opening day is what Lloyd Austin said, and the stem says so',
    check: all(claimed(/Lloyd Austin/, 'austin-20-miles-first-day'), asksDate('austin-20-miles-first-day')),
    mutate: retold({ status: 'stated', according: null }, 'austin-20-miles-first-day'),
  },
  {
    id: 'E25',
    story: 'Three of eighty survived, reportedly',
    check: all(hasStatus('reported', 'omon-convoy-survivors'), neverAsked('omon-convoy-survivors')),
    mutate: retold({ status: 'stated', when: '2022-02-25' }, 'omon-convoy-survivors'),
  },
  {
    id: 'E26',
    story: 'US officials said on 26 April that intelligence had helped: the statement is dated, not the downing',
    check: all(
      claimed(/US officials/, 'us-intel-il76-statement'),
      dateOf('statement', 'us-intel-il76-statement'),
      inexact('vasylkiv-il76-downed'),
    ),
    mutate: retold({ dates: 'event', status: 'stated' }, 'us-intel-il76-statement'),
  },
  {
    id: 'E27',
    story: 'Quotations without a speaker have no “who said”: reported, and not asked',
    check: all(
      hasStatus('reported', 'offensive-abandoned-brovary-boryspil', 'infrastructure-shelled', 'brovary-district-almost-left',
        'lukyanovka-losses-claim', 'emd-command-post-claim'),
      neverAsked('offensive-abandoned-brovary-boryspil', 'infrastructure-shelled', 'brovary-district-almost-left', 'emd-command-post-claim'),
      noEvent('names a speaker whom the article does not name', ({ id, according }) =>
        ['offensive-abandoned-brovary-boryspil', 'brovary-district-almost-left'].includes(id) && according !== null),
    ), // prettier-ignore
    mutate: retold({ according: 'the Ukrainian General Staff' }, 'offensive-abandoned-brovary-boryspil'),
  },
];
