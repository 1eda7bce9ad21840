// Kit's ambient types. Errors and page data are typed where they are made.
declare global {
  namespace App {
    interface PageState {
      /** Events that a sheet on /explore lists. */
      crowd?: readonly string[];
    }
  }

  interface Window {
    /** What the browser offered before the app was there to hear it (app.html). */
    installOffer?: Event;
  }
}

export {};
