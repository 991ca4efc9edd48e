import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** Forbids imports that match any of the patterns, with the reason. */
const wall = (files, groups) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: groups.map(([group, message]) => ({ group, message })) },
    ],
  },
});

const SERVER_ROOMS = ['monitors', 'alerts', 'notifications', 'lifecycle', 'indices'];
const PUBLIC_ROOMS = [...SERVER_ROOMS, 'overview'];

/** Rooms of one floor meet through types and services handed in, never through each other's files. */
const rooms = (floor, names) =>
  names.map((name) => {
    const others = names.filter((other) => other !== name).join('|');
    const below =
      floor === 'server'
        ? [['**/public/**', '**/standalone/**', '**/test/**']]
        : [['**/server/**', '**/standalone/**', '**/test/**', 'node:*']];
    return {
      files: [`${floor}/${name}/**/*.{ts,tsx}`],
      ignores: ['**/*.test.{ts,tsx}'],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              { group: below[0], message: 'Imports run downwards only.' },
              {
                regex: `^(\\.\\./)+(?:${others})/(?!types$)`,
                message: "Reach another room through its types, handed in at plugin.ts.",
              },
            ],
          },
        ],
      },
    };
  });

export default tseslint.config(
  { ignores: ['node_modules', 'build', 'target', '.data', '.cache', 'coverage'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  wall(['common/**/*.{ts,tsx}'], [
    [['**/server/**', '**/public/**', '**/standalone/**', '**/typings/**', 'node:*', 'fs', 'crypto', 'path', 'opensearch-dashboards/*'], 'common is pure and runs in a browser.'],
  ]),
  wall(['server/**/*.ts'], [[['**/public/**', '**/standalone/**', '**/test/**'], 'Imports run downwards only.']]),
  wall(['public/**/*.{ts,tsx}'], [[['**/server/**', '**/standalone/**', '**/test/**', 'node:*'], 'Imports run downwards only.']]),
  wall(['public/shared/**/*.{ts,tsx}'], [
    [['**/monitors/**', '**/alerts/**', '**/notifications/**', '**/lifecycle/**', '**/indices/**', '**/server/**', '**/standalone/**'], 'shared knows no room.'],
  ]),
  wall(['standalone/**/*.{ts,tsx}'], [
    [['**/server/**', '**/public/**', '**/common/**', '**/test/**'], 'The host knows the plugin only as the built artefact.'],
  ]),
  ...rooms('server', SERVER_ROOMS),
  ...rooms('public', PUBLIC_ROOMS),
  { files: ['standalone/**/*.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['scripts/**/*.mjs'], rules: { 'no-console': 'off' } }
);
