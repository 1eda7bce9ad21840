/** One stroke, filling or text on a canvas: what was done, where, and with which colours at that moment. */
export interface Stroke {
  readonly did: string;
  readonly at: readonly unknown[];
  /** Of a gradient: its stops, `share:colour`. */
  readonly fill: string;
  readonly stroke: string;
  readonly alpha: number;
  readonly dashed: boolean;
  /** What the path held: `arc`, `lineTo` … with their places. */
  readonly path: readonly (readonly [verb: string, ...at: number[]])[];
}

const PATH = ['arc', 'moveTo', 'lineTo', 'rect', 'roundRect'];
const DONE = ['fill', 'stroke', 'fillRect', 'fillText'];

/** A canvas that remembers what was painted on it; a letter is six pixels wide. */
export function recordedContext(): { readonly context: CanvasRenderingContext2D; readonly strokes: Stroke[] } {
  const strokes: Stroke[] = [];
  const state: Record<string, unknown> = { fillStyle: '', strokeStyle: '', globalAlpha: 1 };
  let path: (readonly [verb: string, ...at: number[]])[] = [];
  let dashed = false;
  const colour = (style: unknown): string =>
    typeof style === 'string' ? style : (style as { stops: readonly string[] }).stops.join(' ');
  const call =
    (did: string) =>
    (...at: unknown[]): unknown => {
      if (did === 'measureText') return { width: String(at[0]).length * 6 };
      if (did === 'beginPath') path = [];
      if (did === 'setLineDash') dashed = (at[0] as readonly number[]).length > 0;
      if (PATH.includes(did)) path.push([did, ...at.filter((one) => typeof one === 'number')]);
      if (did === 'createLinearGradient') {
        const stops: string[] = [];
        return { stops, addColorStop: (share: number, of: string) => stops.push(`${String(Math.round(share * 100) / 100)}:${of}`) }; // prettier-ignore
      }
      if (DONE.includes(did)) {
        const { fillStyle, strokeStyle, globalAlpha } = state;
        strokes.push({ did, at, fill: colour(fillStyle), stroke: colour(strokeStyle), alpha: Number(globalAlpha), dashed, path: [...path] }); // prettier-ignore
      }
      return undefined;
    };
  const context = new Proxy(state, {
    get: (target, name) => (String(name) in target ? target[String(name)] : call(String(name))),
    set: (target, name, value) => {
      target[String(name)] = value;
      return true;
    },
  });
  return { context: context as unknown as CanvasRenderingContext2D, strokes };
}
