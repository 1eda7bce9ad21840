import type { KnownFacts } from '$lib/core/memory/storing';
import { KINDS } from '$lib/core/questions/question';
import type { Kind } from '$lib/core/questions/question';
import type { FactInfo } from './ports';

/**
 * The facts of a pack as they were stored, where the same version of the app found them in the same version of the pack; null where
 * they must be found anew.
 */
export function rememberedFacts(
  known: KnownFacts | null,
  packVersion: number,
  app: string,
): readonly FactInfo[] | null {
  if (known?.version !== packVersion || known.by !== app) return null;
  const infos = known.facts.flatMap((item): FactInfo[] => {
    const { fact, memories, kind, storyline, events, forms } = item;
    if (!isKind(kind) || storyline === undefined || events === undefined || forms === undefined) return [];
    return [{ fact, memories, kind, storyline, events, forms }];
  });
  return infos.length === known.facts.length ? infos : null;
}

function isKind(kind: string | undefined): kind is Kind {
  return KINDS.some((one) => one === kind);
}
