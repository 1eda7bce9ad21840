import { describe, expect, it } from 'vitest';
import type { Question } from '$lib/core/questions/question';
import { madeUpFacts, madeUpSource } from '../../../tests/laws/study-kit';
import { keepBadge } from './badge-count';
import { DEFAULT_DEVICE_SETTINGS, checkDeviceSettings } from './device-settings';
import { Listening } from './listening.svelte';
import type { ScreenLock, Voice } from './device-ports';
import { saveReminder } from './reminding';
import { SessionAids } from './session-aids';
import { spokenAnswer, spokenQuestion } from './spoken';
import type { StudyPhase } from './study-phase';

const source = madeUpSource(madeUpFacts(8));
const question = source.question('e000:date', 'choice', 1, null);
if (question === null) throw new Error('the made-up pack asks it');

/** A voice that keeps what it was told, and says it only when it may. */
class FakeVoice implements Voice {
  readonly available = true;
  readonly said: string[] = [];
  stops = 0;
  speaks = (): Promise<boolean> => Promise.resolve(true);
  say = (text: string): Promise<void> => {
    this.said.push(text);
    return Promise.resolve();
  };
  stop = (): void => {
    this.stops += 1;
  };
}

class FakeLock implements ScreenLock {
  readonly available = true;
  holders = 0;
  hold = (): (() => void) => {
    this.holders += 1;
    return () => {
      this.holders -= 1;
    };
  };
}

const settled = async (): Promise<void> => {
  for (let i = 0; i < 30; i += 1) await Promise.resolve();
};

describe('what is read aloud', () => {
  const [first, second] = question.options;
  it('is the question with what there is to choose from, then the right answer', () => {
    const spoken = spokenQuestion(question);
    expect(spoken.language).toBe(question.language);
    expect(spoken.text).toContain(question.stem);
    for (const { text } of question.options) expect(spoken.text).toContain(text);
    const key = question.options.find(({ id }) => question.key.includes(id));
    expect(spokenAnswer(question)?.text).toContain(key?.text);
  });
  it('pauses between options, and keeps an order', () => {
    const order: Question = { ...question, key: [second?.id ?? '', first?.id ?? ''] };
    expect(spokenAnswer(order)?.text).toBe(`${second?.text ?? ''}. ${first?.text ?? ''}.`);
    expect(spokenAnswer({ ...question, key: [] })).toBeNull();
  });
});

describe('beside a session', () => {
  const asked: StudyPhase = {
    is: 'question',
    question,
    item: { fact: 'e000:date', reason: 'new', attempt: 0, harder: false },
    needs: null,
    contrast: false,
    hints: [],
    canHint: false,
    instead: [],
  };
  const open = (wanted: Partial<typeof DEFAULT_DEVICE_SETTINGS>) => {
    const [voice, screenLock] = [new FakeVoice(), new FakeLock()];
    return { voice, screenLock, aids: new SessionAids({ voice, screenLock, wanted: { ...DEFAULT_DEVICE_SETTINGS, ...wanted } }) };
  }; // prettier-ignore

  it('nothing is read unless it is wanted, and the screen stays on unless it is not', () => {
    const { voice, screenLock, aids } = open({});
    aids.follow(asked);
    expect(voice.said).toEqual([]);
    expect(screenLock.holders).toBe(1);
    aids.close();
    expect(screenLock.holders).toBe(0);
    expect(open({ awake: false }).screenLock.holders).toBe(0);
  });

  it('each question is read once, and leaving silences it', () => {
    const { voice, aids } = open({ aloud: true });
    aids.follow(asked);
    aids.follow({ ...asked });
    expect(voice.said).toEqual([spokenQuestion(question).text]);
    const stops = voice.stops;
    aids.follow({ is: 'loading' });
    expect(voice.stops).toBe(stops + 1);
    aids.follow(asked);
    expect(voice.said).toHaveLength(2);
    aids.close();
    expect(voice.stops).toBeGreaterThan(stops + 1);
  });
});

