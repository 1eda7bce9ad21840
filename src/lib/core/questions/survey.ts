import type { PackIndex } from '../packs/pack-index';
import { candidatesOf, sequencesOf } from './candidate-facts';
import { chainsOf } from './chains';
import type { Context } from './context';
import type { Objection } from './eligibility';
import type { Fact } from './facts';
import { objectionToForm } from './make-question';
import { formOf, FORMS_OF, type FormKey, type Refusal } from './question';

/** A fact that is asked, with the forms it can be asked in. */
export interface AskableFact {
  readonly fact: Fact;
  readonly forms: readonly FormKey[];
}

/** What a pack is asked, and why the rest of it is not. */
export interface Survey {
  readonly facts: readonly AskableFact[];
  readonly refusals: readonly Refusal[];
}

/** Tries every fact in every form once, with one seed: what is asked does not depend on it. */
export function surveyPack(context: Context, seed: number): Survey {
  const facts: AskableFact[] = [];
  const refusals: Refusal[] = [];
  const { index } = context;
  const settle = (subject: string, results: readonly Attempt[]): void => {
    const asked = results.filter(({ objection }) => objection === null);
    for (const fact of new Set(asked.map((one) => one.fact))) {
      facts.push({ fact, forms: asked.filter((one) => one.fact === fact).map(({ key }) => key) });
    }
    const [first] = results;
    if (asked.length === 0) {
      if (first?.objection != null) refusals.push(refusal(index, subject, first.objection, null));
      return;
    }
    // A form in which another fact of the event is asked (its other end, its place instead of its date) is not refused.
    const served = new Set(asked.map(({ key }) => key));
    for (const { objection, key } of results) {
      if (objection === null || served.has(key)) continue;
      served.add(key);
      refusals.push(refusal(index, subject, objection, formOf(key)));
    }
  };
  for (const event of index.pack.events) {
    for (const kind of ['date', 'place', 'event'] as const) {
      settle(`${event.id}:${kind}`, attempts(context, seed, candidatesOf(event, kind)));
    }
  }
  for (const { id } of index.pack.storylines) {
    const { left } = chainsOf(context, id);
    for (const { fact, chain } of sequencesOf(context, id)) {
      const results = attempts(context, seed, [fact]);
      const forms = results.filter(({ objection }) => objection === null).map(({ key }) => key);
      const refused: readonly (readonly [Objection, string | null])[] =
        forms.length > 0
          ? results.flatMap(({ objection, key }) => (objection === null ? [] : [[objection, formOf(key)] as const]))
          : results.slice(0, 1).flatMap(({ objection }) => (objection === null ? [] : [[objection, null] as const]));
      if (forms.length > 0) facts.push({ fact, forms });
      for (const event of chain) {
        for (const [objection, form] of refused) refusals.push(refusal(index, `${event.id}:sequence`, objection, form));
      }
    }
    for (const event of index.eventsOf(id)) {
      const objection = left.get(event.id);
      if (objection !== undefined) refusals.push(refusal(index, `${event.id}:sequence`, objection, null));
    }
  }
  return { facts, refusals };
}

interface Attempt {
  readonly fact: Fact;
  readonly key: FormKey;
  readonly objection: Objection | null;
}

function attempts(context: Context, seed: number, facts: readonly Fact[]): Attempt[] {
  return facts.flatMap((fact) =>
    FORMS_OF[fact.kind].map((form): Attempt => {
      const key = `${fact.kind}/${form}` as FormKey; // both halves come from the table that FormKey is made from
      return { fact, key, objection: objectionToForm(context, fact, key, seed) };
    }),
  );
}
export function refusal(index: PackIndex, fact: string, objection: Objection, form: string | null): Refusal {
  const { reason, detail } = objection;
  return { type: 'refusal', pack: index.pack.id, fact, ...(form === null ? {} : { form }), reason, detail };
}
