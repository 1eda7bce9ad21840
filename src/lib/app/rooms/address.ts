/** What the address of the player's page holds: the PIN in its query, a secret in its fragment, which no server sees. */
export interface JoinAddress {
  /** Six digits; null: none. */
  readonly pin: string | null;
  /** From the QR code: lets its reader in. */
  readonly secret: string | null;
  /** The code with which a seat is taken over from a phone that died. */
  readonly code: string | null;
  /** A seat taken before, so that it lives on where storage is off or the page was opened elsewhere. */
  readonly seat: { readonly room: string; readonly seat: number; readonly token: string } | null;
}

const SECRET = /^[\w-]{22,64}$/;

/** Reads `?room=482913#secret` and `?room=482913#s=room.seat.token`. */
export function readJoinAddress(url: URL): JoinAddress {
  const pin = /^\d{6}$/.exec(url.searchParams.get('room') ?? '')?.[0] ?? null;
  const fragment = url.hash.slice(1);
  const [, room = '', seat = '', token = ''] = /^s=([\w-]+)\.(\d{1,4})\.([\w-]{22,64})$/.exec(fragment) ?? [];
  if (token !== '') return { pin, secret: null, code: null, seat: { room, seat: Number(seat), token } };
  const code = /^c=([\w-]{4,20})$/.exec(fragment)?.[1] ?? null;
  return { pin, secret: code === null && SECRET.test(fragment) ? fragment : null, code, seat: null };
}

/** The fragment that keeps a seat. */
export function seatFragment({ room, seat, token }: NonNullable<JoinAddress['seat']>): string {
  return `#s=${room}.${seat}.${token}`;
}

/** What the QR code leads to. @param page the address of the player's page, without query */
export function joinLink(page: string, pin: string, secret: string): string {
  return `${page}?room=${pin}#${secret}`;
}

/** What the QR code for taking over a seat leads to. */
export function claimLink(page: string, pin: string, code: string): string {
  return `${page}?room=${pin}#c=${code}`;
}

/** A PIN as people type and read it: digits only, whatever stands between them. */
export function readPin(typed: string): string | null {
  const digits = typed.replace(/\D/g, '');
  return digits.length === 6 ? digits : null;
}

/** `482 913`. */
export function sayPin(pin: string): string {
  return `${pin.slice(0, 3)} ${pin.slice(3)}`;
}

/** Where phones find the site: an address that names the laptop itself is of no use to them. @param site as this browser has it, with a slash at its end */
export function publicAddress(site: string, facts: { readonly addresses: readonly string[] } | null): string {
  const { hostname } = new URL(site);
  const isSelf = hostname === 'localhost' || hostname.endsWith('.localhost') || /^127\.|^\[::1\]$/.test(hostname);
  return isSelf ? (facts?.addresses[0] ?? site) : site;
}

/** What the QR code for moving the host leads to; its code stands where no server sees it. @param site with a slash at its end */
export function takeOverLink(site: string, pin: string, recovery: string): string {
  return `${site}host/?over=${pin}#${recovery}`;
}

/** Reads it again; null: the address is none. */
export function readTakeOver(url: URL): { readonly pin: string; readonly recovery: string } | null {
  const pin = /^\d{6}$/.exec(url.searchParams.get('over') ?? '')?.[0];
  const recovery = /^#([\w-]{4,40})$/.exec(url.hash)?.[1];
  return pin === undefined || recovery === undefined ? null : { pin, recovery };
}
