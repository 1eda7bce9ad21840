import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayTouch, type Span } from '../../time/span';
import { createTimeline } from './timeline';

const spans = fc.tuple(fc.nat(60), fc.nat(12)).map(
  ([first, days]): Span => ({ earliestStart: first, latestStart: first + days, earliestEnd: first, latestEnd: first + days }),
); // prettier-ignore

it('finds something that touches exactly where a look at every entry does, and takes no for an answer', () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 40 }), spans, fc.nat(3), (list, span, skip) => {
      const entries = list.map((one, i) => ({ span: one, i }));
      const accepts = ({ i }: { readonly i: number }): boolean => i % 4 !== skip;
      const found = createTimeline(entries).find(span, accepts);
      expect(found !== null).toBe(entries.some((one) => mayTouch(one.span, span) && accepts(one)));
      if (found !== null) expect(mayTouch(found.span, span) && accepts(found)).toBe(true);
    }),
  );
});
