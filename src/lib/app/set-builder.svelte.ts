import type { DeskSurvey, Drawn, ItemView } from '$lib/core/export/desk/desk-task';
import type { Language } from '$lib/core/questions/question';
import type { Edit, SavedSet, SetItem, SetWish } from '$lib/core/questions/saved-set/saved-set';
import { begun, changed, redone, undone } from './history';
import type { History } from './history';
import { ItemViews } from './item-views.svelte';
import type { Bench, Clock, PackSummary, SetStore } from './ports';
import {
  contentOf,
  editedAt,
  filledIn,
  isSameContent,
  movedBy,
  removedAt,
  replacedAt,
  withContent,
} from './set-changes';
import type { SetContent } from './set-changes';
import { SetKeeper } from './set-keeper.svelte';

export interface SetBuilderParts {
  readonly set: SavedSet;
  /** It is on the disk already; else it is put there with its first questions. */
  readonly stored: boolean;
  readonly pack: PackSummary;
  readonly bench: Bench;
  readonly store: SetStore;
  readonly clock: Clock;
  /** 0 … 2³²−1, another each time. */
  readonly drawSeed: () => number;
}

/** Questions shown at first, and with each further step. */
const STEP = 50;

/** One set of questions on the desk: drawing, looking, changing, undoing; everything is written down as it happens. */
export class SetBuilder {
  readonly pack: PackSummary;
  survey: DeskSurvey | null = $state.raw(null);
  /** A set is being drawn. */
  drawing = $state(false);
  /** Why fewer than wanted were drawn last; null: as many as wanted. */
  short: { readonly got: number; readonly wanted: number; readonly leftOut: Drawn['leftOut'] } | null =
    $state.raw(null);
  /** Nothing is left to take the place of a question. */
  exhausted = $state(false);
  shown = $state(STEP);
  /** It is on the disk. */
  stored = $state(false);
  /** What is shown came from another tab just now; undo leads back to what was here. */
  fromElsewhere = $state(false);
  readonly keeper: SetKeeper;
  readonly #stop: () => void;
  readonly #parts: SetBuilderParts;
  readonly #views: ItemViews;
  #set: SavedSet;
  #history: History<SetContent>;
  /** Facts that were put back, so that "another" does not bring them at once. */
  #refused: readonly string[] = [];

