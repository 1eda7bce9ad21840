/**
 * What reading a pack needs of the `yaml` package. Core does not name the package: the command line, the build and the
 * browser's adapter each hand it in.
 */
export interface YamlLibrary {
  parseDocument(source: string, options: YamlOptions): YamlDocument;
  readonly LineCounter: new () => YamlLineCounter;
  isMap(node: unknown): node is YamlMap;
  isSeq(node: unknown): node is YamlSeq;
  isScalar(node: unknown): node is YamlScalar;
  isAlias(node: unknown): node is YamlAlias;
}

export interface YamlOptions {
  readonly lineCounter: YamlLineCounter;
  readonly version: '1.2';
  readonly schema: 'core';
  readonly strict: true;
  readonly uniqueKeys: false;
  readonly resolveKnownTags: false;
  readonly prettyErrors: false;
  readonly logLevel: 'error';
}

export interface YamlDocument {
  readonly contents: unknown;
  readonly errors: readonly YamlMistake[];
  readonly warnings: readonly YamlMistake[];
}

export interface YamlMistake {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

export interface YamlLineCounter {
  lineStarts: number[];
  addNewLine: (offset: number) => number;
  /** Line and column from 1; line 0 where nothing was read. */
  linePos: (offset: number) => { line: number; col: number };
}

interface YamlNode {
  readonly range?: readonly [number, number, number] | null | undefined;
  readonly anchor?: string | undefined;
}
export interface YamlScalar extends YamlNode {
  readonly value: unknown;
  readonly source?: string | undefined;
}
export interface YamlAlias extends YamlNode {
  readonly source: string;
}
export interface YamlMap extends YamlNode {
  readonly items: readonly { readonly key: unknown; readonly value: unknown }[];
}
export interface YamlSeq extends YamlNode {
  readonly items: readonly unknown[];
}
