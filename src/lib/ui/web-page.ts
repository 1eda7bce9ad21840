/** A pack from a file may give any address; only that of a web page becomes a link. */
export function isWebPage(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
