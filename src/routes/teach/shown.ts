/** What lies over the builder. */
export type Shown =
  { readonly is: 'wish' | 'export' | 'share' | 'return' } | { readonly is: 'edit' | 'preview'; readonly at: number };
