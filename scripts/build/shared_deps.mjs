/**
 * What Dashboards shares with the bundles of its plugins: `window.__osdSharedDeps__.<Global>`.
 * Anything that is not in this table is bundled.
 */
export const SHARED_DEPS = {
  react: 'React',
  'react-dom': 'ReactDom',
  'react-dom/server': 'ReactDomServer',
  'react-router': 'ReactRouter',
  'react-router-dom': 'ReactRouterDom',
  '@elastic/eui': 'ElasticEui',
  '@elastic/eui/lib/services': 'ElasticEuiLibServices',
  '@elastic/eui/lib/services/format': 'ElasticEuiLibServicesFormat',
  '@elastic/eui/dist/eui_charts_theme': 'ElasticEuiChartsTheme',
  '@elastic/charts': 'ElasticCharts',
  '@elastic/numeral': 'ElasticNumeral',
  '@osd/i18n': 'OsdI18n',
  '@osd/i18n/react': 'OsdI18nReact',
  '@osd/ui-shared-deps/theme': 'Theme',
  moment: 'Moment',
  'moment-timezone': 'MomentTimezone',
  rxjs: 'Rxjs',
  'rxjs/operators': 'RxjsOperators',
  lodash: 'Lodash',
  'lodash/fp': 'LodashFp',
  jquery: 'Jquery',
  'styled-components': 'StyledComponents',
  tslib: 'TsLib',
};

/** Takes the shared dependencies from the page instead of bundling them. */
export function sharedDepsPlugin() {
  return {
    name: 'shared-deps',
    setup(build) {
      build.onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
        path in SHARED_DEPS ? { path, namespace: 'shared-deps' } : undefined
      );
      build.onLoad({ filter: /.*/, namespace: 'shared-deps' }, ({ path }) => ({
        contents: `module.exports = window.__osdSharedDeps__[${JSON.stringify(SHARED_DEPS[path])}];`,
        loader: 'js',
      }));
    },
  };
}

/** Replacements that browser code of our dependencies expects of a bundler. */
export const BROWSER_DEFINES = {
  'process.env.NODE_ENV': '"production"',
  'process.env.HMR': 'undefined',
  global: 'window',
};
