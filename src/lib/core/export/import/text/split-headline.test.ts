import { expect, it } from 'vitest';
import { splitHeadline } from './split-headline';

it.each<[string, string, readonly string[], boolean]>([
  ['1066: Battle of Hastings', 'Battle of Hastings', ['1066'], false],
  ['44 BC: Assassination of Caesar', 'Assassination of Caesar', ['-0043'], false],
  ['14 October 1066 – Battle of Hastings', 'Battle of Hastings', ['1066-10-14'], false],
  ['In 1066: Battle of Hastings', 'Battle of Hastings', ['1066'], false],
  ['Battle of Hastings (14 October 1066)', 'Battle of Hastings', ['1066-10-14'], false],
  ['Battle of Hastings (1066), Sussex', 'Battle of Hastings, Sussex', ['1066'], false],
  ['First World War (1914–1918)', 'First World War', ['1914/1918'], false],
  ['Treaty of Paris, 1763', 'Treaty of Paris', ['1763'], false],
  ['Battle of Kursk – July 1943', 'Battle of Kursk', ['1943-07'], false],
  ['Raid on the port, October 5, 1944', 'Raid on the port', ['1944-10-05'], false],
  ['Assassination in Sarajevo in 1914', 'Assassination in Sarajevo', ['1914'], false],
  ['On 2 March 2022, forces captured Ivankiv', 'forces captured Ivankiv', ['2022-03-02'], true],
  ['On March 2, 2022, forces captured Ivankiv', 'forces captured Ivankiv', ['2022-03-02'], true],
  ['On 2 March 2022 forces captured Ivankiv', 'forces captured Ivankiv', ['2022-03-02'], true],
  ['In 1066, William landed', 'William landed', ['1066'], true],
  ['2 березня 2022 року війська взяли Іванків', 'війська взяли Іванків', ['2022-03-02'], true],
  ['1066: Battle of Hastings (14 October)', 'Battle of Hastings', ['1066-10-14', '1066'], false],
  ['Revolution of 1848', 'Revolution of 1848', [], false],
  ['1956 Summer Olympics', '1956 Summer Olympics', [], false],
  ['Apollo 11: landing', 'Apollo 11: landing', [], false],
  ['The siege (second phase)', 'The siege (second phase)', [], false],
  ['Battle of Kyiv', 'Battle of Kyiv', [], false],
  ['1848', '', ['1848'], false],
  ['5/6/1944: Landing', 'Landing', ['1944-06-05'], false],
])('%s', (headline, words, dates, clause) => {
  const split = splitHeadline(headline, '1066');
  expect(split.words).toBe(words);
  expect(split.dates.map(({ when }) => when)).toEqual(dates);
  expect(split.clause).toBe(clause);
});
