// Kit's ambient types. Nothing of ours hangs on them: errors, page data and state are typed where they are made.
declare global {
  namespace App {}

  interface Window {
    /** What the browser offered before the app was there to hear it (app.html). */
    installOffer?: Event;
  }
}

export {};
