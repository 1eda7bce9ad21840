import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'vite';

/** A script of the built site by its path, such as `/_app/immutable/chunks/x.js`. */
export type ScriptPath = string;

/** The scripts that a page fetches before it does anything: those named in it, and what they import, all the way down. */
export function firstScripts(site: string, page: string): ReadonlySet<ScriptPath> {
  const html = readFileSync(join(site, page), 'utf8');
  const named = [
    ...html.matchAll(/<link\b[^>]*\brel="modulepreload"[^>]*>/g),
    ...html.matchAll(/<script\b[^>]*\bsrc="[^"]*"[^>]*>/g),
  ].flatMap(([tag]) => /\b(?:href|src)="([^"]+\.js)"/.exec(tag)?.[1] ?? []);
  const started = [...html.matchAll(/\bimport\("([^"]+\.js)"\)/g)].flatMap(([, path]) => path ?? []);
  return withImports(site, [...named, ...started]);
}

/** These scripts and all that they import statically, all the way down. */
export function withImports(site: string, paths: Iterable<ScriptPath>): ReadonlySet<ScriptPath> {
  const found = new Set<ScriptPath>();
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    open.push(...staticImports(site, path));
  }
  return found;
}

function staticImports(site: string, path: ScriptPath): readonly ScriptPath[] {
  const { program } = parseSync(path, readFileSync(join(site, path), 'utf8'));
  return program.body.flatMap((node) => {
    const isImport =
      node.type === 'ImportDeclaration' ||
      node.type === 'ExportNamedDeclaration' ||
      node.type === 'ExportAllDeclaration';
    const source = isImport ? node.source?.value : undefined;
    return typeof source === 'string' ? [posix.join(dirname(path), source)] : [];
  });
}

/** Bytes of a file after gzip -9, as study.md measures them. */
export function packedSize(site: string, path: ScriptPath): number {
  return gzipSync(readFileSync(join(site, path)), { level: 9 }).length;
}

/** The sum over scripts, each compressed by itself as a server sends it. */
export function packedSum(site: string, paths: Iterable<ScriptPath>): number {
  return [...paths].reduce((sum, path) => sum + packedSize(site, path), 0);
}

/** Kilobytes of 1000 bytes, to two digits. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}