describe('listening', () => {
  async function open(voice: Voice = new FakeVoice()) {
    const screenLock = new FakeLock();
    const waits: (() => void)[] = [];
    const listening = new Listening({
      source, voice, screenLock, seed: 1,
      store: { recordsOf: () => Promise.resolve({ ok: true, value: [] }) },
      wait: () => new Promise((resolve) => waits.push(resolve)),
    }); // prettier-ignore
    await listening.open();
    return { listening, screenLock, pass: async () => { waits.shift()?.(); await settled(); } }; // prettier-ignore
  }

  it('reads question and answer and goes on by itself, until it is paused or left', async () => {
    const voice = new FakeVoice();
    const { listening, screenLock, pass } = await open(voice);
    expect(listening.phase.is).toBe('ready');
    expect(voice.said).toEqual([]);
    listening.play();
    await settled();
    expect(listening.phase).toMatchObject({ is: 'question', at: 1 });
    await pass();
    expect(listening.phase).toMatchObject({ is: 'answer', at: 1 });
    await pass();
    expect(listening.phase).toMatchObject({ is: 'question', at: 2 });
    expect(voice.said).toHaveLength(3);
    expect(screenLock.holders).toBe(1);
    listening.pause();
    await pass();
    expect(listening.phase).toMatchObject({ is: 'question', at: 2 });
    expect(screenLock.holders).toBe(0);
    listening.play();
    await settled();
    expect(voice.said.at(-1)).toBe(voice.said.at(-2));
    listening.close();
    expect(voice.stops).toBeGreaterThan(0);
  });

  it('goes forward and back by hand, and a pause that is over does not read on', async () => {
    const voice = new FakeVoice();
    const { listening, pass } = await open(voice);
    listening.step(1);
    expect(listening.phase).toMatchObject({ is: 'question', at: 2 });
    listening.step(-1);
    listening.step(-1);
    expect(listening.phase).toMatchObject({ is: 'question', at: 1 });
    listening.play();
    await settled();
    listening.step(1);
    await settled();
    await pass();
    // The first run was waiting; only the second may go on.
    expect(listening.phase).toMatchObject({ is: 'question', at: 2 });
    await pass();
    expect(listening.phase).toMatchObject({ is: 'answer', at: 2 });
    listening.close();
  });

  it('comes to an end, and begins again from there', async () => {
    const { listening, pass } = await open();
    listening.play();
    await settled();
    for (let i = 0; i < 200 && listening.phase.is !== 'over'; i += 1) await pass();
    expect(listening.phase.is).toBe('over');
    expect(listening.playing).toBe(false);
    listening.play();
    expect(listening.phase).toMatchObject({ is: 'question', at: 1 });
    listening.close();
  });

  it('says so where no voice speaks the language', async () => {
    const mute = new FakeVoice();
    mute.speaks = () => Promise.resolve(false);
    const { listening } = await open(mute);
    expect(listening.phase.is).toBe('silent');
    listening.play();
    expect(listening.playing).toBe(false);
  });
});

describe('the badge', () => {
  it('is counted at the start, when the app is left, and when a setting has changed', async () => {
    const shown: number[] = [];
    let [due, wanted] = [4, true];
    let leave = (): void => undefined;
    const recount = keepBadge({
      badge: { available: true, show: (count) => Promise.resolve(void shown.push(count)) },
      due: () => Promise.resolve({ ok: true, value: due }),
      wanted: () => wanted,
      onLeave: (callback) => (leave = callback),
    });
    await settled();
    due = 1;
    leave();
    await settled();
    wanted = false;
    await recount();
    expect(shown).toEqual([4, 1, 0]);
  });

  it('costs nothing where there is none, and a count that fails changes nothing', async () => {
    let counted = 0;
    const shown: number[] = [];
    const parts = (available: boolean) => ({
      badge: { available, show: (count: number) => Promise.resolve(void shown.push(count)) },
      due: () => {
        counted += 1;
        return Promise.resolve({ ok: false as const, problem: { kind: 'closed' as const, detail: '' } });
      },
      wanted: () => true,
      onLeave: () => undefined,
    });
    await keepBadge(parts(false))();
    expect(counted).toBe(0);
    keepBadge(parts(true));
    await settled();
    expect([counted, shown]).toEqual([1, []]);
  });
});

it('saves a reminder that begins on the local day', () => {
  const saved: string[] = [];
  const files = { download: (...file: (string | undefined)[]) => void saved.push(...file.map(String)), downloadBytes: () => undefined, readText: () => Promise.resolve('') };
  const clock = { now: () => ({ utcMs: Date.UTC(2026, 10, 25, 23, 30), utcOffsetMinutes: 120 }) };
  saveReminder({ files, clock, url: 'https://example.org/' }, { hour: 7, minute: 0, weekdays: [1, 2, 3, 4, 5, 6, 7], title: 'T', text: 'X' });
  expect([saved[0], saved[2]]).toEqual(['dateline-reminder.ics', 'text/calendar']);
  expect(saved[1]).toContain('DTSTART:20261126T070000\r\n');
}); // prettier-ignore

it.each([
  [DEFAULT_DEVICE_SETTINGS, true],
  [{ ...DEFAULT_DEVICE_SETTINGS, aloud: true, later: 1 }, true],
  [{ badge: true, awake: true }, false],
  [{ badge: 1, awake: true, aloud: false }, false],
  [null, false],
  ['on', false],
])('takes %j as settings of the device: %s', (value, fits) => {
  expect(checkDeviceSettings(value) === null).toBe(fits);
});
