import { Linter } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { join } from 'node:path';
import ts from 'typescript-eslint';
import { root } from '../../src/build/root.js';
import { importsRule } from './fence-rule.js';

/** How one file can lean on another. `%` stands for the path that it names. */
export interface Way {
  readonly name: string;
  readonly code: string;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly?: true;
  /** Loaded only when it is reached. */
  readonly lazy?: true;
}

export const waysInTypeScript: readonly Way[] = [
  { name: 'static', code: "import { x } from '%'; x();" },
  { name: 'for its effects', code: "import '%';" },
  { name: 'namespace', code: "import * as all from '%'; all.x();" },
  { name: 'mixed with a type', code: "import { x, type X } from '%'; export const y: X = x();" },
  { name: 're-exported', code: "export { x } from '%';" },
  { name: 'all re-exported', code: "export * from '%';" },
  { name: 'dynamic', code: "export const later = () => import('%');", lazy: true },
  { name: 'dynamic, in a template string', code: 'export const later = () => import(`%`);', lazy: true },
  { name: 'globbed', code: "export const all = import.meta.glob('%');", lazy: true },
  { name: 'globbed among others', code: "export const all = import.meta.glob(['%']);", lazy: true },
  { name: 'type', code: "import type { X } from '%'; export const y: X = 1;", typeOnly: true },
  { name: 'type, inline', code: "import { type X } from '%'; export const y: X = 1;", typeOnly: true },
  { name: 'type re-exported', code: "export type { X } from '%';", typeOnly: true },
  { name: 'all types re-exported', code: "export type * from '%';", typeOnly: true },
  { name: 'type expression', code: "export type X = import('%').X;", typeOnly: true },
  { name: 'type of the module', code: "export type X = typeof import('%');", typeOnly: true },
];

export const waysInSvelte: readonly Way[] = [
  { name: 'static', code: `<script lang="ts">import { x } from '%'; x();</script>` },
  { name: 'a component', code: `<script lang="ts">import X from '%';</script><X />` },
  { name: 're-exported', code: `<script module lang="ts">export { x } from '%';</script>` },
  { name: 'dynamic', code: `<script lang="ts">const later = () => import('%');</script>{later}`, lazy: true },
  { name: 'in the markup', code: `{#await import('%') then { x }}{x}{/await}`, lazy: true },
  { name: 'in a handler', code: `<button onclick={() => import('%')}>Go</button>`, lazy: true },
  { name: 'type', code: `<script lang="ts">import type { X } from '%'; let y: X = 1;</script>{y}`, typeOnly: true },
  { name: 'type expression', code: `<script lang="ts">let y: import('%').X = 1;</script>{y}`, typeOnly: true },
];

const linter = new Linter({ cwd: root });
const config: Linter.Config[] = [
  { files: ['**/*.ts'], languageOptions: { parser: ts.parser } },
  ...svelte.configs.base,
  { files: ['**/*.svelte'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['**/*.ts', '**/*.svelte', '**/*.js'],
    plugins: { fences: { rules: { imports: importsRule } } },
    rules: { 'fences/imports': 'error' },
  },
];

/** What the fences say about a made-up file at a path of the project. */
export function lint(path: string, code: string): readonly string[] {
  const messages = linter.verify(code, config, { filename: join(root, path) });
  const broken = messages.find(({ ruleId }) => ruleId !== 'fences/imports');
  if (broken !== undefined) throw new Error(`${path}: ${broken.message} in ${code}`);
  return messages.map(({ message }) => message);
}

/** Every way that a file of this kind knows. */
export function waysFor(path: string): readonly Way[] {
  return path.endsWith('.svelte') ? waysInSvelte : waysInTypeScript;
}

/** One way of each sort, where all of them have been tried on others before. */
export function fewWaysFor(path: string): readonly Way[] {
  return waysFor(path).filter(({ name }) => ['static', 're-exported', 'dynamic', 'type'].includes(name));
}

/** The names of those ways in which a file may not lean on another. */
export function forbidden(path: string, specifier: string, ways: readonly Way[]): readonly string[] {
  return ways.filter(({ code }) => lint(path, code.replace('%', specifier)).length > 0).map(({ name }) => name);
}
