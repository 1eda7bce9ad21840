/** What hands do to something that can be moved sideways and zoomed. Pixels of the page. */
export interface Handling {
  readonly zoom: (x: number, factor: number, y: number) => void;
  /** To the right is positive: what is seen moves with the finger. */
  readonly drag: (dx: number, dy: number) => void;
  readonly press: (x: number, y: number) => void;
  /** The last finger went up after it moved. */
  readonly end?: () => void;
  readonly hover?: (x: number, y: number) => void;
}

/** A finger that moves less than this has pressed. */
const STILL_PX = 7;
/** A notch of a wheel is some hundred pixels: a fifth nearer or farther. */
const WHEEL = 0.0022;

/**
 * Pinch and drag by fingers (up and down stays with the page: `touch-action: pan-y`), drag by mouse, wheel to zoom, Shift and the
 * wheel, or a wheel that goes sideways, to move.
 *
 * @returns what takes the listeners away
 */
export function handle(element: HTMLElement, { zoom, drag, press, hover, end }: Handling): () => void {
  const fingers = new Map<number, { readonly x: number; readonly y: number }>();
  let moved = 0;
  const at = (event: MouseEvent): { x: number; y: number } => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = (): { readonly x: number; readonly y: number; readonly apart: number } | null => {
    const [a, b] = fingers.values();
    return a === undefined || b === undefined
      ? null
      : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.max(20, Math.hypot(a.x - b.x, a.y - b.y)) };
  };

  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (fingers.size === 0) moved = 0;
    fingers.set(event.pointerId, at(event));
    element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    const now = at(event);
    if (before === undefined) {
      hover?.(now.x, now.y);
      return;
    }
    const pinched = spread();
    fingers.set(event.pointerId, now);
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    moved += Math.hypot(dx, dy);
    const pinching = spread();
    if (pinched !== null && pinching !== null) {
      moved = Infinity;
      zoom(pinching.x, pinching.apart / pinched.apart, pinching.y);
      drag(pinching.x - pinched.x, pinching.y - pinched.y);
    } else if (moved > STILL_PX) drag(dx, event.pointerType === 'mouse' ? dy : 0);
  };
  const up = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return;
    if (moved > STILL_PX && fingers.size === 0) end?.();
    if (event.type !== 'pointerup' || moved > STILL_PX) return;
    const { x, y } = at(event);
    press(x, y);
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
      drag(-(event.deltaX === 0 ? event.deltaY : event.deltaX) * lines, 0);
    // A pinch on a touchpad comes as a wheel with Ctrl, in finer steps.
    else zoom(at(event).x, Math.exp(-event.deltaY * lines * WHEEL * (event.ctrlKey ? 4 : 1)), at(event).y);
  };

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('wheel', wheel);
  };
}
