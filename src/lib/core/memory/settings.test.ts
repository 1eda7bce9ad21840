import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, checkParameters, nameParameters } from './parameters';
import { DEFAULT_STUDY_SETTINGS, checkStudySetting, parametersOf } from './study-settings';

describe('checkStudySetting', () => {
  it.each([
    ['newPerDay', 0], ['newPerDay', 200], ['retention', 0.7], ['retention', 0.99], ['rolloverHour', 0], ['rolloverHour', 23],
  ] as const)('takes %s %d', (field, value) => {
    expect(checkStudySetting(field, value)).toBeNull();
  }); // prettier-ignore

  it.each([
    ['newPerDay', 201, 'a whole number from 0 to 200', '201'],
    ['newPerDay', 2.5, 'a whole number from 0 to 200', '2.5'],
    ['newPerDay', '10', 'a whole number from 0 to 200', '"10"'],
    ['retention', 0.69, 'a number from 0.7 to 0.99', '0.69'],
    ['retention', 1, 'a number from 0.7 to 0.99', '1'],
    ['retention', NaN, 'a number from 0.7 to 0.99', 'NaN'],
    ['rolloverHour', 24, 'a whole number from 0 to 23', '24'],
    ['rolloverHour', undefined, 'a whole number from 0 to 23', 'nothing'],
    ['reviewsPerDay', 10_000, 'a whole number from 0 to 9999', '10000'],
    ['sessionSize', 0, 'a whole number from 1 to 200', '0'],
    ['leechLapses', 1, 'a whole number from 2 to 50', '1'],
    ['learningSteps', [1440], 'at most 10 whole numbers of minutes from 1 to 1439', '[1440]'],
    ['relearningSteps', ['10m'], 'at most 10 whole numbers of minutes from 1 to 1439', '["10m"]'],
    ['reviewOrder', 'easiest', 'one of overdue, due, forgotten, random, pack', '"easiest"'],
    ['newOrder', 1, 'one of pack, random', '1'],
    ['easyDays', ['usual'], 'seven of usual, fewer, none, Monday first', '["usual"]'],
    ['packs', [], 'an object', '[]'],
    [
      'packs',
      { p: { exam: { date: '2027-02-29', minutes: 5 } } },
      'a date such as 2027-05-31, and whole minutes a day from 1 to 240',
      '{"date":"2027-02-29","minutes":5}',
    ],
  ] as const)('refuses %s %j and says what would be right', (field, value, expected, received) => {
    const problem = checkStudySetting(field, value);
    expect(problem).toMatchObject({ expected, received });
    expect(problem?.field.startsWith(field)).toBe(true);
  });
});

describe('parameter sets', () => {
  it('of the default settings are in order', () => {
    expect(checkParameters(parametersOf(DEFAULT_STUDY_SETTINGS))).toEqual([]);
    for (const field of Object.keys(DEFAULT_STUDY_SETTINGS) as (keyof typeof DEFAULT_STUDY_SETTINGS)[])
      expect(checkStudySetting(field, DEFAULT_STUDY_SETTINGS[field])).toBeNull();
  });

  it.each([
    ['retention', { retention: 0 }],
    ['maximumIntervalDays', { maximumIntervalDays: 0 }],
    ['maximumIntervalDays', { maximumIntervalDays: 36_501 }],
    ['learningSteps', { learningSteps: ['30s'] as unknown as number[] }],
    ['learningSteps', { learningSteps: '10m' as unknown as number[] }],
    ['relearningSteps', { relearningSteps: [1440] }],
    ['weights', { weights: [] }],
    ['weights[0]', { weights: DEFAULT_PARAMETERS.weights.with(0, 0.05) }],
    ['weights[20]', { weights: DEFAULT_PARAMETERS.weights.with(20, NaN) }],
  ] as const)('with bad %s are refused by name, and never get one', (field, change) => {
    const bad = { ...DEFAULT_PARAMETERS, ...change };
    expect(checkParameters(bad).map((problem) => problem.field)).toContain(field);
    expect(() => nameParameters(bad)).toThrow(field);
  });

  it('are named by content', () => {
    expect(nameParameters(DEFAULT_PARAMETERS).id).toBe(nameParameters({ ...DEFAULT_PARAMETERS }).id);
    expect(nameParameters({ ...DEFAULT_PARAMETERS, retention: 0.91 }).id).not.toBe(
      nameParameters(DEFAULT_PARAMETERS).id,
    );
  });
});
