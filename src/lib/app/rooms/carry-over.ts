import { encodeSet } from '$lib/core/export/share/share-code';
import type { AboutView } from '$lib/core/room/view';
import type { Missed } from './joining.svelte';
import type { DrawQr, QrDrawing } from './host-ports';

/** Longest address of which another phone reads a QR code from a phone's screen: version 20, 97 squares wide, with error correction M. */
const LONGEST_PICTURE = 660;

/** What takes the facts that a pupil missed to the app that they have. */
export interface CarryOver {
  /** A link that the app studies. */
  readonly link: string;
  /** The same as a picture; null: it is too long for one that could be read. */
  readonly picture: QrDrawing | null;
}

/** The facts as a set in a link, in the way in which teachers' sets travel. @param app address of the app, with a slash at its end */
export function carryOver(
  missed: Missed,
  about: Pick<AboutView, 'title' | 'language'>,
  app: string,
  qr: DrawQr,
): CarryOver {
  const items = missed.facts.map(({ fact, form }) => ({ fact, form, seed: 0, edit: null }));
  const code = encodeSet({ title: about.title, language: about.language, pack: missed.pack, seed: 0, items }, null);
  const link = `${app}study/?set=${code}`;
  return { link, picture: link.length <= LONGEST_PICTURE ? qr(link) : null };
}
