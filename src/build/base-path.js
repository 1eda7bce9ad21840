/**
 * BASE_PATH as Kit wants it, whichever slashes it came with.
 *
 * @param {string} [given]
 * @returns {'' | `/${string}`} empty, or with a leading and no trailing slash
 */
export function basePath(given = '') {
  const trimmed = given.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '' : `/${trimmed}`;
}
