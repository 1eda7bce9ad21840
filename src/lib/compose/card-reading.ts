import { createCardReader, mirrored, type CardPicture, type ReadCard } from '$lib/adapters/card-reader';

/** Reads cards as they are, and where that gives nothing, as a mirror shows them. */
export function cardReading(): (picture: CardPicture) => readonly ReadCard[] {
  const read = createCardReader();
  return (picture) => {
    const seen = read(picture);
    return seen.length > 0 ? seen : read(mirrored(picture));
  };
}
