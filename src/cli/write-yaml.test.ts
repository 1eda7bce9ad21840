import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as yaml from 'yaml';
import { writeYaml } from './write-yaml';

const text = fc.oneof(
  fc.constantFrom('true', 'Null', 'no', 'a: b', 'a #b', '- a', 'Lviv', "м'ята", '1582', 'a, b', '', ' a', 'a ', 'O. (b)', 'a\nb', 'a:'),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
); // prettier-ignore
const id = fc.constantFrom('lviv', 'fort-1812', 'a', '7-towers');
const event = fc.record(
  {
    id,
    name: text,
    clause: text,
    when: fc.constantFrom('2022-03-02', '-0479', '../1500', '[1500,1501]', '156X~'),
    where: fc.array(id, { maxLength: 30 }),
    conflicts: fc.array(fc.constantFrom('1700', '[1500..1501]'), { maxLength: 2 }),
    aliases: fc.array(text, { maxLength: 2 }),
    point: fc.tuple(fc.double({ noNaN: true }), fc.integer()),
    sensitive: fc.boolean(),
    note: fc.option(text),
    sources: fc.array(fc.record({ source: id, section: text, paragraph: fc.nat() }), { maxLength: 2 }),
    translations: fc.dictionary(fc.constantFrom('uk', 'no', 'pt-BR', '12'), fc.record({ name: text })),
  },
  { requiredKeys: ['id'] },
);

describe('a pack as YAML', () => {
  it('reads back as what was written, whatever its words', () => {
    const pack = fc.record({ title: text, licence: fc.option(text), events: fc.array(event, { maxLength: 4 }) });
    fc.assert(
      fc.property(pack, (value) => {
        expect(yaml.parse(writeYaml(value))).toEqual(value);
      }),
    );
  });

  it('writes plain events as the library does', () => {
    const events = [
      {
        id: 'fort-1812',
        name: "the siege of Fort St. George (O'Neil's)",
        when: '1812-03-02',
        where: ['lviv', 'kyiv'],
        point: [29.9, -50],
        sources: [{ source: 'book', section: 'One', paragraph: 3 }],
        translations: { uk: { name: 'облога' } },
      },
      { id: 'b', name: 'no: not plain', sensitive: false },
    ];
    expect(writeYaml({ title: 'A pack', events })).toBe(`title: A pack
events:
  - id: fort-1812
    name: the siege of Fort St. George (O'Neil's)
    when: "1812-03-02"
    where: [lviv, kyiv]
    point: [29.9, -50]
    sources:
      - source: book
        section: One
        paragraph: 3
    translations:
      uk:
        name: облога
  - id: b
    name: "no: not plain"
    sensitive: false
`);
  });
});
