import { run, tool } from './run.js';

/**
 * How the interface's words are compiled, the same for the app, its tests and the check.
 *
 * @satisfies {{ project: string, outdir: string, strategy: readonly string[], isServer: string }}
 */
export const MESSAGES = /** @type {const} */ ({
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  // Which language a page speaks is settled by src/lib/ui/language.svelte.ts; the runtime's own ways to find one would only be carried along.
  strategy: ['baseLocale'],
  isServer: 'import.meta.env.SSR',
});

/**
 * Compiles the messages without Vite, for what reads src/lib/paraglide but builds nothing: the types and the lint.
 *
 * @param {(output: string) => void} quiet
 * @returns {Promise<number>} the exit code
 */
export function compileMessages(quiet) {
  const { project, outdir, strategy } = MESSAGES;
  const args = ['compile', '--project', project, '--outdir', outdir, '--strategy', ...strategy];
  return run(tool('paraglide-js', '@inlang/paraglide-js'), args, { quiet });
}
