/**
 * What Dashboards shares with the bundles of plugins, under the names that it has there. The list is
 * kept in step with `scripts/build/shared_deps.mjs`, through which bundles look these up.
 *
 * `require` on purpose: bundles see modules with their `__esModule` mark, as they do in Dashboards.
 */
import * as theme from './theme';

const momentTimezone = require('moment-timezone');

Object.assign(window, {
  __osdSharedDeps__: {
    React: require('react'),
    ReactDom: require('react-dom'),
    ReactDomServer: require('react-dom/server'),
    ReactRouter: require('react-router'),
    ReactRouterDom: require('react-router-dom'),
    ElasticEui: require('@elastic/eui'),
    ElasticEuiLibServices: require('@elastic/eui/lib/services'),
    ElasticEuiLibServicesFormat: require('@elastic/eui/lib/services/format'),
    ElasticEuiChartsTheme: require('@elastic/eui/dist/eui_charts_theme'),
    ElasticCharts: require('@elastic/charts'),
    ElasticNumeral: require('@elastic/numeral'),
    OsdI18n: require('@osd/i18n'),
    OsdI18nReact: require('@osd/i18n/react'),
    Theme: theme,
    Moment: require('moment'),
    MomentTimezone: momentTimezone,
    Rxjs: require('rxjs'),
    RxjsOperators: require('rxjs/operators'),
    Lodash: require('lodash'),
    LodashFp: require('lodash/fp'),
    Jquery: require('jquery'),
    StyledComponents: require('styled-components'),
    TsLib: require('tslib'),
  },
});
