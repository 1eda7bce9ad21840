import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../src/lib/core/export/back/apply-changes';
import { BACK_FORMATS, backFormatOf, readBack, type BackFormat } from '../../../src/lib/core/export/back/read-back';
import { readJsonSet } from '../../../src/lib/core/export/back/read-json-set';
import { reconcile, type Reconciled } from '../../../src/lib/core/export/back/reconcile';
import type { ExportSet } from '../../../src/lib/core/export/export-set';
import { guidOf } from '../../../src/lib/core/export/anki/guid';
import { hostileSet, smallSet } from '../../samples/export-set';
import { written } from './written';

async function comeBack(format: BackFormat, set: ExportSet, edit = (text: string) => text, base: ExportSet | null = null): Promise<Reconciled> {
  const { text } = await written(format, base ?? set);
  const edited = edit(text);
  expect(backFormatOf(edited)).toBe(format);
  const read = await readBack(edited, format);
  if (!read.ok) throw new Error(read.message);
  return reconcile(set, read.returned, base);
} // prettier-ignore

describe.each(BACK_FORMATS)('%s comes back', (format) => {
  test.each([['a small set', smallSet()], ['a set of hostile texts', hostileSet()]])('%s, unchanged', async (_name, set) => {
    const { losses } = await written(format, set);
    const { changes, conflicts, missing, unknown } = await comeBack(format, set);
    expect([changes, conflicts]).toEqual([[], []]);
    expect(missing).toEqual(losses.flatMap((loss) => (loss.kind === 'left-out' ? [loss.question] : [])));
    expect(unknown).toEqual([]);
  }); // prettier-ignore

  test('with an edited stem, option and explanation', async () => {
    const set = smallSet();
    const edit = (text: string): string =>
      text
        .replaceAll('the duke took the town?', 'the duke seized the town?')
        .replaceAll('The duke took the town?', 'The duke seized the town?')
        .replaceAll('9 March 1450', '10 March 1450')
        .replace('that was another time', 'that was later');
    const { changes, conflicts } = await comeBack(format, set, edit);
    expect(conflicts).toEqual([]);
    const question = 'small:town-taken:date:choice:00000006';
    expect(changes.map(({ part, from, to }) => [part, from, to])).toEqual([
      ['stem', 'On which day did this happen: the duke took the town?', 'On which day did this happen: the duke seized the town?'],
      ['option', '9 March 1450', '10 March 1450'],
    ]);
    const merged = applyChanges(set, changes);
    expect(merged.revision).toBe(1);
    expect(merged.questions.find(({ id }) => id === question)?.options.map(({ text }) => text)).toEqual(['1 March 1450', '2 March 1450', '10 March 1450']);
    // What was merged is what came back.
    expect((await comeBack(format, merged)).changes).toEqual([]);
  }); // prettier-ignore

  test('edited here as well: a conflict where both changed, theirs where only they did, mine where only I did', async () => {
    const base = smallSet();
    const set = smallSet({
      questions: base.questions.map((each) =>
        each.fact === 'town-taken:date' ? { ...each, stem: 'Mine?' } : each.fact === 'oath:event-by-date' ? { ...each, stem: 'Only mine?' } : each,
      ),
    });
    const edit = (text: string): string =>
      text.replaceAll('the duke took the town?', 'the duke seized the town?').replaceAll('Where was the fair held?', 'Where was the great fair held?');
    const { changes, conflicts } = await comeBack(format, set, edit, base);
    expect(conflicts).toMatchObject([{ question: 'small:town-taken:date:choice:00000006', why: 'changed-here-too', mine: 'Mine?' }]);
    expect(changes.map(({ part, to }) => [part, to])).toEqual([['stem', 'Where was the great fair held?']]);
  }); // prettier-ignore
});

