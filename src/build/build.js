// npm run build
import process from 'node:process';
import { buildSite } from './build-site.js';

process.exitCode = await buildSite({ onlyWhenStale: false });
