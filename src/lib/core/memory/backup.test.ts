import { describe, expect, it } from 'vitest';
import { merge, readBackup, writeBackup } from './backup';
import type { LearnerData } from './backup';
import { checksum } from './hash';
import type { KeptSet } from './kept-sets';
import type { AnswerEntry } from './log';
import { DEFAULT_PARAMETERS, nameParameters } from './parameters';
import { rebuild, schedulersOf } from './rebuild';

const set = nameParameters(DEFAULT_PARAMETERS);
const entry: AnswerEntry = {
  type: 'answer', id: 'd-t-000001', pack: 'p', packVersion: 1, fact: 'e:date', form: 'choice', language: 'en', seed: 4, options: ['a', 'b', 'c'], values: ['1', '2', '3'],
  chosen: 'b', credit: 1, guess: 1 / 3, milliseconds: 4000, hints: 0, grade: 3, marks: [{ fact: 'e:date', answer: '2', grade: 3, guess: 1 / 3, weight: 0.75, before: null }],
  parameters: set.id, easy: false, clock: 'clock', utcMs: 5, day: 100, utcOffsetMinutes: 120, app: 'test',
}; // prettier-ignore
const data: LearnerData = {
  log: [entry],
  memory: [...rebuild([entry], schedulersOf([set])).values()],
  parameters: [set],
  care: [],
  settings: { theme: 'dark' },
  packs: [],
  sets: [{ id: 'tomorrow', changedMs: 4, title: 'Tomorrow' } as KeptSet],
};

type Json = Record<string, unknown>;
/** A backup with something changed and its checksum made right again, as somebody with an editor could. */
function tampered(change: (backup: { log: Json[]; memory: Json[]; parameters: Json[] } & Json) => void): string {
  const { checksum: _, ...content } = JSON.parse(writeBackup(data, 9, 'test')) as {
    log: Json[];
    memory: Json[];
    parameters: Json[];
  } & Json;
  change(content);
  return JSON.stringify({ ...content, checksum: checksum(JSON.stringify(content)) });
}

describe('readBackup', () => {
  it('reads what writeBackup wrote', () => {
    expect(readBackup(writeBackup(data, 9, 'test'))).toMatchObject({
      ok: true,
      backup: { ...data, createdMs: 9, app: 'test' },
    });
  });

  it('reads a file of the first format, and works out what follows from its log', () => {
    const wrong: AnswerEntry = { ...entry, chosen: 'a', credit: 0, grade: 1, marks: entry.marks.map((mark) => ({ ...mark, grade: 1, weight: 1 })) };
    const memory = [...rebuild([wrong], schedulersOf([set])).values()];
    const { checksum: _, care: __, sets: ___, ...content } = JSON.parse(writeBackup({ ...data, log: [wrong], memory }, 9, 'old')) as Json;
    const old = { ...content, format: 'dateline-backup/1' };
    const read = readBackup(JSON.stringify({ ...old, checksum: checksum(JSON.stringify(old)) }));
    expect(read).toMatchObject({
      ok: true,
      backup: { format: 'dateline-backup/3', log: [wrong], memory, sets: null, care: [{ key: 'p:e:date', confusions: [{ value: '1', times: 1 }] }] },
    });
  }); // prettier-ignore

  it('reads a file of the second format, which knew nothing of question sets: those on the device stay', () => {
    const { checksum: _, sets: __, ...content } = JSON.parse(writeBackup(data, 9, 'old')) as Json;
    const old = { ...content, format: 'dateline-backup/2' };
    const read = readBackup(JSON.stringify({ ...old, checksum: checksum(JSON.stringify(old)) }));
    expect(read).toMatchObject({ ok: true, backup: { ...data, format: 'dateline-backup/3', sets: null } });
    expect(read.ok && merge({ ...data, sets: data.sets }, read.backup).sets).toEqual(data.sets);
  });

  it.each([
    ['no JSON', '{"format": ', '(root)', /no JSON/],
    ['another file', '{"name": "x"}', 'format', /no Dateline backup/],
    ['a list', '[]', 'format', /no Dateline backup/],
    ['a later format', '{"format": "dateline-backup/4"}', 'format', /cannot read/],
    ['a missing part', '{"format": "dateline-backup/3"}', 'createdMs', /./],
    ['a question set without an id', tampered((b) => Object.assign(b, { sets: [{ changedMs: 1 }] })), 'sets.0.id', /./],
    [
      'sets under the name of an older format',
      tampered((b) => Object.assign(b, { format: 'dateline-backup/2' })),
      'sets',
      /./,
    ],
    ['damage', writeBackup(data, 9, 'test').replace('"dark"', '"dork"'), 'checksum', /damaged/],
    ['an unknown key in an entry', tampered((b) => Object.assign(b.log[0] ?? {}, { evil: 1 })), 'log.0.evil', /./],
    ['a credit above 1', tampered((b) => Object.assign(b.log[0] ?? {}, { credit: 2 })), 'log.0.credit', /./],
    [
      'an unknown parameter set',
      tampered((b) => Object.assign(b.log[0] ?? {}, { parameters: 'other' })),
      'log.0.parameters',
      /no such parameter set/,
    ],
    [
      'a parameter set that is not what its name says',
      tampered((b) => Object.assign(b.parameters[0] ?? {}, { retention: 0.8 })),
      'parameters.0.id',
      /does not fit/,
    ],
    [
      'bad parameters',
      tampered((b) => Object.assign(b.parameters[0] ?? {}, { retention: 0.1 })),
      'parameters.0.retention',
      /out of range/,
    ],
    [
      'a memory that the log does not give',
      tampered((b) => Object.assign(b.memory[0] ?? {}, { reps: 7 })),
      'memory.p:e:date',
      /not what the log says/,
    ],
    [
      'a decision that the log does not give',
      tampered((b) =>
        Object.assign(b, {
          care: [
            {
              key: 'p:e:date',
              pack: 'p',
              fact: 'e:date',
              suspended: true,
              buriedUntil: null,
              flags: [],
              reports: [],
              confusions: [],
            },
          ],
        }),
      ),
      'care.p:e:date',
      /care is not what the log says/,
    ],
    ['a missing memory', tampered((b) => b.memory.pop()), 'memory.p:e:date', /missing/],
  ])('refuses %s and says where', (_, text, path, message) => {
    const read = readBackup(text);
    expect(read.ok ? [] : read.problems).toContainEqual(
      expect.objectContaining({ path, message: expect.stringMatching(message) as string }),
    );
  });
});