describe('an edit that does not fit is shown, not taken', () => {
  const edits: readonly (readonly [string, BackFormat, (text: string) => string, object])[] = [
    ['two options alike', 'gift', (text) => text.replace('~9 March 1450', '~1 march 1450'), { why: 'alike' }],
    ['an option more', 'gift', (text) => text.replace('~9 March 1450', '~9 March 1450#x\n\t~11 March 1450'), { why: 'other-options' }],
    ['no right answer', 'gift', (text) => text.replace('=2 March 1450', '~2 March 1450'), { why: 'no-right-answer' }],
    ['another year', 'gift', (text) => text.replaceAll('-31:', '-32:'), { why: 'answer-of-the-pack', from: '-31', to: '-32' }],
    ['a date to type', 'csv', (text) => text.replace('2.3.1450 |', '4.3.1450 |'), { why: 'answer-of-the-pack', to: '4.3.1450' }],
    ['another shape', 'csv', (text) => text.replace(',town-taken:date,date,choice,', ',town-taken:date,date,order,'), { why: 'other-shape' }],
    ['an empty stem', 'csv', (text) => text.replace('On which day did this happen: the duke took the town?', ''), { why: 'empty', part: 'stem' }],
    ['a control character', 'csv', (text) => text.replace('the duke took the town?', 'the duke seized\u000B the town?'), { why: 'not-text', part: 'stem' }],
    ['a null in markup', 'gift', (text) => text.replaceAll('duke took the town?', 'duke\u0000 seized the town?'), { why: 'not-text', part: 'stem' }],
    ['a text turned round', 'moodle', (text) => text.replaceAll('duke took the town?', 'duke \u202Etook the town?'), { why: 'not-text', part: 'stem' }],
    ['a null in JSON', 'json', (text) => text.replaceAll('the duke took the town?', 'the duke\\u0000 seized the town?'), { why: 'not-text', part: 'stem' }],
    ['an option of nothing seen', 'json', (text) => text.replaceAll('9 March 1450', '9 March\u202E 1451'), { why: 'not-text', part: 'option' }],
    ['a stem too long', 'csv', (text) => text.replace('the duke took the town?', 'x'.repeat(2001)), { why: 'too-long', part: 'stem' }],
    ['a row cut short', 'csv', (text) => text.replace(/(town-taken:date,[^\r]+1450,9 March)[^\r]+/u, '$1'), { why: 'cut-short' }],
    ['a row cut in its explanation', 'csv', (text) => text.replace(/(town-taken:date,[^\r]+The duke took)[^\r]+/u, '$1"'), { why: 'cut-short' }],
    ['an order of unknown options', 'csv', (text) => text.replace('"b, a, c"', '"x, y, z"'), { why: 'stray-key' }],
    ['an order with an option twice', 'csv', (text) => text.replace('"b, a, c"', '"b, b, c"'), { why: 'stray-key' }],
    ['an order of unknown options in JSON', 'json', (text) => text.replace(/"b",\s+"a",\s+"c"/u, '"x","y","z"'), { why: 'stray-key' }],
    ['twice', 'csv', (text) => `${text}small:oath:event-by-date:choice:00000006,,,choice,en,Again?,a,b,c,,,,,,b,b\r\n`, { why: 'twice' }],
  ]; // prettier-ignore
  test.each(edits)('%s', async (_name, format, edit, expected) => {
    const { changes, conflicts } = await comeBack(format, smallSet(), edit);
    expect(changes).toEqual([]);
    expect(conflicts).toMatchObject([expected]);
  });
});

describe('the answer comes home', () => {
  test('another right option, another order, more names of a place', async () => {
    const edit = (text: string): string =>
      text
        .replace('\t~1 March 1450', '\t=1 March 1450').replace('\t=2 March 1450', '\t~2 March 1450')
        .replace('The siege began\nThe gate fell', 'The gate fell\nThe siege began')
        .replace('=%100%Furt', '=%100%Furt\n\t=%100%The Ford'); // prettier-ignore
    const { changes, conflicts } = await comeBack('gift', smallSet(), edit);
    expect(conflicts).toEqual([]);
    expect(changes.map(({ part, from, to }) => [part, from, to])).toEqual([
      ['key', 'b', 'a'],
      ['names', 'Ford | Furt', 'Ford | Furt | The Ford'],
      ['key', 'b,a,c', 'a,b,c'],
    ]);
    const merged = applyChanges(smallSet(), changes);
    expect(merged.questions.map(({ key }) => key)).toEqual([['a'], [], [], [], [], ['a', 'b', 'c'], ['b']]);
    // What is right has no reason why it is wrong any more, and what is wrong is not marked as the right one.
    expect(merged.questions[0]?.options.map(({ why }) => why)).toEqual(['key', '', 'that was another time']);
  });

  test('to the form that stood in, where that was in the file', async () => {
    const { changes } = await comeBack('gift', smallSet(), (text) => text.replace('[html]Where was the mill built?', '[html]Where was the first mill built?'));
    expect(changes).toMatchObject([{ question: 'small:mill-built:place:map:00000003', target: 'small:mill-built:place:choice:00000006' }]);
    const merged = applyChanges(smallSet(), changes);
    expect(merged.questions.find(({ form }) => form === 'map')?.stem).toBe('Where on the map was the mill built?');
    expect(merged.alternatives['small:mill-built:place:map:00000003']?.[0]?.stem).toBe('Where was the first mill built?');
  }); // prettier-ignore

  test.each(['gift', 'moodle'] as const)('with backslashes in what is ordered or matched, from %s', async (format) => {
    const small = smallSet();
    const text = String.raw`The \new gate at C:\n \ &bsol; fell`;
    const questions = small.questions.map((each) => ({ ...each, options: each.options.map((option) => (option.text === 'The gate fell' ? { ...option, text } : option)) }));
    const set = { ...small, questions };
    for (const substitutes of [{}, { order: 'match' }] as const) {
      const file = (await written(format, set, { substitutes })).text;
      const read = await readBack(file, format);
      expect(read.ok && reconcile(set, read.returned)).toMatchObject({ changes: [], conflicts: [] });
    }
    const ordering = (await written('gift', set)).text.split('\n').filter((each) => each.startsWith('The ') && each.includes('new gate'));
    expect(ordering).toEqual(['The &bsol;new gate at C&colon;&bsol;n &bsol; &amp;bsol; fell']);
  }); // prettier-ignore

  test('with a backslash before an asterisk, which is no wildcard but where it is typed', async () => {
    const small = smallSet();
    const text = String.raw`a \* b`;
    const set = { ...small, questions: small.questions.map((each) => ({ ...each, stem: text, explanation: text })) };
    const file = (await written('gift', set)).text;
    expect(file).toContain(String.raw`::a \\* b::[html]a \\* b {`);
    const read = await readBack(file, 'gift');
    expect(read.ok && reconcile(set, read.returned)).toMatchObject({ changes: [], conflicts: [] });
  });

  test('from matching pairs', async () => {
    const set = smallSet();
    const { text } = await written('moodle', set, { substitutes: { order: 'match' } });
    const read = await readBack(text.replaceAll('Peace was made', 'Peace came'), 'moodle');
    expect(read.ok && reconcile(set, read.returned).changes.map(({ part, to }) => [part, to])).toEqual([['option', 'Peace came']]);
  }); // prettier-ignore
});

