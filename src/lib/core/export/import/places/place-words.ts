import type { PlaceKind } from '../../../packs/pack';
import { foldName } from '../../../places/fold';

/** States of today by the names that English uses; Georgia is left out, since it is a state of America too. */
const COUNTRIES = folded(
  'Afghanistan, Albania, Algeria, Andorra, Angola, Antigua and Barbuda, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain, ' +
    'Bangladesh, Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia and Herzegovina, Botswana, Brazil, Brunei, Bulgaria, ' +
    'Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Cape Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros, ' +
    'Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Czechia, Democratic Republic of the Congo, Denmark, Djibouti, Dominica, ' +
    'Dominican Republic, East Timor, Ecuador, Egypt, El Salvador, Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, ' +
    'France, Gabon, Gambia, Germany, Ghana, Greece, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hungary, Iceland, ' +
    'India, Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait, ' +
    'Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia, Maldives, ' +
    'Mali, Malta, Marshall Islands, Mauritania, Mauritius, Mexico, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, ' +
    'Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Norway, Oman, Pakistan, Palau, Panama, ' +
    'Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Saint Lucia, Samoa, San Marino, ' +
    'Saudi Arabia, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia, Solomon Islands, Somalia, South Africa, ' +
    'South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo, ' +
    'Tonga, Trinidad and Tobago, Tunisia, Turkey, Turkmenistan, Tuvalu, Uganda, Ukraine, United Arab Emirates, United Kingdom, United States, ' +
    'United States of America, Uruguay, Uzbekistan, Vanuatu, Vatican City, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, ' +
    'Україна, Польща, Німеччина, Франція, Італія, Іспанія, Велика Британія, Росія, Білорусь, Румунія, Молдова, Угорщина, Словаччина, Чехія, ' +
    'Австрія, Туреччина, Греція, Болгарія, Литва, Латвія, Естонія, Фінляндія, Швеція, Норвегія, Данія, Бельгія, Нідерланди, Швейцарія, Японія, Китай, США',
); // prettier-ignore

/** Parts of states that a name is often followed by. Georgia and Washington have namesakes of another kind and are left out. */
const REGIONS = folded(
  'England, Scotland, Wales, Northern Ireland, Crimea, Bavaria, Saxony, Sicily, Sardinia, Normandy, Brittany, Catalonia, Andalusia, ' +
    'Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, ' +
    'Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, ' +
    'New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, ' +
    'South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, ' +
    'Alberta, British Columbia, Manitoba, Nova Scotia, Ontario, Quebec, Saskatchewan, New South Wales, Queensland, Tasmania',
); // prettier-ignore

function folded(names: string): ReadonlySet<string> {
  return new Set(names.split(', ').map(foldName));
}

/** What a name calls its place: the last word in English, the first or last in Ukrainian. */
const KIND_WORDS: readonly (readonly [RegExp, PlaceKind])[] = [
  [/ (?:oblast|область)$/u, 'oblast'],
  [/ (?:raion|район)$/u, 'raion'],
  [/ (?:region|province|county|voivodeship|регіон)$/u, 'region'],
  [/ (?:international airport|airport|аеропорт)$|^аеропорт /u, 'airport'],
  [/ (?:air ?base|авіабаза)$/u, 'airbase'],
  [/ (?:bridge|міст)$|^міст /u, 'bridge'],
  [/ (?:river|річка)$|^(?:river|річка) /u, 'river'],
  [/ (?:reservoir|водосховище)$/u, 'reservoir'],
  [/ (?:dam|гребля)$/u, 'dam'],
  [/ (?:island|острів)$|^острів /u, 'island'],
  [/ (?:power plant|power station|електростанція)$/u, 'plant'],
];

/** The kind that a name tells; null where it tells none. */
export function kindByName(name: string): PlaceKind | null {
  if (isCountry(name)) return 'country';
  if (REGIONS.has(foldName(name))) return 'region';
  return KIND_WORDS.find(([word]) => word.test(name.toLowerCase()))?.[1] ?? null;
}

export function isCountry(name: string): boolean {
  return COUNTRIES.has(foldName(name));
}

/** A place's name and the containers that it carries, nearest first. */
export interface SplitName {
  readonly name: string;
  readonly containers: readonly { readonly name: string; readonly kind: PlaceKind }[];
}

/**
 * `Paris, France` is Paris in France, `Hastings, East Sussex, England` lies in both. Only where the last part is a known state or
 * region is that sure; else the whole is the name.
 */
export function splitPlaceName(written: string): SplitName {
  const parts = written.split(/\s*,\s*/u);
  const [name = '', ...rest] = parts;
  const last = rest.at(-1);
  const lastKind = last === undefined ? null : kindByName(last);
  const sure = lastKind === 'country' || lastKind === 'region' || lastKind === 'oblast';
  if (!sure || name === '' || rest.length > 3 || rest.includes('')) return { name: written, containers: [] };
  return { name, containers: rest.map((each) => ({ name: each, kind: kindByName(each) ?? 'region' })) };
}
