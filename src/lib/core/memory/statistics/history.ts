import { compareEntries } from '../log';
import type { AnswerEntry, ChangeEntry, LogEntry, Mark } from '../log';
import { memoryKey, pairFact } from '../memory-key';
import { Replay } from '../rebuild';
import type { Schedulers } from '../rebuild';
import type { MemoryRecord } from '../record';

/** One answer as it counts for days and time. */
export interface StudiedAnswer {
  readonly pack: string;
  readonly day: number;
  /** Hour of the local clock then, 0 … 23. */
  readonly hour: number;
  readonly milliseconds: number;
  /** Its grade was better than Again. */
  readonly right: boolean;
  readonly cram: boolean;
}

/** Where a fact stood when it was met: `steps`, or reviewed by study day after an interval of under or over three weeks. */
export type Maturity = 'steps' | 'young' | 'mature';

/** One memory met by an answer, a study day or more after the answer before. */
export interface Recall {
  readonly pack: string;
  readonly fact: string;
  readonly day: number;
  /** `kind/form`, as the log names them: `date/choice`, `sequence/order`. */
  readonly form: string;
  readonly maturity: Maturity;
  /** Probability of recall, 0 … 1, that the schedule gave it then. Null: another device's answer came between that it did not know of. */
  readonly predicted: number | null;
  /** g: the probability of a right guess, 0 … 1. */
  readonly guess: number;
  /** Graded better than Again. */
  readonly recalled: boolean;
}

export interface History {
  /** In the order of replay. */
  readonly answers: readonly StudiedAnswer[];
  readonly recalls: readonly Recall[];
}

/** From this interval on, in days, a fact is mature: the usual line in this field. */
export const MATURE_DAYS = 21;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** Entries between two chances to breathe: a millisecond or two on a slow phone. */
const ENTRIES_A_BREATH = 50;

/** Takes a log in pieces, so that nobody has to hold or read all of it at once. */
export interface HistoryReader {
  /** The next piece: whole study days, each later than those of the piece before. */
  take(entries: readonly LogEntry[]): void;
  /**
   * Replays what was taken, and yields now and then so that the caller can let others work: how many entries are done.
   *
   * @throws RangeError when an answer names a parameter set that `schedulers` does not know
   */
  finish(schedulers: Schedulers): Generator<number, History, void>;
}

export function createHistoryReader(): HistoryReader {
  const taken: (AnswerEntry | ChangeEntry)[] = [];
  const revoked = new Set<string>();
  const same = shareTexts();
  return {
    take(entries) {
      const piece = entries.filter((entry) => {
        if (entry.type === 'revoke') revoked.add(entry.revokes);
        return entry.type === 'answer' || entry.type === 'change';
      });
      for (const entry of piece.sort(compareEntries)) taken.push(entry.type === 'answer' ? slim(entry, same) : entry);
    },
    *finish(schedulers) {
      const replay = new Replay(schedulers);
      const history: { answers: StudiedAnswer[]; recalls: Recall[] } = { answers: [], recalls: [] };
      for (const [index, entry] of taken.entries()) {
        if (index % ENTRIES_A_BREATH === ENTRIES_A_BREATH - 1) yield index;
        if (revoked.has(entry.id)) continue;
        if (entry.type === 'answer') {
          history.answers.push(answerOf(entry));
          if (!isCram(entry)) history.recalls.push(...recallsOf(entry, replay, schedulers));
        }
        replay.apply(entry);
      }
      return history;
    },
  };
}

/** Answered outside the schedule, to go over something before its time. */
export function isCram(entry: AnswerEntry): boolean {
  return entry.cram === true;
}

function answerOf(entry: AnswerEntry): StudiedAnswer {
  const { pack, day, milliseconds, grade, utcMs, utcOffsetMinutes } = entry;
  const hours = Math.floor((utcMs + utcOffsetMinutes * MINUTE_MS) / HOUR_MS);
  return { pack, day, hour: ((hours % 24) + 24) % 24, milliseconds, right: grade > 1, cram: isCram(entry) };
}

type Met = Pick<Mark, 'fact' | 'answer' | 'grade' | 'guess'> & { readonly before?: Mark['before'] };

function recallsOf(entry: AnswerEntry, replay: Replay, schedulers: Schedulers): readonly Recall[] {
  const answered: readonly Met[] = [...entry.marks, ...rightPairs(entry, replay.records)];
  const scheduler = schedulers(entry.parameters);
  return answered.flatMap((mark): Recall[] => {
    // As the weights of that time saw it.
    const met = replay.under(memoryKey(entry.pack, mark.fact), scheduler);
    if (met?.memory == null || met.answer !== mark.answer || entry.day <= met.lastDay) return [];
    const { before } = mark;
    // What the log says it met is what the replay finds, unless two devices did not know of each other.
    const known =
      before === undefined ||
      (before?.stability === met.memory.stability && before.difficulty === met.memory.difficulty);
    const elapsed = entry.day - met.lastDay;
    return [
      {
        pack: entry.pack,
        fact: mark.fact,
        day: entry.day,
        form: `${kindOf(entry.fact)}/${entry.form}`,
        maturity: met.state !== 'review' ? 'steps' : met.interval < MATURE_DAYS ? 'young' : 'mature',
        predicted: known ? scheduler.retrievability(met.memory, elapsed) : null,
        guess: mark.guess,
        recalled: mark.grade > 1,
      },
    ];
  });
}

/**
 * An ordering that is partly wrong marks the pairs that were put the wrong way round and leaves the others as they are: those were
 * put right, and without them orderings would look worse than they are.
 */
function rightPairs(entry: AnswerEntry, records: ReadonlyMap<string, MemoryRecord>): readonly Met[] {
  const { form, chosen, options, values, marks, pack } = entry;
  const [first] = marks;
  if (form !== 'order' || !Array.isArray(chosen) || first === undefined || marks.some((mark) => mark.grade > 1))
    return [];
  const events = (chosen as readonly string[]).flatMap((id) => values[options.indexOf(id)] ?? []);
  const marked = new Set(marks.map((mark) => mark.fact));
  return events.flatMap((earlier, index) =>
    events
      .slice(index + 1)
      .map((later) => pairFact(earlier, later))
      .filter((fact) => !marked.has(fact) && records.has(memoryKey(pack, fact)))
      .map((fact): Met => ({ fact, answer: first.answer, grade: 3, guess: first.guess })),
  );
}

/** What a fact asks for: `date`, `place`, `sequence`, `event`. */
function kindOf(fact: string): string {
  const what = fact.slice(fact.indexOf(':') + 1).split(':', 1)[0] ?? '';
  return what === 'before' ? 'sequence' : (what.split('-')[0] ?? what);
}

/** An answer without what only its question needs, and with texts that many entries share kept once. */
function slim(entry: AnswerEntry, same: (text: string) => string): AnswerEntry {
  const ordering = entry.form === 'order';
  return {
    ...entry,
    pack: same(entry.pack),
    fact: same(entry.fact),
    form: same(entry.form),
    language: same(entry.language),
    app: same(entry.app),
    parameters: same(entry.parameters),
    options: ordering ? entry.options : [],
    values: ordering ? entry.values : [],
    chosen: ordering ? entry.chosen : null,
    marks: entry.marks.map((mark) => ({ ...mark, fact: same(mark.fact), answer: same(mark.answer) })),
  };
}

function shareTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found === undefined) known.set(text, text);
    return found ?? text;
  };
}
