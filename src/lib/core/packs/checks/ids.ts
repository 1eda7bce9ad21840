import { LISTS, byId, problemIn, type Draft, type DraftItem } from '../draft';
import type { Problem } from '../problem';

/** Every second definition of an id in its list. */
export function checkIds({ lists }: Draft): readonly Problem[] {
  return LISTS.flatMap((list) => {
    const first = byId(lists[list]);
    return lists[list].flatMap((item) => {
      const earlier = item.id === null ? undefined : first.get(item.id);
      if (earlier === undefined || earlier === item) return [];
      const message = `is defined a second time, first at ${place(earlier)}`;
      return [problemIn(item, ['id'], { message, expected: 'an id of its own' })];
    });
  });
}

function place(item: DraftItem): string {
  const { file, line } = item.document.at([...item.path, 'id']);
  return `${file}:${String(line)}`;
}
