import { createHash, randomBytes, randomInt } from 'node:crypto';

const LUCK_BYTES = 16;
/** Drawn from the system for many steps at once: asking it takes longer than a step does. */
const POOL_BYTES = 256 * LUCK_BYTES;
let pool = Buffer.alloc(0);

/** 128 bits as 32 hexadecimal digits: the luck of one step. */
export function newLuck(): string {
  if (pool.length < LUCK_BYTES) pool = randomBytes(POOL_BYTES);
  const luck = pool.toString('hex', 0, LUCK_BYTES);
  pool = pool.subarray(LUCK_BYTES);
  return luck;
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
