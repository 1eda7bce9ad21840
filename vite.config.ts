import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vite';
import { listedDependencies, SHARED_CHUNKS, withoutCustomElements } from './src/build/lean-pages.js';
import { messageImports } from './src/build/message-imports.js';
import { MESSAGES } from './src/build/messages.js';
import { basePath } from './src/build/base-path.js';
import { cardLibrary } from './src/build/card-library.js';
import { packsPlugin } from './src/build/packs-plugin.js';
import { roomsPlugin } from './src/build/rooms-plugin.js';
import { playerPlugin } from './src/build/player-plugin.js';

export default defineConfig({
  // How long plugins take is for whoever looks for it, not for everybody who starts the app.
  build: {
    rolldownOptions: { checks: { bundlerTimings: false }, output: { codeSplitting: SHARED_CHUNKS } },
    modulePreload: { resolveDependencies: listedDependencies },
  },
  plugins: [
    paraglideVitePlugin({ ...MESSAGES, strategy: [...MESSAGES.strategy] }),
    packsPlugin(),
    cardLibrary(),
    roomsPlugin(),
    playerPlugin(basePath(process.env.BASE_PATH)),
    messageImports(),
    withoutCustomElements(),
    sveltekit(),
    SvelteKitPWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      // The page registers the worker itself and asks before a new version takes over.
      registerType: 'prompt',
      injectRegister: false,
      kit: { trailingSlash: 'always', adapterFallback: '200.html', spa: true },
      injectManifest: {
        globPatterns: ['client/**/*.{js,css,woff2,json,svg,png,ico,webmanifest,txt}', 'prerendered/**/*.html'],
        // Store pictures are for installing, which needs a connection; version.json would always agree with itself.
        globIgnores: ['client/screenshots/**', 'client/_app/version.json', 'server/**'],
      },
      manifest: {
        name: 'Dateline',
        short_name: 'Dateline',
        description: 'When, where and in what order: history from packs of events, kept in memory.',
        lang: 'en',
        categories: ['education'],
        display: 'standalone',
        background_color: '#faf7f1',
        theme_color: '#faf7f1',
        icons: [
          { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: 'icons/maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
          { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        screenshots: [
          {
            src: 'screenshots/phone-question.png',
            sizes: '1080x2220',
            type: 'image/png',
            form_factor: 'narrow',
            label: 'A question',
          },
          {
            src: 'screenshots/phone-verdict.png',
            sizes: '1080x2220',
            type: 'image/png',
            form_factor: 'narrow',
            label: 'The answer and its reasons',
          },
          {
            src: 'screenshots/wide-home.png',
            sizes: '1280x800',
            type: 'image/png',
            form_factor: 'wide',
            label: 'What is due today',
          },
        ],
      },
    }),
  ],
});
