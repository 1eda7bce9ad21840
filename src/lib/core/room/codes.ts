/** Without I, L, O, U: read aloud and typed by hand (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code to be typed, of `length` signs (5 bits each) in groups of four, from hexadecimal luck: 1.25 digits a sign. */
export function codeFrom(luck: string, length: number): string {
  let bits = 0n;
  for (const digit of luck) bits = bits * 16n + BigInt(Number.parseInt(digit, 16));
  let code = '';
  for (let i = 0; i < length; i++) {
    if (i > 0 && i % 4 === 0) code += '-';
    code += SIGNS[Number(bits & 31n)] ?? '0';
    bits >>= 5n;
  }
  return code;
}

/** What somebody typed, as the code would be written: case, dashes, spaces and look-alike letters do not matter. */
export function readCode(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1'); // prettier-ignore
  return plain.match(/.{1,4}/g)?.join('-') ?? '';
}