  constructor(parts: SetBuilderParts) {
    this.#parts = parts;
    this.pack = parts.pack;
    this.#set = $state.raw(parts.set);
    this.stored = parts.stored;
    this.#history = $state.raw(begun(contentOf(parts.set)));
    this.#views = new ItemViews(parts.bench);
    this.keeper = new SetKeeper(parts.store, parts.stored ? parts.set : null);
    this.#stop = parts.store.onChange((id) => {
      if (id === this.#set.id) void this.lookAgain();
    });
  }

  get set(): SavedSet {
    return this.#set;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** Reads the pack and makes the first questions. */
  async open(): Promise<void> {
    await Promise.all([this.#lookAround(), this.#look()]);
  }

  close(): void {
    this.#stop();
    this.#parts.bench.close();
  }

  /** Looks whether another tab has changed the set: its state is taken over, or, where changes of this tab wait, a conflict is shown. */
  async lookAgain(): Promise<void> {
    const now = await this.#parts.store.get(this.#set.id);
    if (now.ok && this.keeper.isNews(now.value) && now.value !== null) await this.#takeOver(now.value);
  }

  /** Ends a conflict with the other tab's state; undo leads back to this one's. */
  async takeTheirs(): Promise<void> {
    await this.lookAgain();
    const theirs = this.keeper.conflict?.theirs;
    if (theirs != null) await this.#takeOver(theirs);
  }

  /** Ends a conflict with this tab's state; undo leads to the other one's, if that is there. */
  async keepMine(): Promise<void> {
    await this.lookAgain();
    const { conflict } = this.keeper;
    if (conflict === null) return;
    const { theirs } = conflict;
    const mine = this.#history.present;
    this.keeper.know(theirs);
    // The newer of both numbers: what is exported next is newer than anything that either tab has let out.
    const revision = Math.max(this.#set.revision, theirs?.revision ?? 0);
    this.#set = { ...this.#set, revision, exported: theirs?.exported ?? this.#set.exported };
    const history = this.#history;
    const fresh = { ...mine };
    await this.#go(
      theirs === null ? { ...history, present: fresh } : changed(changed(history, contentOf(theirs)), fresh),
    );
  }

  viewOf(item: SetItem): ItemView | null {
    return this.#views.of(this.#set, item);
  }

  async showMore(): Promise<void> {
    this.shown += STEP;
    await this.#look();
  }

  /** Draws the set anew as wished; what is locked stays. */
  async draw(wish: SetWish, language: Language): Promise<void> {
    this.drawing = true;
    const seed = this.#set.items.length === 0 ? this.#set.seed : this.#parts.drawSeed();
    const next = { ...contentOf(this.#set), wish, language, seed };
    const kept = this.#set.items.filter(({ locked }) => locked);
    const count = Math.max(0, wish.count - kept.length);
    const drawn = count === 0 ? { items: [], leftOut: {} } : await this.#parts.bench.ask('draw', { set: { ...this.#sent(), ...next }, wish: { ...wish, count }, kept, without: [] }); // prettier-ignore
    const items = filledIn(this.#set.items, drawn.items);
    this.short = drawn.items.length < count ? { got: items.length, wanted: wish.count, leftOut: drawn.leftOut } : null;
    this.#refused = [];
    await this.#change({ ...next, items });
    if (language !== this.#set.language || this.survey === null) await this.#lookAround();
    this.drawing = false;
  }

  /** Another question like the one there. */
  async replace(at: number): Promise<void> {
    const item = this.#set.items[at];
    if (item === undefined) return;
    const ask = (): Promise<Drawn> => this.#parts.bench.ask('another', { set: this.#sent(), at, without: this.#refused }); // prettier-ignore
    let [fresh] = (await ask()).items;
    // All have had their turn: those that were refused first may come again.
    if (fresh === undefined && this.#refused.length > 0) {
      this.#refused = [];
      [fresh] = (await ask()).items;
    }
    this.exhausted = fresh === undefined;
    if (fresh === undefined || this.#set.items[at] !== item) return;
    this.#refused = [...this.#refused, item.fact];
    await this.#change({ ...contentOf(this.#set), items: replacedAt(this.#set.items, at, fresh) });
  }

  /** One more question that goes with the others. */
  async add(): Promise<void> {
    const { wish, items } = this.#set;
    const drawn = await this.#parts.bench.ask('draw', { set: this.#sent(), wish: { ...wish, count: 1 }, kept: items, without: this.#refused }); // prettier-ignore
    this.exhausted = drawn.items.length === 0;
    if (this.exhausted) return;
    this.shown = Math.max(this.shown, this.#set.items.length + 1);
    await this.#change({ ...contentOf(this.#set), items: [...this.#set.items, ...drawn.items] });
  }

  remove(at: number): Promise<void> {
    const fact = this.#set.items[at]?.fact;
    if (fact !== undefined) this.#refused = [...this.#refused, fact];
    return this.#items(removedAt(this.#set.items, at));
  }

  move(at: number, by: number): Promise<void> {
    return this.#items(movedBy(this.#set.items, at, by));
  }

  toggleLock(at: number): Promise<void> {
    const item = this.#set.items[at];
    return item === undefined
      ? Promise.resolve()
      : this.#items(replacedAt(this.#set.items, at, { ...item, locked: !item.locked }));
  }

  /** The same fact in another form. What was edited was another question. */
  askAs(at: number, form: string): Promise<void> {
    const item = this.#set.items[at];
    return item === undefined
      ? Promise.resolve()
      : this.#items(replacedAt(this.#set.items, at, { ...item, form, edit: null }));
  }

  /** @param part what is being typed into: letters of one field are one change */
  edit(at: number, edit: Edit | null, part: string | null = null): Promise<void> {
    const fact = this.#set.items[at]?.fact ?? '';
    return this.#items(editedAt(this.#set.items, at, edit), part === null ? null : `${fact} ${part}`);
  }

  rename(title: string): Promise<void> {
    return this.#change({ ...contentOf(this.#set), title }, 'title');
  }

  /** Takes over items that came from elsewhere. */
  take(items: readonly SetItem[]): Promise<void> {
    return this.#items(items);
  }

  /** Notes that the set went out as it is. */
  async wentOut(): Promise<void> {
    this.#set = { ...this.#set, exported: this.#set.items, changedMs: this.#parts.clock.now().utcMs };
    await this.keeper.keep(this.#set);
  }

  undo(): Promise<void> {
    return this.#go(undone(this.#history));
  }

  redo(): Promise<void> {
    return this.#go(redone(this.#history));
  }

  #items(items: readonly SetItem[], about: string | null = null): Promise<void> {
    if (items === this.#set.items) return Promise.resolve();
    return this.#change({ ...contentOf(this.#set), items }, about);
  }

  #change(content: SetContent, about: string | null = null): Promise<void> {
    return this.#go(changed(this.#history, content, about));
  }

  async #go(history: History<SetContent>): Promise<void> {
    if (history.present === this.#history.present) return;
    this.#history = history;
    this.fromElsewhere = false;
    const version = this.pack.version;
    const set = withContent(this.#set, history.present, this.#parts.clock.now().utcMs);
    this.#set = { ...set, pack: { ...set.pack, version } };
    this.stored = true;
    await Promise.all([this.keeper.keep(this.#set), this.#look()]);
  }

  async #takeOver(theirs: SavedSet): Promise<void> {
    this.keeper.know(theirs);
    const isOtherLanguage = theirs.language !== this.#set.language;
    // An export elsewhere is noted in the set, and nothing that one would want back.
    const isOther = !isSameContent(this.#set, theirs);
    this.#set = theirs;
    if (isOther) this.#history = changed(this.#history, contentOf(theirs));
    this.fromElsewhere = isOther;
    await Promise.all([this.#look(), isOtherLanguage ? this.#lookAround() : null]);
  }

  #look(): Promise<void> {
    return this.#views.want(this.#set, this.#set.items.slice(0, this.shown));
  }

  async #lookAround(): Promise<void> {
    const { pack, language } = this.#set;
    this.survey = await this.#parts.bench.ask('survey', { pack: pack.id, language });
  }

  /** What the bench needs of it. */
  #sent(): SavedSet {
    return { ...this.#set, exported: null };
  }
}
