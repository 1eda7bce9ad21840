import { describe, expect, test } from 'vitest';
import { hostileSet, smallSet } from '../../samples/export-set';
import { FORBIDDEN, textOf, wellFormed, written, type Tried } from './written';

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

function checkXml({ files }: Tried): void {
  for (const [path, content] of files) {
    if (!path.endsWith('.xml') && !path.endsWith('.rels')) continue;
    expect(wellFormed(textOf(content)), path).toBe(true);
    expect(textOf(content), path).not.toMatch(FORBIDDEN);
  }
}

/** Every file that a manifest names is there, every file is named, and no dependency dangles. */
function checkManifest({ files }: Tried): void {
  const manifest = textOf(files.get('imsmanifest.xml'));
  const named = new Set(matches(manifest, /<file href="([^"]+)"/gu));
  expect(named).toEqual(new Set([...files.keys()].filter((path) => path !== 'imsmanifest.xml')));
  const resources = new Set(matches(manifest, /<resource identifier="([^"]+)"/gu));
  for (const reference of matches(manifest, /identifierref="([^"]+)"/gu)) expect(resources.has(reference), reference).toBe(true);
} // prettier-ignore

describe('QTI 1.2 for Canvas', async () => {
  const tried = await written('qti12', hostileSet());
  const manifest = textOf(tried.files.get('imsmanifest.xml'));
  const quizPath = [...tried.files.keys()].find((path) => /^(q_\w+)\/\1\.xml$/u.test(path)) ?? '';
  const quiz = textOf(tried.files.get(quizPath));
  const meta = textOf(tried.files.get(quizPath.replace(/[^/]+$/u, 'assessment_meta.xml')));

  test('is well-formed, its manifest whole', () => {
    checkXml(tried);
    checkManifest(tried);
    expect(manifest).toContain('type="imsqti_xmlv1p2"');
  });

  test('the quiz of the settings is the assessment, or Canvas ignores them', () => {
    const [ident] = matches(quiz, /<assessment ident="([^"]+)"/gu);
    expect(matches(meta, /<quiz identifier="([^"]+)"/gu)).toEqual([ident]);
  });

  test('has an item a question, each with a type that Canvas knows', () => {
    expect(matches(quiz, /<item ident="([^"]+)"/gu).length).toBe(tried.items.length);
    const types = new Set(matches(quiz, /question_type<\/fieldlabel><fieldentry>([^<]+)/gu));
    expect(types).toEqual(new Set(['multiple_choice_question', 'short_answer_question', 'hot_spot_question', 'ordering_question']));
  }); // prettier-ignore

  test('every value that scores is that of a label in the same item', () => {
    for (const item of quiz.split('<item ').slice(1)) {
      const labels = new Set(matches(item, /<response_label ident="([^"]+)"/gu));
      const isTyped = item.includes('<response_str');
      const values = matches(item, /<varequal[^>]*>([^<]*)</gu);
      expect(values.length).toBeGreaterThan(0);
      if (!isTyped) for (const value of values) expect(labels.has(value), value).toBe(true);
    }
  });

  test('a hot spot lies in its picture, as fractions, and the picture is there', () => {
    const areas = matches(quiz, /rarea="rectangle">([^<]+)</gu);
    expect(areas.length).toBeGreaterThan(0);
    for (const area of areas) for (const number of area.split(',')) expect([Number(number) >= 0, Number(number) <= 1]).toEqual([true, true]);
    for (const name of matches(quiz, /\$IMS-CC-FILEBASE\$\/([^"]+)"/gu)) expect(tried.files.has(`web_resources/${name}`)).toBe(true);
  }); // prettier-ignore

  test('HTML is escaped text, once', () => {
    for (const markup of matches(quiz, /<mattext texttype="text\/html">([^<]*)</gu)) expect(markup).toMatch(/^&lt;p dir=&quot;auto&quot;&gt;/u);
    expect(quiz).toContain('&amp;lt;script&amp;gt;');
    expect(quiz).not.toContain('&amp;amp;lt;script');
  }); // prettier-ignore

  test('matching in place of ordering, for Classic Quizzes', async () => {
    const { files } = await written('qti12', smallSet(), { substitutes: { order: 'match' } });
    const all = [...files.values()].map(textOf).join('');
    expect(all).toContain('matching_question');
    expect(matches(all, /<setvar varname="SCORE" action="Add">([^<]+)/gu)).toEqual(['33.33', '33.34', '33.33']);
  });
});

describe('IMS Common Cartridge', async () => {
  const tried = await written('cc11', hostileSet());
  const quiz = textOf(tried.files.get('assessment/assessment.xml'));

  test('is well-formed, its manifest whole, with the title that it must have', () => {
    checkXml(tried);
    checkManifest(tried);
    const manifest = textOf(tried.files.get('imsmanifest.xml'));
    expect(manifest).toContain('<schemaversion>1.1.0</schemaversion>');
    expect(manifest).toMatch(/<lomimscc:title><lomimscc:string>[^<]+</u);
    expect(manifest).toContain('structure="rooted-hierarchy"');
    expect(manifest).toContain('type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"');
  });

  test('every item names a profile that the cartridge has; no ordering, no hot spot', () => {
    const profiles = matches(quiz, /cc_profile<\/fieldlabel><fieldentry>([^<]+)/gu);
    expect(new Set(profiles)).toEqual(new Set(['cc.exam.v0p1', 'cc.multiple_choice.v0p1', 'cc.fib.v0p1']));
    expect(profiles.length).toBe(tried.items.length + 1);
    expect(quiz).not.toMatch(/Ordered|render_hotspot/u);
  });
});

describe.each(['qti21', 'qti30'] as const)('the package of %s', async (id) => {
  const tried = await written(id, hostileSet());
  const prefix = id === 'qti30' ? 'qti-' : '';
  const items = [...tried.files]
    .filter(([path]) => path.startsWith('items/'))
    .map(([path, content]) => [path, textOf(content)] as const);

  test('is well-formed, its manifest whole', () => {
    checkXml(tried);
    checkManifest(tried);
  });

  test('a resource bears the identifier of its item, or converters leave dependencies dangling', () => {
    const manifest = textOf(tried.files.get('imsmanifest.xml'));
    expect(items.length).toBe(tried.items.length);
    for (const [path, item] of items) {
      const [identifier] = matches(item, /<(?:qti-)?assessment-?item [^>]*? identifier="([^"]+)"/giu);
      expect(path).toBe(`items/${identifier ?? ''}.xml`);
      expect(manifest).toContain(`<resource identifier="${identifier ?? ''}" type="imsqti_item_xmlv${id === 'qti21' ? '2p1' : '3p0'}"`);
    }
  }); // prettier-ignore

  test('what is right is among what is offered', () => {
    for (const [, item] of items) {
      const offered = new Set(matches(item, /<(?:qti-simple-choice|simpleChoice) identifier="([^"]+)"/gu));
      const [declared = ''] = matches(item, /<(?:qti-correct-response|correctResponse)>(.*?)<\/(?:qti-correct-response|correctResponse)>/gu);
      const right = matches(declared, /<(?:qti-)?value>([^<]*)</gu);
      expect(right.length).toBeGreaterThan(0);
      if (offered.size > 0) for (const value of right) expect(offered.has(value)).toBe(true);
    }
  }); // prettier-ignore

  test('has every interaction, spelt as its version spells it', () => {
    const all = items.map(([, item]) => item).join('');
    const names = id === 'qti21' ? ['choiceInteraction', 'textEntryInteraction', 'orderInteraction', 'selectPointInteraction'] : ['choice-interaction', 'text-entry-interaction', 'order-interaction', 'select-point-interaction'];
    for (const name of names) expect(all).toContain(`<${prefix}${name} `);
    if (id === 'qti30') expect(all).not.toMatch(/<[a-z-]+[A-Z]|(?<![\w:])(?:responseIdentifier|baseType|maxChoices)=/u);
  }); // prettier-ignore

  test('all accepted spellings of a typed answer, in any case', () => {
    const typed = tried.items.filter(({ shape }) => shape === 'typed');
    const spelled = items.reduce(
      (sum, [, item]) => sum + matches(item, /<(?:qti-map-entry|mapEntry) ([^>]*)/gu).length,
      0,
    );
    expect(spelled).toBe(typed.reduce((sum, item) => sum + (item.shape === 'typed' ? item.answers.length : 0), 0));
  });
});

