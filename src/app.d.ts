// Kit's ambient types. Nothing of ours hangs on them: errors, page data and state are typed where they are made.
declare global {
  namespace App {}
}

export {};
