import { deflateSync, inflateSync } from 'node:zlib';

// A screenshot as a small PNG. A page of text has few colours and many shades of their edges: 256 of them cannot be told from all, and
// a byte a pixel packs to a third of what the browser writes.

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

/**
 * @typedef {{ readonly width: number, readonly height: number, readonly pixels: Uint32Array }} Picture pixels are 0xRRGGBB
 * @typedef {{ readonly colour: number, readonly count: number }} Shade
 */

/**
 * @param {Buffer} png as Chromium writes it: 8 bits a channel, not interlaced, nothing transparent
 * @returns {Buffer}
 */
export function smallPng(png) {
  const picture = decode(png);
  const palette = choosePalette(picture.pixels);
  return encode(picture, palette);
}

/**
 * @param {Buffer} png
 * @returns {Picture}
 */
function decode(png) {
  /** @type {Buffer[]} */
  const data = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (type === 'IDAT') data.push(body);
    if (type !== 'IHDR') continue;
    [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
    channels = body[9] === 6 ? 4 : body[9] === 2 ? 3 : 0;
    if (body[8] !== 8 || channels === 0 || body[12] !== 0) throw new Error('this kind of PNG is not known here');
  }
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i += 1) pixels[i] = bytes.readUIntBE(i * channels, 3);
  return { width, height, pixels };
}

/**
 * Takes the filters of PNG off (RFC 2083, section 6).
 *
 * @param {Buffer} raw
 * @param {number} stride bytes a line
 * @param {number} height
 * @param {number} step bytes a pixel
 */
function unfilter(raw, stride, height, step) {
  const out = Buffer.alloc(stride * height);
  /** @param {number} at */
  const byte = (at) => out[at] ?? 0;
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < step ? 0 : byte(at - step);
      const up = y === 0 ? 0 : byte(at - stride);
      const corner = x < step || y === 0 ? 0 : byte(at - stride - step);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

/**
 * @param {number} left
 * @param {number} up
 * @param {number} corner
 */
function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/**
 * Median cut (Heckbert 1982): boxes of shades are halved along their longest side, the fullest first; each box becomes its commonest
 * shade, so that paper and ink stay exactly what they are.
 *
 * @param {Uint32Array} pixels
 * @returns {Map<number, number>} from each colour to that which stands for it
 */
function choosePalette(pixels) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  /** @type {Shade[][]} */
  const boxes = [[...counts].map(([colour, count]) => ({ colour, count }))];
  while (boxes.length < MOST_COLOURS) {
    const widest = boxes.map((box, index) => ({ index, ...longestSide(box) })).sort((a, b) => b.length - a.length)[0];
    if (widest === undefined || widest.length === 0) break;
    const [box = []] = boxes.splice(widest.index, 1);
    const sorted = box.toSorted((a, b) => channel(a.colour, widest.side) - channel(b.colour, widest.side));
    const middle = sorted.length >> 1;
    boxes.push(sorted.slice(0, middle), sorted.slice(middle));
  }
  return new Map(
    boxes.flatMap((box) => {
      const commonest = box.reduce((best, shade) => (shade.count > best.count ? shade : best), { colour: 0, count: 0 });
      return box.map((shade) => /** @type {const} */ ([shade.colour, commonest.colour]));
    }),
  );
}

/**
 * @param {readonly Shade[]} box
 * @returns {{ side: number, length: number }}
 */
function longestSide(box) {
  const sides = [0, 1, 2].map((side) => {
    const values = box.map(({ colour }) => channel(colour, side));
    return { side, length: Math.max(...values) - Math.min(...values) };
  });
  return sides.reduce((best, each) => (each.length > best.length ? each : best));
}

/**
 * @param {number} colour
 * @param {number} side 0 red, 1 green, 2 blue
 */
function channel(colour, side) {
  return (colour >> (8 * (2 - side))) & 255;
}

/**
 * @param {Picture} picture
 * @param {ReadonlyMap<number, number>} standFor
 */
function encode({ width, height, pixels }, standFor) {
  const palette = [...new Set(standFor.values())].sort((a, b) => a - b);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = standFor.get(pixels[y * width + x] ?? 0) ?? 0;
      lines[y * (width + 1) + 1 + x] = indexOf.get(colour) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [0, 1, 2].map((side) => channel(colour, side))));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} body
 */
function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, sum]);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/**
 * CRC-32 as PNG has it.
 *
 * @param {Buffer} bytes
 */
function checksum(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = (TABLE[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
