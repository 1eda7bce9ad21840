/** The colours that a canvas is painted with: those of the tokens, or the system's where it forces its own. */
export interface Palette {
  readonly paper: string;
  readonly sheet: string;
  readonly land: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly edge: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly quarrel: string;
  readonly serif: string;
  readonly sans: string;
}

const FORCED = '(forced-colors: active)';

/** Reads the colours as they hold for an element now. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const faces = { serif: token('--serif'), sans: token('--sans') };
  if (matchMedia(FORCED).matches) {
    return {
      ...faces,
      paper: 'Canvas',
      sheet: 'Canvas',
      land: 'Canvas',
      ink: 'CanvasText',
      soft: 'CanvasText',
      rule: 'GrayText',
      edge: 'CanvasText',
      accent: 'Highlight',
      accentSoft: 'Canvas',
      onAccent: 'HighlightText',
      quarrel: 'CanvasText',
    };
  }
  return {
    ...faces,
    paper: token('--paper'),
    sheet: token('--sheet'),
    land: token('--land'),
    ink: token('--ink'),
    soft: token('--soft'),
    rule: token('--rule'),
    edge: token('--edge'),
    accent: token('--accent'),
    accentSoft: token('--accent-soft'),
    onAccent: token('--on-accent'),
    quarrel: token('--wrong'),
  };
}

/** Reads the colours of paper, which is white whatever the theme: `beforeprint` comes while the screen's still hold. */
export function readPaperPalette(element: Element): Palette {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = 'light';
  const palette = readPalette(element);
  if (theme === undefined) delete dataset.theme;
  else dataset.theme = theme;
  return palette;
}

/** Calls back when colours may be others now; returns what stops it. */
export function onPaletteChange(call: () => void): () => void {
  const observer = new MutationObserver(call);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const queries = [FORCED, '(prefers-contrast: more)'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', call);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', call);
  };
}
