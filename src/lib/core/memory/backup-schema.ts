import * as v from 'valibot';
import { FLAGS, REPORT_REASONS } from './log';

export const BACKUP_FORMAT = 'dateline-backup/3';
/** Written before question sets were in it. Still read. */
export const BACKUP_FORMAT_2 = 'dateline-backup/2';
/** Written before anything could be put aside: without `care` and the entries that lead to it, too. Still read. */
export const BACKUP_FORMAT_1 = 'dateline-backup/1';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const whole = v.pipe(v.number(), v.safeInteger());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const grade = v.picklist([1, 2, 3, 4]);
const Fsrs = v.strictObject({
  stability: v.pipe(v.number(), v.minValue(0.001), v.maxValue(36_500)),
  difficulty: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
});
const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000));
const stamp = {
  id: name,
  pack: name,
  packVersion: count,
  utcMs: whole,
  day: whole,
  utcOffsetMinutes: v.pipe(whole, v.minValue(-1440), v.maxValue(1440)),
  app: v.string(),
};

const EntrySchema = v.variant('type', [
  v.strictObject({
    ...stamp,
    type: v.literal('answer'),
    fact: name,
    form: name,
    language: name,
    seed: count,
    options: v.array(v.string()),
    values: v.array(v.string()),
    chosen: v.union([v.null(), v.string(), v.array(v.string()), v.tuple([v.number(), v.number()])]),
    credit: share,
    guess: share,
    milliseconds: count,
    hints: count,
    grade,
    marks: v.array(
      v.strictObject({
        fact: name,
        answer: v.string(),
        grade,
        guess: share,
        weight: share,
        before: v.nullable(Fsrs),
        interval: v.optional(v.pipe(count, v.minValue(1))),
      }),
    ),
    parameters: name,
    easy: v.boolean(),
    clock: v.picklist(['clock', 'held', 'corrected']),
    cram: v.optional(v.literal(true)),
    mistaken: v.optional(v.strictObject({ value: name, event: v.nullable(name) })),
  }),
  v.strictObject({ ...stamp, type: v.literal('revoke'), revokes: name, facts: v.array(name) }),
  v.strictObject({
    ...stamp,
    type: v.literal('change'),
    changes: v.array(v.strictObject({ fact: name, answer: v.nullable(v.string()) })),
  }),
  v.strictObject({ ...stamp, type: v.literal('suspend'), facts: v.array(name) }),
  v.strictObject({ ...stamp, type: v.literal('bury'), facts: v.array(name), until: whole }),
  v.strictObject({ ...stamp, type: v.literal('flag'), fact: name, flag: v.picklist(FLAGS) }),
  v.strictObject({
    ...stamp,
    type: v.literal('report'),
    fact: name,
    form: name,
    language: name,
    seed: count,
    questionId: name,
    reason: v.picklist(REPORT_REASONS),
    note: v.pipe(v.string(), v.maxLength(2000)),
    question: v.record(v.string(), v.unknown()),
  }),
  v.strictObject({ ...stamp, type: v.literal('resolve'), fact: name, report: name }),
]);

const RecordSchema = v.strictObject({
  key: name,
  pack: name,
  fact: name,
  asked: name,
  answer: v.string(),
  state: v.picklist(['learning', 'review', 'relearning', 'changed']),
  memory: v.nullable(Fsrs),
  step: count,
  reps: count,
  lapses: count,
  firstDay: whole,
  lastDay: whole,
  lastMs: whole,
  lastEntry: name,
  interval: count,
  due: v.nullable(whole),
  dueMs: v.nullable(whole),
});

const CareSchema = v.strictObject({
  key: name,
  pack: name,
  fact: name,
  suspended: v.boolean(),
  buriedUntil: v.nullable(whole),
  flags: v.array(v.picklist(FLAGS)),
  reports: v.array(v.strictObject({ entry: name, resolved: v.boolean() })),
  confusions: v.array(v.strictObject({ value: name, event: v.nullable(name), times: count, ever: count })),
});

const content = {
  createdMs: whole,
  app: v.string(),
  settings: v.record(v.string(), v.unknown()),
  parameters: v.array(
    v.strictObject({
      id: name,
      weights: v.array(v.number()),
      retention: v.number(),
      maximumIntervalDays: v.number(),
      learningSteps: v.array(v.number()),
      relearningSteps: v.array(v.number()),
    }),
  ),
  packs: v.array(v.strictObject({ id: name, version: count, document: v.unknown() })),
  log: v.array(EntrySchema),
  memory: v.array(RecordSchema),
  checksum: v.string(),
};

const care = v.array(CareSchema);
/** What a set is besides is checked where it is read: one of a newer version must not keep a learner from the log. */
const sets = v.array(v.looseObject({ id: name, changedMs: whole }));

/** By the format that a file names. Strict: what they do not know is a problem. */
export const BACKUP_SCHEMAS = {
  [BACKUP_FORMAT_1]: v.strictObject({ ...content, format: v.literal(BACKUP_FORMAT_1) }),
  [BACKUP_FORMAT_2]: v.strictObject({ ...content, format: v.literal(BACKUP_FORMAT_2), care }),
  [BACKUP_FORMAT]: v.strictObject({ ...content, format: v.literal(BACKUP_FORMAT), care, sets }),
} as const;
