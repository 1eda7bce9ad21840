import { Database } from '$lib/adapters/database';
import { SafetyDatabase } from '$lib/adapters/safety-store';
import { StudyDatabase } from '$lib/adapters/study-store';
import type { TabChannel, TabMessage } from '$lib/adapters/tab-channel';
import type { FactInfo, Lore, Persistence, QuestionSource } from '$lib/app/ports';
import { retuneFor } from '$lib/app/retuning';
import { Studying } from '$lib/app/studying.svelte';
import { createScheduler } from '$lib/core/memory/fsrs';
import { pairsOfChain } from '$lib/core/memory/memory-key';
import { DEFAULT_PARAMETERS, nameParameters } from '$lib/core/memory/parameters';
import type { ParameterSet } from '$lib/core/memory/parameters';
import { rebuild, schedulersOf } from '$lib/core/memory/rebuild';
import { WHOLE_PACK } from '$lib/core/memory/session-state';
import type { Scope } from '$lib/core/memory/session-state';
import { DEFAULT_STUDY_SETTINGS, settingsOfPack } from '$lib/core/memory/study-settings';
import type { SettingsOfPack } from '$lib/core/memory/study-settings';
import type { Question } from '$lib/core/questions/question';
import type { Moment } from '$lib/core/time/study-day';
import { OTHER_WEIGHTS } from '../samples/made-learner';

export const parameters = nameParameters(DEFAULT_PARAMETERS);
/** As after a fit. */
export const fittedParameters = nameParameters({ ...DEFAULT_PARAMETERS, weights: OTHER_WEIGHTS });
export const schedulers = schedulersOf([parameters, fittedParameters]);

/** A clock that moves only when told to. */
export class FakeClock {
  constructor(
    public utcMs = Date.parse('2026-03-10T18:00Z'),
    public utcOffsetMinutes = 120,
  ) {}
  now(): Moment {
    return { utcMs: this.utcMs, utcOffsetMinutes: this.utcOffsetMinutes };
  }
  pass(minutes: number): void {
    this.utcMs += minutes * 60_000;
  }
}

