// What the app classes need of the device itself, beside its clock and its storage (ports.ts).

/** The device's files. */
export interface Files {
  /** `type`: as in a `Content-Type`; JSON where it is absent. */
  download(name: string, text: string, type?: string): void;
  downloadBytes(name: string, bytes: Uint8Array, type: string): void;
  readText(file: File): Promise<string>;
}

/** The number on the app's icon. */
export interface Badge {
  readonly available: boolean;
  /** 0: none. */
  show(count: number): Promise<void>;
}

/** Keeps the screen on. */
export interface ScreenLock {
  readonly available: boolean;
  /** Until what it returns is called. */
  hold(): () => void;
}

/** Reads aloud. */
export interface Voice {
  readonly available: boolean;
  /** Whether it has a voice for a language. */
  speaks(language: string): Promise<boolean>;
  /** Resolves when it is said, stopped, or not possible. */
  say(text: string, language: string): Promise<void>;
  stop(): void;
}

/** Something to pass on: words with a link, or a file. */
export interface Shared {
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  readonly file?: { readonly name: string; readonly type: string; readonly content: string };
}

/** What became of it. `dismissed`: the learner changed their mind. */
export type SharingOutcome = 'shared' | 'copied' | 'saved' | 'dismissed' | 'failed';

/**
 * How this browser puts an app on the home screen. `installed`: it runs as one already. `prompt`: the browser asks when told to. `ios`: share sheet, "Add to
 * Home Screen". `firefox-android`: its menu. `firefox-desktop`: not at all. `safari-desktop`: "Add to Dock". `menu`: the browser's menu has it, or nothing has.
 */
export type InstallWay =
  'installed' | 'prompt' | 'ios' | 'firefox-android' | 'firefox-desktop' | 'safari-desktop' | 'menu';

export interface Installing {
  way(): InstallWay;
  /** Has the browser ask. */
  prompt(): Promise<void>;
  /** Calls back when the way may have changed; returns what stops it. */
  onChange(callback: () => void): () => void;
}
