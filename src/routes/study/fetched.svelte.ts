/** What is fetched when it is first needed. */
export class Fetched<T> {
  /** Null until it has come. */
  value: T | null = $state.raw<T | null>(null);
  /** It did not come: offline before the first visit was complete. */
  failed: boolean = $state(false);

  constructor(load: () => Promise<T>) {
    load().then(
      (value) => {
        this.value = value;
      },
      () => {
        this.failed = true;
      },
    );
  }
}
