import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, without a trailing separator. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
