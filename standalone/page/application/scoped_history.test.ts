import { createMemoryHistory } from 'history';
import { ScopedHistory } from './scoped_history';

function setup() {
  const parent = createMemoryHistory({ initialEntries: ['/app/one/list?a=1'] });
  return { parent, history: new ScopedHistory(parent, '/app/one') };
}

describe('ScopedHistory', () => {
  it('shows paths below the app, and pushes them below it', () => {
    const { parent, history } = setup();
    expect(history.location).toMatchObject({ pathname: '/list', search: '?a=1' });
    history.push('/edit/5?b=2');
    expect(parent.location).toMatchObject({ pathname: '/app/one/edit/5', search: '?b=2' });
    history.push({ pathname: 'more', search: '?c=3' });
    expect(parent.location).toMatchObject({ pathname: '/app/one/more', search: '?c=3' });
  });

  it('makes links that hold the path of the app', () => {
    const { history } = setup();
    expect(history.createHref({ pathname: '/edit', search: '?x=1' })).toBe('/app/one/edit?x=1');
    expect(history.createHref({ search: '?x=1' })).toBe('/app/one?x=1');
  });

  it('does not go back to what came before the app', () => {
    const { parent, history } = setup();
    history.goBack();
    expect(parent.location.pathname).toBe('/app/one/list');
    history.push('/edit');
    history.goBack();
    expect(history.location.pathname).toBe('/list');
    history.goForward();
    expect(history.location.pathname).toBe('/edit');
  });

  it('tells its listeners of moves within the app only, and throws once it was left', () => {
    const { parent, history } = setup();
    const seen: string[] = [];
    history.listen(({ pathname }) => seen.push(pathname));
    history.push('/edit');
    parent.push('/app/oneandmore');
    expect(seen).toEqual(['/edit']);
    expect(() => history.push('/x')).toThrow('/app/one');
  });

  it('refuses to block, as in Dashboards', () => {
    expect(() => setup().history.block()).toThrow('onAppLeave');
  });
});
