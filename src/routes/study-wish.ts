import type { StudyWish } from '$lib/app/scope';

/** What the address asks to be studied: `storyline`, `place`, `fact` (as often as there are facts), `mode=cram`; without any, the whole pack by its schedule. */
export function readWish(query: URLSearchParams): StudyWish {
  const named = (name: string): string | null => {
    const value = query.get(name);
    return value === '' ? null : value;
  };
  const facts = query.getAll('fact').filter((fact) => fact !== '');
  return {
    mode: query.get('mode') === 'cram' ? 'cram' : 'study',
    storyline: named('storyline'),
    place: named('place'),
    ...(facts.length === 0 ? {} : { facts }),
  };
}

/** The query of a study page for a pack and a wish, without the question mark. */
export function studyQuery(pack: string, { mode, storyline, place, facts = [] }: StudyWish): string {
  const query = new URLSearchParams({ pack });
  if (storyline !== null) query.set('storyline', storyline);
  if (place !== null) query.set('place', place);
  for (const fact of facts) query.append('fact', fact);
  if (mode === 'cram') query.set('mode', mode);
  return query.toString();
}
