/**
 * The address of a copy of the app as somebody types it, with a slash at its end and https where nothing else is said; null: it is none. What
 * is neither http nor https leads nowhere.
 */
export function readAppAddress(typed: string): string | null {
  const found =
    /^(?:(https?):\/\/)?((?:[\p{L}\p{N}][\p{L}\p{N}.-]*|\[[\da-f:]+\])(?::\d{1,5})?)(\/[^\s?#]*)?(?:[?#].*)?$/iu.exec(
      typed.trim(),
    );
  if (found === null) return null;
  const [, scheme = 'https', host = '', path = ''] = found;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${path.replace(/\/*$/, '/')}`;
}