describe('H5P', async () => {
  const tried = await written('h5p', hostileSet());
  interface Content {
    readonly questions: readonly {
      readonly library: string;
      readonly subContentId: string;
      readonly metadata: { readonly title: string };
      readonly params: { readonly question?: string; readonly text?: string; readonly questions?: readonly string[]; readonly answers?: readonly { readonly text: string; readonly correct: boolean }[] };
    }[]; // prettier-ignore
  }
  const head = JSON.parse(textOf(tried.files.get('h5p.json'))) as Record<string, unknown>;
  const { questions } = JSON.parse(textOf(tried.files.get('content/content.json'))) as Content;

  test('has what H5P demands, and nothing but content', () => {
    expect([...tried.files.keys()]).toEqual(['h5p.json', 'content/content.json']);
    expect(head).toMatchObject({ mainLibrary: 'H5P.QuestionSet', embedTypes: ['iframe'], language: 'en', license: 'U' });
    expect(String(head.title).length).toBeLessThanOrEqual(255);
    const libraries = (head.preloadedDependencies as Record<string, unknown>[]).map((each) => `${String(each.machineName)} ${String(each.majorVersion)}.${String(each.minorVersion)}`);
    expect(libraries).toEqual(['H5P.QuestionSet 1.20', 'H5P.MultiChoice 1.16', 'H5P.Blanks 1.14']);
    // A version that is not exactly that of a library empties the content.
    for (const { library } of questions) expect(libraries).toContain(library);
  }); // prettier-ignore

  test('a licence that it knows is named as it names it', async () => {
    const { files } = await written('h5p', smallSet());
    expect(JSON.parse(textOf(files.get('h5p.json')))).toMatchObject({ license: 'CC BY-SA', licenseVersion: '4.0' });
  });

  test('only tags that H5P leaves in: no script, no heading', () => {
    const all = questions.flatMap(({ params }) => [params.question, params.text, ...(params.questions ?? []), ...(params.answers ?? []).map(({ text }) => text)]);
    for (const markup of all.flatMap((each) => each ?? [])) expect(markup.replace(/<\/?(?:p|div)>/gu, '')).not.toMatch(/<[a-z!/]/iu);
  }); // prettier-ignore

  test('a blank is bounded by two asterisks, its answers divided by strokes: no answer holds either', () => {
    const blanks = questions.flatMap(({ params }) => params.questions ?? []);
    expect(blanks.length).toBeGreaterThan(0);
    for (const blank of blanks) expect(blank).toMatch(/^<p>\*[^*:]+\*<\/p>$/u);
    expect(
      tried.losses.some(
        (loss) => loss.kind === 'fewer-spellings' || (loss.kind === 'left-out' && loss.why === 'signs'),
      ),
    ).toBe(true);
  });

  test('one right answer of each choice, and an id of its own for each question', () => {
    expect(new Set(questions.map(({ subContentId }) => subContentId)).size).toBe(tried.items.length);
    for (const { params } of questions)
      if (params.answers) expect(params.answers.filter(({ correct }) => correct).length).toBe(1);
  });
});

