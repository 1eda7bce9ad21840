/** Lets one piece of work be done at a time: a second press while the first is at work does nothing. */
export class OneAtATime {
  busy = false;

  async do(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } finally {
      this.busy = false;
    }
  }
}
