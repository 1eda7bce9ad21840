/**
 * `js-aruco2` hangs what it has on `this`, which is nothing in a module: bundlers find no exports in it. Its two files are given some.
 *
 * @returns {import('vite').Plugin}
 */
export function cardLibrary() {
  return {
    name: 'dateline-card-library',
    enforce: 'pre',
    // In dev the packages are bundled ahead, without this plugin.
    config: () => ({ optimizeDeps: { exclude: ['js-aruco2'] } }),
    transform: {
      filter: { id: /\/js-aruco2\/src\/(aruco|cv)\.js/ },
      handler(code, id) {
        const name = id.includes('/aruco.js') ? 'AR' : 'CV';
        const plain = code
          .replace("var CV = this.CV || require('./cv').CV;", "import { CV } from './cv.js';")
          .replace(`this.${name} = ${name};`, '');
        return { code: `${plain}\nexport { ${name} };\n`, map: null };
      },
    },
  };
}