describe('Word', async () => {
  const tried = await written('docx', hostileSet(), { versions: ['A', 'B'] });
  const body = textOf(tried.files.get('word/document.xml'));
  const text = body
    .replace(/<w:br\/>/gu, '\n')
    .replace(/<\/w:p>/gu, '\n')
    .replace(/<[^>]+>/gu, '');

  test('is well-formed, every relation of the document is there and every target is', () => {
    checkXml(tried);
    const listed = textOf(tried.files.get('word/_rels/document.xml.rels'));
    const ids = new Set(matches(listed, /Id="([^"]+)"/gu));
    for (const id of matches(body, /r:(?:embed|id)="([^"]+)"/gu)) expect(ids.has(id), id).toBe(true);
    for (const target of matches(listed, /Target="([^"]+)"/gu))
      expect(tried.files.has(`word/${target}`), target).toBe(true);
  });

  test('a version after the other, each with its key, seed and letter in the footer', () => {
    expect(text.match(/^.+ – Version [AB]$/gmu)?.length).toBe(4);
    expect(textOf(tried.files.get('word/footer1.xml'))).toContain('Version A · seed 1');
    expect(textOf(tried.files.get('word/footer2.xml'))).toContain('Version B · seed 1');
  });

  test('the key read back from the text is that of what is printed', async () => {
    const { files } = await written('docx', smallSet(), { versions: ['A', 'B', 'C'] });
    const plain = textOf(files.get('word/document.xml')).replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, ''); // prettier-ignore
    for (const version of plain.split(/^The Siege of the Town – Version [ABC]$/mu).slice(1)) {
      const [printed = '', key = ''] = version.split(/^Answer key – Version [ABC]$/mu);
      const tasks = printed.split(/^(?=\d+\. )/mu).slice(1);
      const keys = key.split(/^(?=\d+\. )/mu).slice(1);
      expect([tasks.length, keys.length]).toEqual([7, 7]);
      tasks.forEach((task, i) => {
        const [, letter = '', answer = ''] = /^\d+\. ([A-D]) \((.+)\)$/mu.exec(keys[i] ?? '') ?? [];
        if (letter !== '') expect(task).toContain(`\n${letter}. ${answer}\n`);
        if (task.includes('Order: ')) {
          const order = (/^\d+\. (.+)$/mu.exec(keys[i] ?? '')?.[1] ?? '').split(', ').map((each) => new RegExp(`^${each}\\. (.+)$`, 'mu').exec(task)?.[1]);
          expect(order).toEqual(['The siege began', 'The gate fell', 'Peace was made']);
        }
      });
    }
  }); // prettier-ignore

  test('with the answers behind each question, as Microsoft Forms reads them', async () => {
    const { files } = await written('docx', smallSet(), { answers: 'inline' });
    const plain = textOf(files.get('word/document.xml')).replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, ''); // prettier-ignore
    expect(plain).toContain('1. On which day did this happen: the duke took the town?\nA. 1 March 1450\nB. 2 March 1450\nC. 9 March 1450\nAnswer: B\n');
    expect(plain).not.toContain('Answer key');
  }); // prettier-ignore
});
