import { beginAlike, remembered, sameStem, steadied, stemBucket } from './text';

/**
 * Peoples and adjectives that no rule makes of a name: how they begin, by the name. The rest is derived; see `rootsOfName`. Errs towards yes
 * as `sameStem` does: a lost question costs less than a leak.
 */
const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    britain: 'briton britons', carthage: 'punic', cyprus: 'cypriots', denmark: 'danish dane danes', finland: 'finn finns',
    flanders: 'flemish fleming flemings', france: 'french frenchman frenchmen', gaul: 'gallic', greece: 'hellenic hellene hellenes',
    holland: 'dutch dutchman dutchmen', hungary: 'magyar magyars', ireland: 'irish irishman irishmen', liverpool: 'liverpudlian liverpudlians',
    manchester: 'mancunian mancunians', miletus: 'milesian milesians', moscow: 'muscovite muscovites', muscovy: 'muscovite muscovites',
    naples: 'neapolitan neapolitans', netherlands: 'dutch dutchman dutchmen', norway: 'norwegian norwegians norse norsemen',
    peru: 'peruvian peruvians', poland: 'pole poles', scotland: 'scot scots', spain: 'spanish spaniard spaniards',
    switzerland: 'swiss', thailand: 'thai thais', troy: 'trojan trojans', venice: 'venetian venetians', wales: 'welsh welshmen',
    warsaw: 'varsovian varsovians',
    греція: 'грек грека греки греків грекам греками', карфаген: 'пунічний пунічна пунічної пунічні', київ: 'кияни киян киянам киянами киянин',
    нідерланди: 'голландці голландців голландський голландські', німеччина: 'німець німця німці німців німцям німцями', туреччина: 'турок турка турки турків туркам турками',
    фінляндія: 'фін фіни фінів фінам фінський фінська фінське фінські фінських фінської фінського фінські',
    франція: 'француз французи французів французам французами французький французька французьке французькі французьких французької французького',
    чехія: 'чех чехи чехів чехам', швеція: 'швед шведи шведів шведам шведами шведський шведська шведське шведські шведських шведської шведського',
  }).map(([name, words]) => [name, words.split(' ')]),
); // prettier-ignore

/** The shortest beginning of a name by which a form of it is known. */
const SHORTEST = 3;

/** What English names end in that their demonyms leave out, and what demonyms end in instead. */
const EN_ENDINGS: readonly string[] = ['land', 'and', 'os', 'a', 'e', 'o', 's', 'y'];
const EN_DEMONYM = /(?:inian|ian|ean|an|ish|ese|ite|nais)s?$/;

/** What Ukrainian names of lands and towns end in. */
const UK_LAND = /(?:ія|щина|чина|ща|жя)$/;
const UK_ENDING = /[аяоеєиіїьйую]$/;
/** Case endings of nouns, endings of adjectives in -ський, and of peoples. */
const UK_CASE = /(?:ами|ями|ові|еві|єві|ах|ях|ам|ям|ом|ем|єм|ою|ею|єю|ів|їв|[аяоеєиіїьйую])$/;
const UK_ADJECTIVE = /(?:ий|ого|ому|им|ім|ої|ій|ою|их|ими|[аеуі])$/;
const UK_PEOPLE =
  /(?:(?:[лч]?[ая]н|іт|ит)(?:ин|ина|и|ам|ами|ах|ів)?|(?:ець|ц(?:я|ю|еві|ем|і|ів|ям|ями|ях))|як(?:и|ів|ам|ами)?)$/;

/** Every word of the table. */
const IRREGULAR_WORDS: ReadonlySet<string> = new Set([...IRREGULAR.values()].flat());

/** Whether a word of a text is a form of a name's word, or the adjective or people made of it: Іванкова, Київ's київський, Rome's Romans. */
export function isNamedBy(word: string, name: string): boolean {
  if (sameStem(word, name)) return true;
  if (IRREGULAR_WORDS.has(word) && IRREGULAR.get(name)?.includes(word) === true) return true;
  // Two roots that are the same begin with the same two letters: nearly no two words do.
  if (!beginAlike(word, name)) return false;
  const roots = rootsOfName(name);
  return rootsOfWord(word).some((root) => roots.includes(root));
}

