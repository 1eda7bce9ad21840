import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';

/** Vitest resolves packages as a browser does, so it is the browser's half that has to be given its other half. */
const WASM = 'node_modules/sql.js/dist/sql-wasm-browser.wasm';

/** A database read by SQLite itself, compiled for the web: what a query gives, a row an entry. */
export async function openSqlite(bytes: Uint8Array): Promise<(query: string) => readonly (readonly unknown[])[]> {
  const { Database } = await initSqlJs({ wasmBinary: new Uint8Array(readFileSync(WASM)).buffer });
  const database = new Database(bytes);
  return (query) => database.exec(query)[0]?.values ?? [];
}
