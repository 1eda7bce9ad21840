import type { Mark } from '$lib/core/packs/timeline/mark';
import type { Lane } from '$lib/core/packs/timeline/lanes';
import type { Cluster, PlacedMark, Scene, Window } from '$lib/core/packs/timeline/scene';
import type { Scale } from '$lib/core/packs/timeline/ticks';

/** What a timeline on the screen needs of the one that knows where the learner is. Units of the layout throughout. */
export interface TimelineModel {
  /** Changes whenever another picture is due. */
  readonly view: unknown;
  readonly lanes: readonly Lane[];
  readonly height: number;
  readonly current: Mark | null;
  measure(width: number): void;
  scene(window: Window): Scene;
  scale(width: number): Scale;
  onSheet(window: Window): { readonly scene: Scene; readonly scale: Scale };
  hit(scene: Scene, x: number, y: number): PlacedMark | Cluster | null;
  zoom(x: number, factor: number): void;
  zoomStep(nearer: boolean): void;
  pan(pixels: number): void;
  panStep(later: boolean): void;
  fit(): void;
  fitAll(): void;
  step(where: 'earlier' | 'later' | 'up' | 'down' | 'first' | 'last'): void;
  enter(cluster: Cluster): boolean;
  currentLane(): Lane | null;
}
