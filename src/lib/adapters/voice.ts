/** Longest wait for a voice that says nothing and gives no sign, in milliseconds: some systems lose the end of an utterance. */
const LONGEST_SILENCE = 30_000;
/** Voices come late in some browsers. */
const VOICES_WAIT = 1000;

/** Reads aloud by the system's own voices; nothing is sent anywhere where the voice is the device's. */
export const deviceVoice = {
  get available(): boolean {
    return typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined';
  },

  /** Whether there is a voice for a language: a wrong one would be noise. */
  async speaks(language: string): Promise<boolean> {
    return deviceVoice.available && voiceFor(await voices(), language) !== null;
  },

  /** Says a text, and resolves when that is over: said, stopped, or not possible. */
  async say(text: string, language: string): Promise<void> {
    if (!deviceVoice.available) return;
    const voice = voiceFor(await voices(), language);
    if (voice === null) return;
    await new Promise<void>((resolve) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      const timer = setTimeout(resolve, LONGEST_SILENCE);
      const over = (): void => {
        clearTimeout(timer);
        resolve();
      };
      utterance.addEventListener('end', over);
      utterance.addEventListener('error', over);
      speechSynthesis.speak(utterance);
    });
  },

  /** Falls silent at once. */
  stop(): void {
    if (deviceVoice.available) speechSynthesis.cancel();
  },
};

/** A voice of the language, one of this device before one from the network. Pure; exported for its test. */
export function voiceFor<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>>(
  all: readonly V[],
  language: string,
): V | null {
  const fitting = all.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
  const rank = (voice: V): number => (voice.localService ? 2 : 0) + (voice.default ? 1 : 0);
  return fitting.reduce<V | null>((best, voice) => (best === null || rank(voice) > rank(best) ? voice : best), null);
}

function voices(): Promise<readonly SpeechSynthesisVoice[]> {
  const now = speechSynthesis.getVoices();
  if (now.length > 0) return Promise.resolve(now);
  return new Promise((resolve) => {
    const take = (): void => {
      resolve(speechSynthesis.getVoices());
    };
    speechSynthesis.addEventListener('voiceschanged', take, { once: true });
    setTimeout(take, VOICES_WAIT);
  });
}