/** Under which keys an index keeps a name's word, so that each word that `isNamedBy` it finds it by one of its `wordKeys`. */
export function nameKeys(name: string): readonly string[] {
  return [...new Set([stemBucket(name), ...rootsOfName(name), ...(IRREGULAR.get(name) ?? [])])];
}

/** Under which keys a word of a text is looked up; see `nameKeys`. */
export function wordKeys(word: string): readonly string[] {
  return [stemBucket(word), word, ...rootsOfWord(word)];
}

/** Marks of a root: what may be put behind it. Every form behind a name itself; only an adjective or people behind what is left of a land's. */
const [ANY, LAND] = ['=', '~'];

/** What is left of a name once its ending is gone, marked. */
const rootsOfName = remembered((name): readonly string[] => {
  if (isCyrillic(name)) {
    const roots = [name, name.replace(UK_ENDING, '')].map((root) => ANY + steadyRoot(root));
    const land = name.replace(UK_LAND, '');
    return long(land === name ? roots : [...roots, LAND + landRoot(land)]);
  }
  const short = EN_ENDINGS.filter((ending) => name.endsWith(ending)).map((ending) => name.slice(0, -ending.length));
  return long([name, ...short].map((root) => ANY + root));
});

/** The roots whose form a word may be, marked. */
const rootsOfWord = remembered((word): readonly string[] => {
  if (!isCyrillic(word)) {
    const root = word.replace(EN_DEMONYM, '');
    return root === word ? NONE : long([ANY + root, ANY + root.replace(/(.)\1$/, '$1')]);
  }
  const bare = word.replace(UK_CASE, '');
  const made = [...adjectiveRoots(word), ...peopleRoots(word)];
  return long([
    ...[word, bare].map((root) => ANY + steadyRoot(root)),
    ...made.map((root) => ANY + steadyRoot(root)),
    ...made.map((root) => LAND + landRoot(root)),
  ]);
});

const NONE: readonly string[] = [];

/** Празький, київський, спартанський: the -ськ- swallows a sibilant before it, and an -ан- may stand there that the name has not. */
function adjectiveRoots(word: string): readonly string[] {
  const stem = word.replace(UK_ADJECTIVE, '');
  if (stem === word || !/[сзц]ьк$/.test(stem)) return NONE;
  const roots = [stem.slice(0, -2), ...(stem.endsWith('ськ') ? [stem.slice(0, -3)] : [])];
  return roots.flatMap((root) => [root, root.replace(/(?:[ая]н|ітан|ез)$/, '')]);
}

/** Римляни, венеціанці, поляки. */
function peopleRoots(word: string): readonly string[] {
  const root = word.replace(UK_PEOPLE, '');
  return root === word ? NONE : [root, root.replace(/(?:[ая]н|ітан|ез)$/, '')];
}

/** A root with what changes when something is put behind it as one: vowels, the last consonant (Прага – празький), a vowel that comes and goes. */
function steadyRoot(root: string): string {
  return steadied(root)
    .replace(/[йь]+$/, '')
    .replace(/(?<=^...*)і(?=[^аиіуюя]$)/, '')
    .replace(/[гжз]$/, 'г')
    .replace(/[кцч]$/, 'к')
    .replace(/[хсш]$/, 'х');
}

/** The same of what is left of a land's name: Росія, росіяни and російський have no more in common. */
function landRoot(root: string): string {
  return steadyRoot(root.replace(/[йьіи]+$/, ''));
}

/** Those long enough to be told from a chance likeness, each once; the mark is no letter. */
function long(roots: readonly string[]): readonly string[] {
  return [...new Set(roots)].filter((root) => root.length > SHORTEST);
}

function isCyrillic(word: string): boolean {
  return word.charCodeAt(0) >= 0x400 && word.charCodeAt(0) < 0x530;
}
