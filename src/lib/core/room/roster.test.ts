import { expect, test } from 'vitest';
import { readRoster, ROSTER_MOST } from './roster';

test.each<readonly [string, string, readonly string[]]>([
  ['a line a pupil', 'Olena Koval\nTaras Melnyk\n\n', ['Olena Koval', 'Taras Melnyk']],
  ['numbered, as lists are', '1. Коваль Олена\r\n2) Мельник Тарас', ['Коваль Олена', 'Мельник Тарас']],
  [
    'CSV with a head, marks and mail',
    'Surname,Name,Class,Mail\nKoval,Olena,9-A,o@x.example\nMelnyk,Taras,9-A,t@x.example',
    ['Koval Olena', 'Melnyk Taras'],
  ],
  [
    'cells of a spreadsheet',
    '№\tПІБ\tБал\n1\tКоваль Олена\t11\n2\tМельник Тарас\t9',
    ['Коваль Олена', 'Мельник Тарас'],
  ],
  ['quotes and semicolons', '\uFEFF"Koval; Olena";9\n"O""Neill, Tara";10', ['Koval; Olena', 'O"Neill, Tara']],
  ['the same name twice is one', 'Ada\nAda', ['Ada']],
])('%s', (_, text, names) => {
  expect(readRoster(text)).toEqual(names);
});

test('of a file that is no class list there are never more than so many', () => {
  expect(readRoster(Array.from({ length: 5000 }, (_, i) => `Pupil ${'abcdefghij'[i % 10] ?? ''}${String(i)}`).join('\n'))).toHaveLength(ROSTER_MOST); // prettier-ignore
  expect(readRoster('')).toEqual([]);
});
