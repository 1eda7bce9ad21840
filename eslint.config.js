import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import { importsRule } from './tests/architecture/fence-rule.js';
import svelteConfig from './svelte.config.js';

const TESTS = ['tests/**/*.{ts,js}', 'src/**/*.test.ts'];
const NODE_FILES = ['src/{build,cli,server}/**/*.{ts,js}', '*.config.{ts,js}'];

/** Forms that are wrong anywhere, each with its reason. `no-restricted-syntax` takes one list a file, hence the spreads. */
const FORMS = [
  {
    selector: 'ForInStatement',
    message: 'for…in walks keys, inherited ones too, and as strings: use for…of, Object.keys or entries.',
  },
  { selector: 'TSEnumDeclaration', message: 'An enum is not erasable: use a union of strings.' },
];

/** Forms that make core depend on the machine it runs on. */
const CORE_FORMS = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'core has no clock: take the time as an argument.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'core has no clock: take the time as an argument.' },
  {
    selector: 'MemberExpression[property.name=/^(toLocale|localeCompare)/]',
    message: 'core has no Intl: the same bytes everywhere. Take the words and the collation of core.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/]',
    message: 'core has no time zone of the device: use the UTC form, or day numbers.',
  },
];

export default defineConfig(
  {
    ignores: [
      'node_modules',
      'build',
      '.svelte-kit',
      '.dateline',
      'test-results',
      'src/lib/paraglide',
      'project.inlang',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    plugins: { fences: { rules: { imports: importsRule } } },
    rules: {
      'fences/imports': 'error',
      'max-lines': ['error', 400],
      'no-restricted-syntax': ['error', ...FORMS],
      // `== null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // TypeScript reports unknown names itself, and knows the runes and the worlds apart.
      'no-undef': 'off',
    },
  },
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
  },
  { files: NODE_FILES, languageOptions: { parserOptions: { projectService: false, project: './tsconfig.node.json' } } },
  {
    files: ['src/service-worker.ts', 'src/lib/adapters/*-worker.ts'],
    languageOptions: { parserOptions: { projectService: false, project: './tsconfig.worker.json' } },
  },
  { files: TESTS, languageOptions: { parserOptions: { projectService: false, project: './tests/tsconfig.json' } } },
  {
    files: ['src/lib/core/**/*.ts'],
    ignores: TESTS,
    languageOptions: { parserOptions: { projectService: false, project: './src/lib/core/tsconfig.json' } },
    rules: {
      'no-restricted-syntax': ['error', ...FORMS, ...CORE_FORMS],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'core has no clock: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'core has no luck: take a seed as an argument.' },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'Intl', message: 'core has no Intl: the same bytes on every machine. Take the words of core.' },
        { name: 'performance', message: 'core has no clock: take the time as an argument.' },
        { name: 'crypto', message: 'core has no luck: take a seed as an argument.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: { 'svelte/no-at-html-tags': 'error' },
  },
  {
    // ESLint does not know the types of components: what they hand to a callback is `any` to it. svelte-check knows them.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // `declare module` describes a module only in a file that imports nothing.
    files: ['src/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }] },
  },
  {
    // Served byte for byte to any browser that can run the app, before the app: no types, no build, no modules.
    files: ['static/**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { sourceType: 'script' },
    rules: { 'no-var': 'off', 'prefer-const': 'off', '@typescript-eslint/prefer-for-of': 'off' },
  },
  {
    // A cast in JSDoc, such as that of what JSON.parse gives, is not seen by this rule.
    files: ['**/*.js'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // The rule reads a syntax tree that ESLint's types leave open; JSDoc has no way to say that briefly.
    files: ['tests/architecture/fence-rule.js'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
