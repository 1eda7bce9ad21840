import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { appVersion } from './src/build/app-version.js';
import { basePath } from './src/build/base-path.js';
import { inlineScripts } from './src/build/inline-scripts.js';

const inDev = process.argv.includes('dev');

/** @type {import('@sveltejs/kit').Config} */
const config = {
  preprocess: vitePreprocess(),
  compilerOptions: {
    // Our own files only: packages (the scaffolds of test libraries among them) may still be written for Svelte 4.
    runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true),
  },
  kit: {
    adapter: adapter({ fallback: '200.html', precompress: true, strict: true }),
    // Styles travel in the page: twenty files of a kilobyte would hold up its first paint, one after the other on a slow line.
    inlineStyleThreshold: 16_384,
    paths: { base: basePath(process.env.BASE_PATH), relative: false },
    // Without a name of ours Kit takes the clock, and no two builds are alike.
    version: { name: appVersion() },
    // The page registers the worker itself, so that an update can wait for the learner's consent.
    serviceWorker: { register: false },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', ...inlineScripts('src/app.html')],
        // Svelte's transitions write style attributes.
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:', 'blob:'],
        'worker-src': inDev ? ['self', 'blob:'] : ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
      },
    },
  },
};

export default config;