/** The tabs of a made-up browser: each hears the others at once, not itself. */
export class FakeTabs {
  readonly #listeners = new Set<{ readonly of: TabChannel; readonly hear: (message: TabMessage) => void }>();
  open(): TabChannel {
    const channel: TabChannel = {
      tell: (message) => {
        for (const { of, hear } of this.#listeners) if (of !== channel) hear(message);
      },
      listen: (hear) => {
        const listener = { of: channel, hear };
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
    return channel;
  }
  /** As after the browser was started anew. */
  forget(): void {
    this.#listeners.clear();
  }
}

/** A pack of `events` events: each with a date, every second with a place, and chains of four. Every choice has three options, `b` is right. */
export function madeUpFacts(events: number, date: (event: string) => string = () => '2022-03-02'): readonly FactInfo[] {
  const ids = Array.from({ length: events }, (_, i) => `e${String(i).padStart(3, '0')}`);
  const single = (event: string, kind: 'date' | 'place', answer: string): FactInfo => ({
    fact: `${event}:${kind}`, kind, storyline: 's', events: [event], forms: ['choice'], memories: [{ fact: `${event}:${kind}`, answer }],
  }); // prettier-ignore
  const chains = Array.from({ length: Math.floor(events / 4) }, (_, i) => ids.slice(4 * i, 4 * i + 4));
  return [
    ...ids.flatMap((event, i) => [single(event, 'date', date(event)), ...(i % 2 === 0 ? [single(event, 'place', 'kyiv')] : [])]),
    ...chains.map((chain): FactInfo => ({
      fact: `s:sequence:${chain.join('+')}`, kind: 'sequence', storyline: 's', events: chain, forms: ['first', 'order'],
      memories: pairsOfChain(chain).map((fact) => ({ fact, answer: 'before' })),
    })),
  ]; // prettier-ignore
}

export function madeUpSource(facts: readonly FactInfo[], version = 1): QuestionSource {
  const pack = {
    id: 'p',
    version,
    title: 'P',
    titles: {},
    language: 'en',
    licence: 'MIT',
    tone: 'plain',
    events: 1,
    storylines: 1,
    facts: facts.length,
    from: 'imported',
  } as const;
  const byId = new Map(facts.map((info) => [info.fact, info]));
  return {
    pack,
    facts: () => facts,
    groundwork: [],
    question(fact, form, seed): Question | null {
      const info = byId.get(fact);
      if (!info?.forms.includes(form)) return null;
      const values = info.kind === 'sequence' ? info.events : ['x', info.memories[0]?.answer ?? '', 'y'];
      const options = values.map((value, i) => ({ id: 'abcdef'.charAt(i), text: value, value, why: '' }));
      const key = form === 'order' ? options.map(({ id }) => id) : form === 'first' ? ['a'] : ['b'];
      return {
        type: 'question', id: `p:${fact}:${form}:${String(seed)}`, pack: 'p', fact, kind: info.kind, form, stem: `${fact}?`, options, dispatch: null, key, ties: [], accept: null,
        according: null, explanation: '', sources: [], proof: { key: [], others: {} }, difficulty: 0.5, seed, language: 'en',
      }; // prettier-ignore
    },
    hints: ({ options, key }) =>
      options.filter(({ id }) => !key.includes(id)).slice(1).map(({ id }) => ({ is: 'struck', option: id })), // prettier-ignore
    reveal: ({ options, key }) => ({
      answer: options.find(({ id }) => id === key[0])?.text ?? null,
      timeline: [],
      miss: null,
    }),
  };
}

/** Knows no pack: a wrong option stands for its own value. */
const lore: Lore = {
  mistakenFor(question, response) {
    const option = question.options.find(({ id }) => 'choice' in response && id === response.choice);
    return option === undefined || question.key.includes(option.id) ? null : { value: option.value, event: null };
  },
  sidesOf: (fact, { value }) => ({
    asked: { text: fact, date: null, place: null },
    taken: { text: value, date: null, place: null },
    by: 'date',
  }),
};

export interface TabOptions {
  readonly name: string;
  readonly clock: FakeClock;
  readonly tabs?: FakeTabs;
  readonly source?: QuestionSource;
  readonly size?: number;
  readonly newPerDay?: number;
  readonly settings?: SettingsOfPack;
  readonly mode?: 'study' | 'cram';
  readonly within?: (info: FactInfo) => boolean;
  readonly scope?: Scope;
  readonly wakeAt?: (utcMs: number, call: () => void) => () => void;
  readonly whenIdle?: (work: () => void) => void;
  readonly leechLapses?: number;
  /** The browser's answer to the wish that the data be kept. */
  readonly askToKeep?: () => Promise<boolean | null>;
  /** The parameter set in use. */
  readonly inUse?: ParameterSet;
}

let tabCount = 0;

/** One tab of the app on a made-up browser whose storage is called `name`. */
export function openTab({
  name,
  clock,
  tabs = new FakeTabs(),
  source = madeUpSource(madeUpFacts(24)),
  size = 10,
  newPerDay = 10,
  settings = settingsOfPack(DEFAULT_STUDY_SETTINGS, 'p'),
  mode = 'study',
  within,
  scope = WHOLE_PACK,
  wakeAt = () => () => undefined,
  whenIdle = () => undefined,
  leechLapses = 8,
  askToKeep = () => Promise.resolve(true),
  inUse = parameters,
}: TabOptions) {
  tabCount += 1;
  const database = new Database(name);
  const store = new StudyDatabase(database, tabs.open(), `device-${String(tabCount).padStart(4, '0')}`);
  const persistence: Persistence = {
    surroundings: () => 'other',
    persisted: () => Promise.resolve(false),
    ask: askToKeep,
    estimate: () => Promise.resolve(null),
  };
  const scheduler = createScheduler(inUse);
  const studying = new Studying({
    source, store, persistence, clock, whenIdle, wakeAt, mode, scope, breathe: () => Promise.resolve(), within: within ?? null, about: null, scheduler, schedulers, retune: retuneFor(store, scheduler, schedulers), settings: { ...settings, newPerDay, sessionSize: size }, app: 'test', lore, leechLapses,
    judge: (question, response) => {
      const correct = 'choice' in response ? question.key[0] === response.choice : 'order' in response && question.key.join() === response.order.join();
      return { ok: true, verdict: { credit: correct ? 1 : 0, correct, band: correct ? 'full' : 'wrong' } };
    },
  }); // prettier-ignore
  return { studying, store, database, safety: new SafetyDatabase(database) };
}

export type Tab = ReturnType<typeof openTab>;

/** The right answer to what is being asked. */
export function rightAnswer(tab: Tab) {
  const { phase } = tab.studying;
  if (phase.is !== 'question') throw new Error(`no question is open: ${phase.is}`);
  return phase.question.form === 'order' ? { order: phase.question.key } : { choice: phase.question.key[0] ?? '' };
}

/** Answers everything until the session ends; `wrong` says which answers are. Returns the facts asked, in order. */
export async function finish(
  tab: Tab,
  clock: FakeClock,
  wrong: (index: number) => boolean = () => false,
): Promise<readonly string[]> {
  const asked: string[] = [];
  while (tab.studying.phase.is === 'question') {
    clock.pass(0.2);
    asked.push(tab.studying.phase.question.fact);
    await (wrong(asked.length - 1) ? tab.studying.pass() : tab.studying.answer(rightAnswer(tab)));
    await tab.studying.next();
    if (asked.length > 500) throw new Error('the session does not end');
  }
  return asked;
}

/** Everything stored, and the memory that its log gives. */
export async function stored(tab: Tab) {
  const dumped = await tab.safety.dump();
  if (!dumped.ok) throw new Error(dumped.problem.detail);
  const byKey = [...rebuild(dumped.value.log, schedulers).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { ...dumped.value, derived: byKey };
}
