import { describe, expect, it } from 'vitest';
import { isNamedBy, nameKeys, wordKeys } from './demonyms';

const FORMS: readonly string[] = [
  'rome: roman romans', 'paris: parisian parisians', 'athens: athenian athenians', 'carthage: carthaginian punic', 'venice: venetian',
  'france: french frenchmen', 'poland: polish poles', 'denmark: danish danes', 'spain: spanish spaniards', 'netherlands: dutch',
  'scotland: scottish scots', 'finland: finnish finns', 'troy: trojan trojans', 'samos: samian', 'novgorod: novgorodians',
  'київ: києва київський київські кияни', 'рим: риму римі римський римляни римлян', 'бар: бару барський', 'прага: празі празький празької',
  'рига: ризі ризький', 'троя: трої троянці', 'афіни: афінський афіняни', 'спарта: спартанський спартанці', 'львів: львова львівський',
  'харків: харківський харків’яни', 'одеса: одеський одесити', 'венеція: венеційський венеціанці', 'запоріжжя: запорозький запорожці',
  'росія: російський росіяни', 'україна: українські українці', 'англія: англійський англійці', 'польща: польський поляки поляків',
  'греція: грецький греки', 'німеччина: німецький німці', 'туреччина: турецький турки', 'чехія: чеські чехи', 'литва: литовський литовці',
  'москва: московський москвичі', 'угорщина: угорський угорці', 'норвегія: норвезький норвежці', 'суми: сум сумський', 'лубни: лубен',
  'неаполь: неаполітанський', 'генуя: генуезці', 'єгипет: єгиптяни',
]; // prettier-ignore

const pairs = FORMS.flatMap((row) => {
  const [name = '', words = ''] = row.split(': ');
  return words.split(' ').map((word) => [name, word.replace('’', '')] as const);
});

describe('the people and the adjective of a name give it away (L3)', () => {
  it.each(pairs)('%s: %s', (name, word) => {
    expect(isNamedBy(word, name)).toBe(true);
    expect(nameKeys(name).some((key) => wordKeys(word).includes(key))).toBe(true);
  });

  it.each([
    ['росія', 'ріс'],
    ['росія', 'роси'],
    ['данія', 'даними'],
    ['польща', 'полі'],
    ['буча', 'бухту'],
    ['суми', 'сумка'],
    ['rome', 'romance'],
    ['poland', 'police'],
    ['finland', 'final'],
    ['spain', 'span'],
    ['nice', 'nick'],
  ])('%s is not in %s', (name, word) => {
    expect(isNamedBy(word, name)).toBe(false);
  });
});
