import type { Frame } from '$lib/core/packs/pack';
import type { Point } from '$lib/core/places/point';

/** Width of every drawn map in its own units; the height follows from the frame. */
export const MAP_WIDTH = 1000;
/** A press of an arrow key moves the cross-hair by this share of the map's width, with Shift by the larger one. */
const STEP = { small: 0.01, large: 0.08 };

/** A frame of the Earth on a flat sheet: Web Mercator (EPSG:3857), x to the east, y to the south. */
export interface MapView {
  readonly frame: Frame;
  readonly height: number;
  toMap(point: Point): readonly [x: number, y: number];
  toPoint(x: number, y: number): Point;
}

/** The view of a frame: west, south, east, north in degrees, south and north within ±85. */
export function viewOf(frame: Frame): MapView {
  const [west, south, east, north] = frame;
  const scale = MAP_WIDTH / (east - west);
  const top = mercator(north);
  return {
    frame,
    height: (top - mercator(south)) * scale,
    toMap: ([longitude, latitude]) => [(longitude - west) * scale, (top - mercator(latitude)) * scale],
    toPoint: (x, y) => [west + x / scale, latitudeOf(top - y / scale)],
  };
}

/** Degrees of longitude that are as long on the map as the way from the equator to a latitude. */
function mercator(latitude: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
}

function latitudeOf(y: number): number {
  return (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;
}

/** Lines as the path of an SVG, in tenths of a unit; rings are closed. */
export function pathOf(view: MapView, lines: readonly (readonly Point[])[], closed: boolean): string {
  const sections = lines.map((line) => {
    const points = line.map((point) => view.toMap(point).map(tenths).join(' '));
    return `M${points.join('L')}${closed ? 'Z' : ''}`;
  });
  return sections.join('');
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Whether lines can be seen in a frame: their box and the frame meet. */
export function isSeen([west, south, east, north]: Frame, lines: readonly (readonly Point[])[]): boolean {
  const points = lines.flat();
  const beyond = (isOut: (point: Point) => boolean): boolean => points.every(isOut);
  return !(
    beyond(([x]) => x < west) ||
    beyond(([x]) => x > east) ||
    beyond(([, y]) => y < south) ||
    beyond(([, y]) => y > north)
  );
}

/** A point of the sheet, kept inside the frame. */
export function placeAt(view: MapView, x: number, y: number): Point {
  return view.toPoint(Math.max(0, Math.min(x, MAP_WIDTH)), Math.max(0, Math.min(y, view.height)));
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where an arrow key moves the cross-hair: from the middle of the map, if it was nowhere. Null: the key is no arrow. */
export function steppedBy(view: MapView, from: Point | null, key: string, large: boolean): Point | null {
  const way = ARROWS[key];
  if (way === undefined) return null;
  const [x, y] = from === null ? [MAP_WIDTH / 2, view.height / 2] : view.toMap(from);
  const length = from === null ? 0 : MAP_WIDTH * (large ? STEP.large : STEP.small);
  return placeAt(view, x + way[0] * length, y + way[1] * length);
}

/** Kilometres of a unit of the sheet at a latitude: the equator is 40,075 km long. */
export function kmOfUnit({ frame: [west, , east] }: MapView, latitude: number): number {
  return (((east - west) / MAP_WIDTH) * 40_075 * Math.cos((latitude * Math.PI) / 180)) / 360;
}
