/** Letters of a projector's picture, for the last row of a class. */
const LETTERS = '140%';

/** The map alone, over the whole screen where the browser allows it, else over the whole window. */
export class Projector {
  on: boolean = $state(false);
  element: HTMLElement | null = $state.raw(null);

  async toggle(): Promise<void> {
    if (this.on) {
      this.close();
      return;
    }
    this.on = true;
    document.documentElement.style.fontSize = LETTERS;
    try {
      await this.element?.requestFullscreen();
    } catch {
      // Not every browser has a full screen (iPhone): the whole window does as well.
    }
  }

  /** Escape leaves the full screen without asking anybody. */
  changed(): void {
    if (document.fullscreenElement === null && this.on) this.close();
  }

  close(): void {
    if (!this.on) return;
    this.on = false;
    document.documentElement.style.removeProperty('font-size');
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  }
}
