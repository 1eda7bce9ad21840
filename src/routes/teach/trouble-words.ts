import type { StorageProblem } from '$lib/app/ports';
import type { SetFileProblem } from '$lib/core/questions/saved-set/set-file';
import { m } from '$lib/paraglide/messages.js';
import { storageReason } from '$lib/ui/storage-words';

/** Why a set could not be opened or written. */
export function sayDeskTrouble(trouble: SetFileProblem | StorageProblem): string {
  switch (trouble.kind) {
    case 'no-set':
      return m.teach_no_set_file();
    case 'newer-set':
      return m.teach_newer_file();
    case 'bad-set': {
      const [first] = trouble.problems;
      return m.teach_bad_file({ where: first === undefined ? '' : `${first.path}: ${first.expected}` });
    }
    default:
      return m.set_not_saved({ reason: storageReason(trouble) });
  }
}
