// Kit's ambient types. Nothing of ours hangs on them: errors, page data and state are typed where they are made.
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Kit asks for its types by this name
  namespace App {}
}

export {};
