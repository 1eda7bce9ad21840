import { createGenerator } from '../../src/lib/core/questions/generator';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import type { Language, Question } from '../../src/lib/core/questions/question';
import { makeSet } from '../../src/lib/core/questions/question-set';
import { itemOf, type SavedSet } from '../../src/lib/core/questions/saved-set/saved-set';
import { readUkraineMap, readUkrainePack } from '../content/pack-kit';
import { savedSet } from './saved-set';

/** A set of the first pack with questions of every form, as a teacher has it on the device, and its questions. */
export async function teacherSet(
  language: Language,
  count = 18,
): Promise<{ readonly set: SavedSet; readonly questions: readonly Question[] }> {
  const pack = await readUkrainePack();
  const generator = createGenerator(indexPack(pack), { language, shapes: readUkraineMap() });
  const wish = { kinds: [], forms: [], storylines: [], difficulty: null, fact: null, count };
  const { questions } = makeSet(generator, wish, 7);
  const id = `printed-${language}`;
  const set = savedSet({ id, language, seed: 7, revision: 2, items: questions.map(itemOf), pack: { id: pack.id, version: pack.version } }); // prettier-ignore
  return { set, questions };
}
