import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 128 bits as 32 hexadecimal digits: the luck of one step. */
export function newLuck(): string {
  return randomBytes(16).toString('hex');
}

/** 128 bits, base64url. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

export function newPin(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

/** What stands for a secret in a room and its journal: whoever reads those cannot use it. 132 bits of SHA-256, base64url. */
export function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url').slice(0, 22);
}
