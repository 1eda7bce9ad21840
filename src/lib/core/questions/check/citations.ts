import type { Case } from './case';
import { unless, type Finding } from './violation';

/** Every source shown is one that the pack cites for an event asked about, or for another telling of it, as the pack names it. */
export function checkSources({ question, events, bounds, evidence }: Case): readonly Finding[] {
  const cited = [...events, ...bounds]
    .flatMap(({ id }) => evidence.tellings(id))
    .flatMap((id) => evidence.events.get(id)?.sources ?? [])
    .map(({ source, section, paragraph }) => passage(source, section, paragraph));
  return [
    ...unless(question.sources.length > 0, 'sources', 'none is named'),
    ...unless(question.explanation.trim() !== '', 'wording', 'there is no explanation'),
    ...question.sources.flatMap(({ source, section, paragraph, ...said }) => {
      const known = evidence.sources.get(source);
      const where = passage(source, section, paragraph);
      if (known === undefined || !cited.includes(where))
        return [{ rule: 'sources', detail: `${where} is not cited for it` } as const];
      const same = (['title', 'publisher', 'url', 'licence'] as const).every((key) => said[key] === known[key]);
      return unless(same, 'sources', `${source} is described otherwise than in the pack`);
    }),
  ];
}

function passage(source: string, section: string | null, paragraph: number | null): string {
  return JSON.stringify([source, section, paragraph]);
}
