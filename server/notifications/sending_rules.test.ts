import { destinationSchema, followsAlerts } from '../../common/notifications/kinds/registry';
import { rulesOf } from './sending_rules';

const rulesFor = (saved: object) =>
  rulesOf(destinationSchema.parse({ name: 'Ops', origin: 'https://ops.example', ...saved }));

describe('the rules of a destination', () => {
  it('keep messages about one alert in order where there is an incident', () => {
    expect(rulesFor({ type: 'pagerduty' }).follows).toBe(true);
    expect(rulesFor({ type: 'mattermost' }).follows).toBe(false);
  });

  it('let documents go into an index in any order, though it hears of every end', () => {
    expect(rulesFor({ type: 'index', index: 'alerts' }).follows).toBe(false);
    expect(followsAlerts('index')).toBe(true);
  });
});
