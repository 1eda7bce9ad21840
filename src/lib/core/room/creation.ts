import * as v from 'valibot';
import { KINDS, type Accept } from '../questions/question';
import { LANGUAGES } from '../time/language';
import type { Lesson } from './lesson';
import type { RoomSettings } from './settings';

/** The body of `POST /rooms`: what a room is made of, checked at the door. What is not named is dropped (proofs of questions among it). */

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const finite = v.pipe(v.number(), v.finite());
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const list = <T extends v.GenericSchema>(of: T, most: number) => v.pipe(v.array(of), v.maxLength(most));
const point = v.tuple([finite, finite]);
const optionId = v.pipe(v.string(), v.minLength(1), v.maxLength(40));

const acceptSchema: v.GenericSchema<unknown, Accept> = v.union([
  v.object({ from: text(20), to: text(20), unit: text(20) }),
  v.object({ point, radiusKm: finite, area: v.unknown(), frame: v.tuple([finite, finite, finite, finite]) }),
  v.object({ names: list(text(120), 60), rivals: list(text(120), 3000) }),
]);

const questionSchema = v.object({
  id: text(400),
  pack: text(80),
  fact: text(400),
  kind: v.picklist(KINDS),
  form: text(20),
  stem: text(800),
  options: list(v.object({ id: optionId, text: text(300), value: text(200), why: text(400) }), 12),
  dispatch: v.nullable(
    v.object({ place: v.nullable(text(200)), date: v.nullable(text(200)), text: v.nullable(text(600)) }),
  ),
  key: list(optionId, 12),
  ties: list(v.tuple([optionId, optionId]), 70),
  accept: v.nullable(acceptSchema),
  bounds: v.optional(v.tuple([text(200), text(200)])),
  according: v.nullable(text(300)),
  explanation: text(1500),
  sources: list(
    v.object({
      title: text(300),
      publisher: v.nullable(text(200)),
      url: v.nullable(v.pipe(v.string(), v.maxLength(600), v.regex(/^https?:\/\//))),
      licence: v.nullable(text(100)),
    }),
    12,
  ),
  language: v.picklist(LANGUAGES),
  answer: v.nullable(text(300)),
  timeline: list(v.object({ option: optionId, date: v.nullable(text(100)) }), 12),
});

const lessonSchema: v.GenericSchema<unknown, Lesson> = v.object({
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  language: v.picklist(LANGUAGES),
  tone: v.picklist(['grave', 'plain']),
  pack: v.object({ id: text(80), version: whole(0, 1e6) }),
  questions: v.pipe(v.array(questionSchema), v.minLength(1), v.maxLength(200)),
  ghost: v.nullable(
    v.object({
      title: text(200),
      credits: v.record(
        text(400),
        list(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1))), 1000),
      ),
    }),
  ),
});

const settingsSchema: v.GenericSchema<unknown, RoomSettings> = v.object({
  mode: v.picklist(['live', 'own-pace']),
  names: v.picklist(['generated', 'own']),
  scoring: v.picklist(['accuracy', 'accuracy-speed', 'teams', 'none']),
  teams: list(v.pipe(v.string(), v.minLength(1), v.maxLength(40)), 20),
  readMs: v.nullable(whole(0, 600_000)),
  limitMs: v.nullable(whole(3000, 3_600_000)),
  lateJoin: v.boolean(),
  afterTime: v.picklist(['reveal', 'wait']),
  closeWhenAllAnswered: v.boolean(),
  standings: v.picklist(['podium', 'class', 'none']),
  feedback: v.picklist(['at-once', 'at-end']),
  deadline: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e15))),
  asksSure: v.optional(v.boolean(), false),
  app: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200), v.regex(/^https?:\/\/[^\s?#]+\/$/))), null),
});

export const creationSchema = v.object({
  /** The host's own secret: who sends the same again gets the same room. */
  secret: v.pipe(v.string(), v.regex(/^[\w-]{22,64}$/)),
  lesson: lessonSchema,
  settings: settingsSchema,
});
/** What a host asks for. */
export type Creation = v.InferOutput<typeof creationSchema>;

/** The answer to `POST /rooms`. */
export interface Created {
  readonly room: string;
}