describe('files of others', () => {
  test('Moodle as it exports itself: CDATA, its own marks, questions without our ids', async () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<!-- question: 7  -->
  <question type="multichoice">
    <name><text>On which day</text></name>
    <questiontext format="html"><text><![CDATA[<p dir="auto">On which day did this happen: the duke <b>seized</b> the town?</p>]]></text></questiontext>
    <generalfeedback format="html"><text></text></generalfeedback>
    <idnumber>small:town-taken:date:choice:00000006</idnumber>
    <answer fraction="0" format="html"><text><![CDATA[<p>9 March 1450</p>]]></text></answer>
    <answer fraction="100" format="html"><text>2 March 1450</text></answer>
    <answer fraction="0" format="html"><text>1&nbsp;March 1450</text></answer>
  </question>
  <question type="essay"><name><text>Another's</text></name><idnumber>x</idnumber></question>
  <question type="truefalse"><name><text>Another's</text></name><idnumber></idnumber></question>
</quiz>`;
    expect(backFormatOf(text)).toBe('moodle');
    const read = await readBack(text, 'moodle');
    if (!read.ok) throw new Error(read.message);
    expect(read.passed).toBe(2);
    const { changes, missing } = reconcile(smallSet(), read.returned);
    expect(changes.map(({ part, to }) => [part, to])).toEqual([
      ['stem', 'On which day did this happen: the duke seized the town?'],
      ['explanation', ''],
    ]);
    expect(missing.length).toBe(6);
  });

  test('Anki as it exports our note types, with deck and type in columns', async () => {
    const [question] = smallSet().questions;
    const fields = [question?.stem.replace('took', 'seized'), '<ul><li>1 March 1450</li><li>2 March 1450</li><li>9 March 1450</li></ul>', '2 March 1450', 'Town, 2 March 1450: The duke took the town &amp; its mill.<ul><li>x</li></ul>', 'Source', 'id', '', '', ''];
    const row = [guidOf(question?.id ?? ''), 'Dateline choice', 'Deck', ...fields, 'tag'].map((cell) => `"${cell ?? ''}"`).join('\t');
    const text = `#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:13\n${row}\n`;
    const read = await readBack(text, 'anki-text');
    expect(read.ok && reconcile(smallSet(), read.returned).changes.map(({ part, to }) => [part, to])).toEqual([['stem', 'On which day did this happen: the duke seized the town?']]);
  }); // prettier-ignore

  test.each([
    ['json', '{"format": "dateline-set/1"}'], ['json', '{'], ['json', '{"format": "x"}'], ['moodle', '<quiz'], ['moodle', '<a/>'], ['gift', 'nothing'],
    ['anki-text', '#separator:tab\na\tb'], ['csv', 'a,b\n1,2'], ['csv', '"a'],
  ] as const)('%s that is none: %j', async (format, text) => {
    expect(await readBack(text, format)).toMatchObject({ ok: false });
  }); // prettier-ignore

  test.each(['{}', '<html>', 'BEGIN:VCALENDAR', 'name,date', ''])('not recognised: %j', (text) => expect(backFormatOf(text)).toBeNull()); // prettier-ignore
});

test('a set goes out as JSON and is the same set when it comes back', async () => {
  for (const set of [smallSet(), hostileSet()]) {
    const { text } = await written('json', set);
    const read = readJsonSet(text);
    expect(read).toEqual({
      ok: true,
      set: JSON.parse(JSON.stringify({ ...set, events: [], drawMap: null })) as unknown,
    });
  }
});
