import { part } from './parts';
import type { Sights } from './sights';
import { go } from './stop';
import type { Stop } from './stop';

const at = (name: string, path: string, mark: string, more: Partial<Stop> = {}): Stop => ({
  name,
  ...more,
  show: async (page) => {
    await go(page, path);
    await part(page, mark);
  },
});

const lifecycle = (): Stop[] => [
  at('the policies without an engine', 'watchkeeper_lifecycle', 'engineCallout'),
  // What an action refuses of its parameters is English.
  ...['graph', 'states', 'timeline', 'simulation', 'json'].map((view): Stop => ({
    name: `a new policy: ${view}`,
    dark: view === 'graph',
    isEnglish: true,
    show: async (page) => {
      await go(page, 'watchkeeper_lifecycle/create?from=delete_after');
      await page.getByTestId(`view-${view}`).click();
      await part(page, 'lintPanel');
    },
  })),
  at('an import of policies', 'watchkeeper_lifecycle/import', 'importText'),
  at('managed indices without an engine', 'watchkeeper_lifecycle/managed', 'engineCallout'),
  at('the forecast without an engine', 'watchkeeper_lifecycle/forecast', 'clusterForecast', {
    dark: true,
  }),
  at('the policy of a name', 'watchkeeper_lifecycle/names?name=logs-app-1', 'nameField'),
];

const indices = ({ index }: Sights): Stop[] => [
  at('the indices', 'watchkeeper_indices', 'indexRow', { dark: true }),
  at('no families of indices', 'watchkeeper_indices/families', 'emptyState'),
  at('a new index', 'watchkeeper_indices/create', 'saveIndex'),
  at('an index', `watchkeeper_indices/index/${index}`, 'indexOverview'),
  at(
    'the settings of an index',
    `watchkeeper_indices/index/${index}?tab=settings`,
    'indexSettings'
  ),
  at('a new index template', 'watchkeeper_indices/create_index_template', 'saveTemplate'),
  at('a new component template', 'watchkeeper_indices/create_component_template', 'saveTemplate'),
  at('a merge', `watchkeeper_indices/tasks/begin/force_merge?indices=${index}`, 'beginTask', {
    dark: true,
  }),
  at('a shrink', `watchkeeper_indices/tasks/begin/shrink?indices=${index}`, 'beginTask', {
    isEnglish: true,
  }),
];

/** The pages of indices and of their policies, on a cluster without Index State Management. */
export const indexStops = (sights: Sights): Stop[] => [...lifecycle(), ...indices(sights)];
