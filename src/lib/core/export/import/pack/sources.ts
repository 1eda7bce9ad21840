import type { PackSource } from '../../../packs/pack-source';
import type { ForeignFile } from '../foreign';
import { idGiver, slugOf } from '../text/slug';
import type { RowDraft } from './draft';

type Source = NonNullable<PackSource['sources']>[number];

/** Longest title that is made of an address. */
const LONGEST = 200;

export interface GatheredSources {
  /** Those that are cited. */
  readonly list: () => readonly Source[];
  /** The id of the source that a row cites. */
  readonly cite: (draft: RowDraft) => string;
}

/** One source for each address or title that rows cite, and one for the file itself where they cite none. */
export function gatherSources(file: ForeignFile, fileTitle: string): GatheredSources {
  const give = idGiver();
  const sources = new Map<string, Source>();
  const own = file.source ?? { title: fileTitle, publisher: null, url: null, licence: null };
  const add = (key: string, source: Omit<Source, 'id'>): string => {
    const known = sources.get(key);
    if (known !== undefined) return known.id;
    const id = give(slugOf(source.title) ?? 'source');
    sources.set(key, { id, ...source });
    return id;
  };
  return {
    list: () => [...sources.values()].map(withoutNulls),
    cite: ({ source }) => {
      if (source?.url != null)
        return add(`url ${source.url}`, { title: source.title ?? titleOf(source.url), url: source.url });
      if (source?.title != null) return add(`title ${source.title}`, { title: source.title });
      return add('file', own);
    },
  };
}

function titleOf(url: string): string {
  return url.replace(/^https?:\/\//i, '').replace(/\/$/, '').slice(0, LONGEST); // prettier-ignore
}

function withoutNulls(source: Source): Source {
  const { id, title, publisher, url, licence } = source;
  return {
    id,
    title,
    ...(publisher == null ? {} : { publisher }),
    ...(url == null ? {} : { url }),
    ...(licence == null ? {} : { licence }),
  };
}
