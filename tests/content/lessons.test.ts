import { describe, expect, it, test, vi } from 'vitest';
import * as v from 'valibot';
import { indexPack } from '../../src/lib/core/packs/index-pack';
import { createGenerator } from '../../src/lib/core/questions/generator';
import { LANGUAGES } from '../../src/lib/core/questions/question';
import { allQuestions } from '../../src/lib/core/questions/select';
import { createRoom } from '../../src/lib/core/room/create-room';
import { creationSchema, type Creation } from '../../src/lib/core/room/creation';
import { makeLesson } from '../../src/lib/core/room/make-lesson';
import { ownView } from '../../src/lib/core/room/own-view';
import { questionOf } from '../../src/lib/core/room/answers-given';
import type { Room } from '../../src/lib/core/room/room';
import { DEFAULT_SETTINGS } from '../../src/lib/core/room/settings';
import { aboutView, sharedPhase } from '../../src/lib/core/room/shared-view';
import { step, type Input } from '../../src/lib/core/room/step';
import { readUkraineMap, readUkrainePack } from './pack-kit';

vi.setConfig({ testTimeout: 60_000 });

const pack = await readUkrainePack();
const index = indexPack(pack);
const shapes = readUkraineMap();
/** What a room is made of takes at most so many questions. */
const LESSON_MOST = 200;

const SECRET = 'host-secret-0123456789abcdef';
const SECRETS = { id: 'room-0123456789abcdef', pin: '482913', joinSecret: 'join-secret-0123456789', watchSecret: 'watch-secret-0123456' };

/** The whole bank of a language as lessons. */
function lessonsIn(language: 'en' | 'uk'): Creation[] {
  const generator = createGenerator(index, { language, shapes });
  const questions = [...allQuestions(generator, { kinds: [], forms: [], fact: null }, 1)];
  const creations: Creation[] = [];
  for (let first = 0; first < questions.length; first += LESSON_MOST) {
    const lesson = makeLesson(generator.context, `${pack.title}, ${String(first)}`, questions.slice(first, first + LESSON_MOST));
    creations.push({ secret: SECRET, lesson, settings: { ...DEFAULT_SETTINGS, readMs: 0 } });
  }
  return creations;
}

describe.each(LANGUAGES)('the bank in %s, played in a room', (language) => {
  const creations = lessonsIn(language);

  it('comes through the door as it is, without what is not needed', () => {
    for (const creation of creations) {
      const read = v.safeParse(creationSchema, JSON.parse(JSON.stringify(creation)));
      expect(read.success ? [] : v.flatten(read.issues)).toEqual([]);
      expect(read.output).toEqual(JSON.parse(JSON.stringify(creation)));
    }
  });

  it('fits a phone: every personal snapshot is below 2 kB, and tells nothing before the reveal', () => {
    let asked = 0;
    const sizes: number[] = [];
    for (const creation of creations) {
      let room = createRoom(creation, SECRETS, 0, '0'.repeat(32));
      const take = (input: Input): void => {
        room = step(room, input, room.at + 1000, String(room.revision).padStart(32, '0')).room;
      };
      take({ kind: 'join', id: 'join-0001', token: 'token-of-a-pupil-000001', name: null, team: null });
      take({ kind: 'presence', seat: 0, here: true });
      for (const question of creation.lesson.questions) {
        const host = (): { id: string; room: string; secret: string; stage: number } => ({ id: `host-${String(room.stage)}-000`, room: room.id, secret: SECRET, stage: room.stage });
        take({ kind: 'ask', ...host(), question: null });
        const open = snapshotOf(room);
        sizes.push(Buffer.byteLength(open));
        expect(room.phase.is).toBe('answering');
        for (const hidden of [question.id, question.fact, question.explanation]) {
          if (hidden !== '') expect(open).not.toContain(JSON.stringify(hidden).slice(1, -1));
        }
        const wrong = question.options.findLast(({ id }) => !question.key.includes(id));
        if (wrong !== undefined && question.form !== 'order') {
          const at = { room: room.id, seat: 0, token: 'token-of-a-pupil-000001', questionRevision: room.rounds.length };
          const response = { choice: wrong.id };
          take({ kind: 'answer', id: `answer-${String(asked)}-00`, ...at, response, tappedAt: null, rttMs: 0, sure: true, seenAt: null });
          expect(ownView(room, 0)?.answer).toEqual(response);
        }
        take({ kind: 'reveal', ...host() });
        sizes.push(Buffer.byteLength(snapshotOf(room)));
        const round = room.rounds.at(-1);
        if (round !== undefined) expect(questionOf(room, round)).toBe(question);
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(250);
    expect(Math.max(...sizes), String(sizes.toSorted((a, b) => b - a).slice(0, 12))).toBeLessThan(2000);
  });
});

function snapshotOf(room: Room): string {
  return JSON.stringify({ kind: 'snapshot', revision: room.revision, now: room.at, about: aboutView(room), phase: sharedPhase(room, true), own: ownView(room, 0, true) });
}

test('a grave pack has neither race nor podium, whatever is asked for', () => {
  expect(pack.tone).toBe('grave');
  const [creation] = lessonsIn('en');
  if (creation === undefined) throw new Error('no lesson');
  const wanted: Creation = { ...creation, settings: { ...DEFAULT_SETTINGS, scoring: 'accuracy-speed', standings: 'podium' } };
  expect(createRoom(wanted, SECRETS, 0, '0').settings).toMatchObject({ scoring: 'accuracy', standings: 'class' });
});
