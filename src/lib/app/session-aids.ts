import type { DeviceSettings } from './device-settings';
import type { ScreenLock, Voice } from './device-ports';
import { spokenAnswer, spokenQuestion } from './spoken';
import type { StudyPhase } from './study-phase';

export interface SessionAidsParts {
  readonly screenLock: ScreenLock;
  readonly voice: Voice;
  readonly wanted: DeviceSettings;
}

/** What the device does beside a session: the screen stays on, and where it is wanted questions and answers are read aloud. */
export class SessionAids {
  readonly #parts: SessionAidsParts;
  readonly #letGo: () => void;
  #said = '';

  constructor(parts: SessionAidsParts) {
    this.#parts = parts;
    this.#letGo = parts.wanted.awake ? parts.screenLock.hold() : () => undefined;
  }

  /** Reads what has come on the screen, once, and falls silent when something else has. */
  follow(phase: StudyPhase): void {
    const { voice, wanted } = this.#parts;
    if (!wanted.aloud) return;
    const spoken =
      phase.is === 'question'
        ? spokenQuestion(phase.question)
        : phase.is === 'verdict'
          ? spokenAnswer(phase.question)
          : null;
    const said = spoken === null ? '' : `${phase.is} ${spoken.text}`;
    // The same verdict comes again when its answer is on the disk.
    if (said === this.#said) return;
    this.#said = said;
    voice.stop();
    if (spoken !== null) void voice.say(spoken.text, spoken.language);
  }

  close(): void {
    this.#letGo();
    this.#parts.voice.stop();
  }
}
