import { loadFormats } from '../catalogue';
import { encodeSet } from '../share/share-code';
import { itemsWith, readReturning } from './desk-back';
import { checkExport, exportSetOf, infoOf, writeExport } from './desk-export';
import { DeskPacks } from './desk-packs';
import type { DeskTask, DeskWork, DeskWorks } from './desk-task';
import { another, draw, surveyOf, viewsOf } from './desk-views';
import type { SavedSet } from '../../questions/saved-set/saved-set';
import type { ExportSet } from '../export-set';

type Answer = DeskWorks[DeskWork]['answer'];

/** Does what a desk asks for. Keeps the packs it was given, and the set that it wrote or looked at last. */
export class DeskWorker {
  readonly #packs = new DeskPacks();
  #last: { readonly key: string; readonly made: ExportSet } | null = null;

  /** The answer is of the kind of the task: see `DeskWorks`. */
  async work(task: DeskTask): Promise<Answer> {
    switch (task.is) {
      case 'pack':
        this.#packs.put(task.pack);
        this.#last = null;
        return null;
      case 'survey':
        return surveyOf(this.#packs.generator(task.pack, task.language), this.#packs.hasMap(task.pack));
      case 'draw':
        return draw(this.#packs.generatorFor(task.set), task, this.#packs.hasMap(task.set.pack.id));
      case 'another':
        return another(this.#packs.generatorFor(task.set), task, this.#packs.hasMap(task.set.pack.id));
      case 'views':
        return viewsOf(this.#packs.generatorFor(task.set), task.items, this.#packs.hasMap(task.set.pack.id));
      case 'formats':
        return (await loadFormats()).map(infoOf);
      case 'preflight':
        return checkExport(this.#exported(task.set), task.format, task.options, task.words);
      case 'write':
        return writeExport(this.#exported(task.set), task.format, task.options);
      case 'share':
        return encodeSet(task.set, this.#packs.generatorFor(task.set).context.index);
      case 'back':
        return readReturning(
          this.#exported(task.set),
          task.base === null ? null : this.#exported(task.base),
          task.text,
        );
      case 'changed':
        return itemsWith(this.#packs.generatorFor(task.set), task.set, task.changes);
    }
  }

  #exported(set: SavedSet): ExportSet {
    // A preflight is asked again with every choice, and then the file is written: the questions are made once.
    const key = JSON.stringify(set);
    if (this.#last?.key === key) return this.#last.made;
    const made = exportSetOf(this.#packs.generatorFor(set), set, this.#packs.drawMap(set.pack.id));
    this.#last = { key, made };
    return made;
  }
}
