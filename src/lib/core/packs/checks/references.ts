import {
  byId,
  lengthIn,
  problemIn,
  textIn,
  textsIn,
  type Draft,
  type DraftItem,
  type DraftText,
  type ListName,
} from '../draft';
import type { Problem } from '../problem';
import { nearestId } from './nearest-id';

const NOUN: Readonly<Record<ListName, string>> = {
  sources: 'source',
  storylines: 'storyline',
  places: 'place',
  events: 'event',
};

/** Every id that is named and not defined, with the nearest one that is. */
export function checkReferences(draft: Draft): readonly Problem[] {
  const known = {
    sources: byId(draft.lists.sources),
    storylines: byId(draft.lists.storylines),
    places: byId(draft.lists.places),
    events: byId(draft.lists.events),
  };
  const check = (item: DraftItem, list: ListName, named: readonly DraftText[]): readonly Problem[] =>
    draft.complete[list]
      ? named
          .filter(({ text }) => !known[list].has(text))
          .map(({ text, path }) => {
            const near = nearestId(text, known[list].keys());
            const expected = `the id of a ${NOUN[list]}${near === null ? '' : `, perhaps ${near}`}`.replace(
              'a event',
              'an event',
            );
            return problemIn(item, path, {
              message: `names a ${NOUN[list]} that the pack does not have`.replace('a event', 'an event'),
              expected,
            });
          })
      : [];

  return [
    ...draft.lists.places.flatMap((place) => check(place, 'places', textsIn(place, 'within'))),
    ...draft.lists.events.flatMap((event) => [
      ...check(event, 'storylines', single(event, 'storyline')),
      ...check(event, 'places', textsIn(event, 'where')),
      ...check(event, 'places', textsIn(event, 'avoid', 'places')),
      ...check(event, 'events', single(event, 'partOf')),
      ...(['after', 'sameAs'] as const).flatMap((key) => check(event, 'events', textsIn(event, key))),
      ...check(event, 'events', textsIn(event, 'avoid', 'events')),
      ...Array.from({ length: lengthIn(event, 'sources') }, (_, index) =>
        check(event, 'sources', single(event, 'sources', index, 'source')),
      ).flat(),
    ]),
  ];
}

function single(item: DraftItem, ...path: readonly (string | number)[]): readonly DraftText[] {
  const text = textIn(item, ...path);
  return text === null ? [] : [{ text, path }];
}
