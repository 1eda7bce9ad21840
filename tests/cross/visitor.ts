/** What a person sees as one thing to press or to read. `name`: its accessible name as it is drawn, or the label. */
export interface Find {
  readonly role: 'button' | 'link' | 'heading' | 'textbox' | 'map';
  readonly name: string | RegExp;
}

/** A browser with one tab, as a journey uses it: the same few words whatever drives it. */
export interface Visitor {
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Presses what is found as a pointer does; waits until it is there. */
  press(find: Find): Promise<void>;
  /** Types into the field that has the focus; `Enter` and the like by their names. */
  key(name: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Runs the body of an async function in the page. What it returns must be JSON. */
  run<T>(body: string): Promise<T>;
  /** Resolves when the body, run again and again in the page, returns something true. */
  until(body: string, what: string): Promise<void>;
  close(): Promise<void>;
}

/** How long anything may take before a journey has failed. Milliseconds. */
export const PATIENCE_MS = 20_000;

const ELEMENTS: Readonly<Record<Find['role'], string>> = {
  button: 'button, [role="button"], summary',
  link: 'a[href]',
  heading: 'h1, h2, h3',
  textbox: 'input:not([type="hidden"]), textarea',
  map: '[role="application"]',
};

/** JavaScript that gives the first visible element found, or null. */
export function finder({ role, name }: Find): string {
  const matches =
    typeof name === 'string'
      ? `said === ${JSON.stringify(name)}`
      : `new RegExp(${JSON.stringify(name.source)}).test(said)`;
  return `[...document.querySelectorAll(${JSON.stringify(ELEMENTS[role])})].find((one) => {
    const label = one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText;
    const said = (label ?? '').replace(/\\s+/g, ' ').trim();
    return one.getClientRects().length > 0 && !one.disabled && (${matches});
  }) ?? null`;
}

/** A body for `until`, read by people in messages. */
export function described({ role, name }: Find): string {
  return `a ${role} named ${String(name)}`;
}
