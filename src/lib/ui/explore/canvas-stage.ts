import { onPaletteChange, readPalette, readPaperPalette, type Palette } from './palette';
import { forgetWidths } from './text-width';

/** What is painted on, and how large it is: in units, of which one is a pixel while letters have their usual size. */
export interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
}

export interface Stage {
  /** Paints before the next frame, once however often it is called. */
  invalidate(): void;
  /** Pixels of a unit: 1, and 2 where letters have twice their size. */
  unit(): number;
  close(): void;
}

/** Letters of this many pixels are the usual size. */
const USUAL_LETTERS = 16;

/** A printer has more dots than a screen. */
const PAPER_DENSITY = 3;

/** Keeps a canvas as sharp as the screen and as large as its box, and paints it when something changes. */
export function openStage(
  canvas: HTMLCanvasElement,
  paint: (sheet: Sheet) => void,
  onsize: (width: number, height: number) => void,
): Stage {
  const context = canvas.getContext('2d');
  let palette = readPalette(canvas);
  let [width, height, unit] = [0, 0, 1];
  let frame: number | null = null;
  let printing = false;

  const measure = (): void => {
    const isFirst = width === 0;
    unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_LETTERS;
    [width, height] = [canvas.clientWidth / unit, canvas.clientHeight / unit];
    // More than twice the pixels cannot be seen, and cost four times the work.
    const density = printing ? PAPER_DENSITY : Math.min(devicePixelRatio, 2);
    canvas.width = Math.round(canvas.clientWidth * density);
    canvas.height = Math.round(canvas.clientHeight * density);
    context?.setTransform(density * unit, 0, 0, density * unit, 0, 0);
    onsize(width, height);
    // In the same turn: a canvas that was resized is empty, and paper does not wait. Before the first picture it was empty too: that has a
    // turn of its own.
    if (isFirst && !printing) invalidate();
    else draw();
  };
  const draw = (): void => {
    frame = null;
    if (context === null || width <= 0) return;
    context.clearRect(0, 0, width, height);
    paint({ context, width, height, palette });
  };
  const invalidate = (): void => {
    frame ??= requestAnimationFrame(draw);
  };

  const observer = new ResizeObserver(measure);
  observer.observe(canvas);
  // The size of letters has no event of its own: something that is as large as one tells.
  observer.observe(letter(canvas));
  // What was painted before its letters had come is painted again with them.
  const lettered = (): void => {
    forgetWidths();
    invalidate();
  };
  document.fonts.addEventListener('loadingdone', lettered);
  const stopColours = onPaletteChange(() => {
    if (printing) return;
    palette = readPalette(canvas);
    invalidate();
  });
  const print = ({ type }: Event): void => {
    printing = type === 'beforeprint';
    palette = printing ? readPaperPalette(canvas) : readPalette(canvas);
    measure();
  };
  addEventListener('beforeprint', print);
  addEventListener('afterprint', print);
  return {
    invalidate,
    unit: () => unit,
    close() {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', lettered);
      stopColours();
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', print);
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}

function letter(canvas: HTMLCanvasElement): HTMLElement {
  const probe = document.createElement('span');
  probe.style.cssText = 'position:absolute;width:1rem;height:0;visibility:hidden';
  probe.ariaHidden = 'true';
  canvas.parentElement?.append(probe);
  return probe;
}
