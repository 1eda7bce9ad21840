import { capitalise } from '../../src/lib/core/questions/text';
import type { Draw } from '../../src/lib/core/questions/hash';

/** One thing said in both languages. */
interface Said {
  readonly en: string;
  readonly uk: string;
}

const said = (...pairs: readonly string[]): readonly Said[] =>
  pairs.map((pair) => {
    const [en = '', uk = ''] = pair.split(' | ');
    return { en, uk };
  });

/** Who acted: with an article of their own, so that a clause may begin with them. */
const ACTORS = said(
  'miners | шахтарі',
  'a bishop | єпископ',
  'two merchants | двоє купців',
  'the guild of smiths | гільдія ковалів',
  'rebels | повстанці',
  'an admiral | адмірал',
  'settlers | поселенці',
  'the senate | сенат',
  'a queen | королева',
  'pilgrims | паломники',
  'weavers | ткачі',
  'a printer | друкар',
  'horsemen | вершники',
  'the city council | міська рада',
  'sailors | моряки',
  'an astronomer | астроном',
  'students | студенти',
  'a brotherhood | братство',
  'envoys | посли',
  'masons | муляри',
  'bandits | розбійники',
  'a general | генерал',
  'farmers | хлібороби',
  'the parliament | парламент',
  'engineers | інженери',
  'a duke | герцог',
  'scribes | писарі',
  'a caravan | караван',
  'nomads | кочівники',
  'the treasury | скарбниця',
);

/** What they did: past tense, with a plural or a singular subject alike in English; in Ukrainian the past is put impersonally after a dash. */
const DEEDS = said(
  'founded | заснування',
  'burned | спалення',
  'purchased | купівля',
  'repaired | ремонт',
  'besieged | облога',
  'surveyed | обстеження',
  'opened | відкриття',
  'abandoned | полишення',
  'painted | розпис',
  'captured | захоплення',
  'measured | вимірювання',
  'auctioned | продаж',
  'blessed | освячення',
  'flooded | затоплення',
  'restored | відбудова',
  'seized | конфіскація',
  'mapped | картографування',
  'fortified | укріплення',
  'taxed | оподаткування',
  'dismantled | розбирання',
);

const THINGS = said(
  'a copper mill | мідного млина',
  'the northern gate | північної брами',
  'a library of scrolls | бібліотеки сувоїв',
  'three warehouses | трьох складів',
  'the old mint | старого монетного двору',
  'a stone quay | кам’яної пристані',
  'the tithe barn | десятинної комори',
  'a glass foundry | склоробні',
  'the governor’s granary | губернаторської житниці',
  'an aqueduct | акведука',
  'a salt road | соляного шляху',
  'the arsenal | арсеналу',
  'a school of law | школи права',
  'the fishing fleet | рибальського флоту',
  'a botanical garden | ботанічного саду',
  'the signal beacons | сигнальних вогнів',
  'a paper mill | паперового млина',
  'the royal stables | королівських стаєнь',
  'a silver mine | срібної копальні',
  'the customs hall | митної зали',
  'a leper hospital | лепрозорію',
  'the clock workshop | годинникової майстерні',
  'an observatory | обсерваторії',
  'the grain exchange | зернової біржі',
  'a rope walk | линварні',
);

const MEANS = said(
  'with borrowed money | за позичені гроші',
  'without a charter | без грамоти',
  'against all advice | усупереч порадам',
  'under a flag of truce | під білим прапором',
  'despite heavy rain | попри зливу',
  'to general surprise | на загальний подив',
  'for a small fee | за невелику плату',
  'by torchlight | при смолоскипах',
  'after long talks | по довгих перемовинах',
  'at great expense | великим коштом',
  'in secret | таємно',
  'with foreign help | із чужою допомогою',
);

/** The words of one event: with its place (unless that is none) and without. */
export interface MadeWords {
  readonly clause: Said;
  readonly placeless: Said;
  readonly name: Said;
}

function pick(draw: Draw, from: readonly Said[]): Said {
  const one = from[draw.below(from.length)];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
}

/** Words for an event at a place; 180,000 different ones before places are counted. */
export function makeWords(draw: Draw, place: Said | null): MadeWords {
  const [actor, deed, thing, means] = [pick(draw, ACTORS), pick(draw, DEEDS), pick(draw, THINGS), pick(draw, MEANS)];
  const at = place === null ? { en: '', uk: '' } : { en: ` at ${place.en}`, uk: ` (${place.uk})` };
  const clause = (where: Said): Said => ({
    en: `${actor.en} ${deed.en} ${thing.en}${where.en} ${means.en}`,
    uk: `${actor.uk} ${means.uk} – ${deed.uk} ${thing.uk}${where.uk}`,
  });
  return {
    clause: clause(at),
    placeless: clause({ en: '', uk: '' }),
    name: { en: `the ${deed.en.replace(/ed$/u, 'ing')} of ${thing.en}`, uk: `справа про ${deed.uk} ${thing.uk}` },
  };
}

const SYLLABLES = said(
  'ba | ба', 'ver | вер', 'lo | ло', 'min | мін', 'tor | тор', 'ka | ка', 'sel | сел', 'dor | дор', 'ra | ра', 'gan | ган', 'pel | пел', 'zu | зу',
  'hol | хол', 'mar | мар', 'ni | ні', 'kur | кур', 'fen | фен', 'ola | ола', 'bri | брі', 'tus | тус', 'wen | вен', 'da | да', 'shi | ші', 'lak | лак',
); // prettier-ignore

/** A place's name of three or four syllables in both scripts; never the same for two numbers. */
export function makeName(number: number): Said {
  const base = SYLLABLES.length;
  // Multiplying by a number without a common factor scatters neighbours over the alphabet without making two alike.
  let rest = (number * 7919) % base ** 3;
  const overflow = Math.floor(number / base ** 3);
  const digits: number[] = overflow > 0 ? [overflow % base] : [];
  for (let i = 0; i < 3; i++) {
    digits.push(rest % base);
    rest = Math.floor(rest / base);
  }
  const spell = (language: keyof Said): string =>
    capitalise(digits.map((digit) => SYLLABLES[digit]?.[language] ?? '').join(''));
  return { en: spell('en'), uk: spell('uk') };
}
