import type { Server } from 'node:http';
import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import type { ServerOptions } from './options';

/** What a person can type to get here: one line for this machine, then one for each of its addresses in the local network. */
export function addresses(server: Server, { host, base }: ServerOptions): string[] {
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const link = (name: string): string => `http://${name}:${port}${base}/`;
  if (host !== null && host !== '0.0.0.0' && host !== '::') return [`Dateline is at ${link(bracket(host))}`];
  return [
    `Dateline is at ${link('localhost')}`,
    ...localAddresses().map((address) => `In this network:  ${link(address)}`),
  ];
}

/** The same as addresses alone, for phones: nobody but this machine gets to one that is named `localhost`. */
export function phoneAddresses(server: Server, { host, base }: ServerOptions): string[] {
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const everywhere = host === null || host === '0.0.0.0' || host === '::';
  const names = everywhere ? localAddresses() : [bracket(host)];
  return names.map((name) => `http://${name}:${port}${base}/`);
}

/** The page for pupils as a code in the terminal, for phones on the same network; empty where no phone gets here. @param found what `phoneAddresses` tells */
export function codeFor(found: readonly string[]): string[] {
  const first = found.find((address) => !/^http:\/\/(127\.|localhost|\[::1\])/.test(address));
  if (first === undefined) return [];
  const page = `${first}join/`;
  return [
    ...renderUnicodeCompact(page, { border: 2 }).split('\n'),
    `Phones scan this, or type ${page}`,
    `Where they do not get here: ${first}host/doctor/ says what to try`,
  ];
}

/** IPv4 only: nobody types the other kind on a phone. */
function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** An IPv6 address inside a URL stands in brackets. */
function bracket(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
