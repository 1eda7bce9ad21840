import { posix, relative, sep } from 'node:path';
import { CORE_ORDER, coreAreas, layers, testPackages } from './fences.js';

/**
 * @typedef {import('./fences.js').Layer} Layer
 * @typedef {object} Import
 * @property {string} specifier
 * @property {boolean} typeOnly
 * @property {boolean} dynamic
 */

/** @param {string} path relative to the project */
export function layerOf(path) {
  return layers.find((layer) => layer.path.test(path));
}

/**
 * Why an import is forbidden, or null when it is lawful.
 *
 * @param {string} path of the importing file, relative to the project, with forward slashes
 * @param {Import} found
 * @returns {string | null}
 */
export function judgeImport(path, { specifier, typeOnly, dynamic }) {
  const layer = layerOf(path);
  if (layer === undefined) return null;
  const target = resolveInside(path, specifier);
  return target === null
    ? judgePackage(path, layer, { specifier, typeOnly, dynamic })
    : judgeFile(path, layer, target, typeOnly);
}

/**
 * @param {string} path
 * @param {string} specifier
 * @returns {string | null} the imported path relative to the project; null for a package
 */
function resolveInside(path, specifier) {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare === '$lib' || bare.startsWith('$lib/')) return posix.join('src/lib', bare.slice(4));
  if (bare.startsWith('/src/')) return bare.slice(1);
  return bare.startsWith('.') ? posix.join(posix.dirname(path), bare) : null;
}

/**
 * @param {string} path
 * @param {Layer} layer
 * @param {string} target
 * @param {boolean} typeOnly
 */
function judgeFile(path, layer, target, typeOnly) {
  if (/(^|\/)\$types$/.test(target)) return null;
  const other = layerOf(target) ?? layerOf(`${target}.ts`) ?? layerOf(`${target}.js`);
  if (other === undefined) {
    if (isTest(path) && !target.startsWith('src/')) return null;
    return `${layer.name} must not import ${target}: it belongs to no layer of tests/architecture/fences.js`;
  }
  if (other === layer && layer.alone !== true) return layer.name === 'core' ? judgeArea(path, target) : null;
  if (!layer.may.includes(other.name)) return `${layer.name} must not import ${other.name}: ${layer.why}`;
  const values = layer.valuesOnlyFrom?.[other.name];
  if (values !== undefined && !typeOnly && !values.test(target)) {
    return `${layer.name} must import only types from ${target}: ${layer.why}`;
  }
  return null;
}

/**
 * @param {string} path
 * @param {string} target
 */
function judgeArea(path, target) {
  const from = areaOf(path);
  const to = areaOf(target);
  const may = coreAreas[from];
  if (may === undefined) return `core has no area ${from}: ${CORE_ORDER}`;
  return from === to || may.includes(to) ? null : `core/${from} must not import core/${to}: ${CORE_ORDER}`;
}

/** @param {string} path */
function areaOf(path) {
  const [, area] = /^src\/lib\/core\/([^/]+)\//.exec(path) ?? [];
  return area ?? 'ids';
}

/**
 * @param {string} path
 * @param {Layer} layer
 * @param {Import} found
 */
function judgePackage(path, layer, { specifier, typeOnly, dynamic }) {
  const name = packageName(specifier);
  if (isTest(path) && testPackages.some((each) => each.name.test(name))) return null;
  const rule = layer.packages.find((each) => each.name.test(name));
  if (rule === undefined) return `${layer.name} must not name the package ${name}: ${layer.why}`;
  if (rule.file !== undefined && !rule.file.test(path) && !isTest(path)) {
    return `${name} may be named only in ${rule.file.source}: one file knows it, so that one file has to change with it`;
  }
  if (rule.lazy === true && !dynamic && !typeOnly) {
    return `${layer.name} must load ${name} lazily, with import(): it must not weigh on the first load`;
  }
  return null;
}

/** @param {string} specifier */
function packageName(specifier) {
  if (/^(node|virtual):/.test(specifier)) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** @param {string} path */
function isTest(path) {
  return path.endsWith('.test.ts');
}

/**
 * @typedef {import('eslint').Rule.RuleContext} RuleContext
 * @typedef {{ type: string, value?: unknown, quasis?: { value: { cooked: string } }[], expressions?: unknown[] }} Node
 */

/** @type {import('eslint').Rule.RuleModule} */
export const importsRule = {
  meta: {
    type: 'problem',
    docs: { description: 'Keeps the layers of src apart, by the table in tests/architecture/fences.js' },
    schema: [],
  },
  create(context) {
    const path = relative(context.cwd, context.filename).split(sep).join('/');
    if (!path.startsWith('src/')) return {};

    /**
     * @param {any} node
     * @param {any} source the node of the specifier; absent in `export { x }`
     * @param {{ typeOnly?: boolean, dynamic?: boolean }} how
     */
    const check = (node, source, { typeOnly = false, dynamic = false }) => {
      if (source === null || source === undefined) return;
      const specifier = literal(source);
      if (specifier === null && layerOf(path)?.computedImports === true) return;
      const message =
        specifier === null
          ? 'write the imported path as a plain string: this fence cannot judge a computed one'
          : judgeImport(path, { specifier, typeOnly, dynamic });
      if (message !== null) context.report({ node, message });
    };

    return /** @type {import('eslint').Rule.RuleListener} */ ({
      /** @param {any} node */
      Program(node) {
        if (layerOf(path) === undefined) {
          context.report({ node, message: `${path} belongs to no layer of tests/architecture/fences.js` });
        }
      },
      /** @param {any} node */
      ImportDeclaration(node) {
        check(node, node.source, { typeOnly: isTypeOnly(node.importKind, node.specifiers, 'importKind') });
      },
      /** @param {any} node */
      ExportNamedDeclaration(node) {
        check(node, node.source, { typeOnly: isTypeOnly(node.exportKind, node.specifiers, 'exportKind') });
      },
      /** @param {any} node */
      ExportAllDeclaration(node) {
        check(node, node.source, { typeOnly: node.exportKind === 'type' });
      },
      /** @param {any} node */
      ImportExpression(node) {
        check(node, node.source, { dynamic: true });
      },
      /** @param {any} node */
      TSImportType(node) {
        check(node, node.source ?? node.argument, { typeOnly: true });
      },
      /** @param {any} node */
      'CallExpression[callee.object.type="MetaProperty"][callee.property.name="glob"]'(node) {
        const [patterns] = node.arguments;
        for (const each of patterns?.type === 'ArrayExpression' ? patterns.elements : [patterns]) {
          check(node, each, { dynamic: true });
        }
      },
    });
  },
};

/**
 * @param {string | undefined} kind of the whole statement
 * @param {Record<string, string>[]} specifiers
 * @param {'importKind' | 'exportKind'} key
 */
function isTypeOnly(kind, specifiers, key) {
  return kind === 'type' || (specifiers.length > 0 && specifiers.every((each) => each[key] === 'type'));
}

/**
 * @param {any} node
 * @returns {string | null}
 */
function literal(node) {
  if (node.type === 'TSLiteralType') return literal(node.literal);
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return null;
}
