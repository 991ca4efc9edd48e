import { monitorAct } from './changes';

const monitor = (change: object = {}) => ({
  title: 'Errors',
  enabled: true,
  enabled_time: 1,
  last_update_time: 1,
  triggers: [{ query_level_trigger: { id: 't' } }],
  ...change,
});

describe('what a write of a monitor came to', () => {
  it('is a creation where there was none', () => {
    expect(monitorAct(undefined, monitor())).toBe('monitor.created');
  });

  it('is a switch where nothing else was changed, whatever the server stamps', () => {
    const off = monitor({ enabled: false, enabled_time: null, last_update_time: 2 });
    expect(monitorAct(monitor(), off)).toBe('monitor.disabled');
    expect(monitorAct(off, monitor({ last_update_time: 3 }))).toBe('monitor.enabled');
  });

  it('is an update where something else was changed as well', () => {
    const edited = monitor({ enabled: false, triggers: [] });
    expect(monitorAct(monitor(), edited)).toBe('monitor.updated');
    expect(monitorAct(monitor(), monitor({ title: 'Other' }))).toBe('monitor.updated');
    expect(monitorAct(monitor(), monitor())).toBe('monitor.updated');
  });
});
