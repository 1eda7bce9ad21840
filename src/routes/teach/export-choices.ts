import type { Shape, Substitute } from '$lib/core/export/format';
import { m } from '$lib/paraglide/messages.js';

/** Versions of a test that one may have. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** What may be wished in place of a shape. */
const SUBSTITUTES: Readonly<Record<Shape, readonly Substitute[]>> = {
  order: ['match', 'choice', 'leave-out'],
  map: ['choice', 'typed', 'leave-out'],
  typed: ['choice', 'leave-out'],
  choice: [],
  match: [],
};

export interface ShapeChoice {
  readonly shape: Shape;
  readonly substitutes: readonly Substitute[];
}

/** What is to be decided for a target: of each shape of the set that is not simply chosen, what the target can have in its place. */
export function choicesFor(shapes: readonly Shape[], carried: readonly Shape[]): readonly ShapeChoice[] {
  return shapes.flatMap((shape) => {
    const substitutes = SUBSTITUTES[shape].filter((by) => by === 'leave-out' || carried.includes(by));
    return substitutes.length === 0 || carried.length === 0 ? [] : [{ shape, substitutes }];
  });
}

export function sayShape(shape: Shape): string {
  return shape === 'order'
    ? m.export_instead_order()
    : shape === 'map'
      ? m.export_instead_map()
      : m.export_instead_typed();
}

export function saySubstitute(by: Substitute): string {
  switch (by) {
    case 'match':
      return m.export_match();
    case 'choice':
      return m.export_choice();
    case 'typed':
      return m.export_typed();
    default:
      return m.export_leave_out();
  }
}
