const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2021',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'classic' } },
    },
  },
];

const shared = {
  rootDir: __dirname,
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/.data/'],
  transform: { '^.+\\.(ts|tsx|mjs|js)$': swc },
  // These ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(croner|re2js|lossless-json)/)'],
  moduleNameMapper: {
    '^opensearch-dashboards/server$': '<rootDir>/typings/server.ts',
    '^opensearch-dashboards/public$': '<rootDir>/typings/public.ts',
    '^@osd/i18n$': '<rootDir>/standalone/page/i18n.ts',
    '^@osd/i18n/react$': '<rootDir>/standalone/page/i18n_react.tsx',
    '^@elastic/eui$': '@elastic/eui/test-env',
    '^@opensearch/datemath$': '@elastic/datemath',
    '\\.css$': '<rootDir>/test/support/no_styles.ts',
  },
};

// Real parts: one cluster for the whole run, which the set-up starts and the tear-down stops.
const real = {
  ...shared,
  globalSetup: '<rootDir>/test/support/global_setup.ts',
  globalTeardown: '<rootDir>/test/support/global_teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/support/jest_timeout.ts'],
};

const unit = { ...shared, testPathIgnorePatterns: ['/node_modules/', '/build/'] };

module.exports = {
  projects: [
    {
      ...unit,
      displayName: 'unit',
      testMatch: ['<rootDir>/{common,server,standalone,test/docs}/**/*.test.ts'],
      testPathIgnorePatterns: [...unit.testPathIgnorePatterns, '/standalone/page/'],
    },
    {
      ...unit,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/{public,standalone/page}/**/*.test.{ts,tsx}'],
      setupFiles: ['<rootDir>/test/support/dom_gaps.ts'],
      setupFilesAfterEnv: ['@testing-library/jest-dom'],
    },
    { ...real, displayName: 'integration', testMatch: ['<rootDir>/test/integration/**/*.test.ts'] },
    { ...shared, displayName: 'bench', testMatch: ['<rootDir>/test/bench/**/*.bench.ts'] },
    { ...real, displayName: 'clusters', testMatch: ['<rootDir>/test/clusters/**/*.test.ts'] },
    { ...real, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
};
