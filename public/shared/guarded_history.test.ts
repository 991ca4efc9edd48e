import { createMemoryHistory } from 'history';
import { createGuardedHistory } from './guarded_history';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const guarded = (answer: boolean) => {
  const host = createMemoryHistory({ initialEntries: ['/list', '/edit'], initialIndex: 1 });
  const ask = jest.fn(async () => answer);
  const history = createGuardedHistory(host, ask);
  const seen: string[] = [];
  history.listen(({ pathname }) => seen.push(pathname));
  return { host, ask, history, seen };
};

describe('a guarded history', () => {
  it('goes at once while it is not armed', () => {
    const { history, host, ask } = guarded(false);
    history.push('/list');
    expect(host.location.pathname).toBe('/list');
    expect(ask).not.toHaveBeenCalled();
  });

  it('stays when the answer is no', async () => {
    const { history, host, seen } = guarded(false);
    history.arm();
    history.push('/list');
    await settle();
    expect(host.location.pathname).toBe('/edit');
    expect(seen).toEqual([]);
  });

  it('goes when the answer is yes, and asks only once', async () => {
    const { history, host, ask } = guarded(true);
    history.arm();
    history.push('/list?page=2');
    await settle();
    expect(host.location.pathname).toBe('/list');
    history.push('/other');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('does not ask about changes within the page', () => {
    const { history, host, ask } = guarded(false);
    history.arm();
    history.replace({ pathname: '/edit', search: '?tab=2' });
    expect(host.location.search).toBe('?tab=2');
    expect(ask).not.toHaveBeenCalled();
  });

  it("undoes the browser's back button, without the page noticing", async () => {
    const { history, host, seen, ask } = guarded(false);
    history.arm();
    host.goBack();
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(host.location.pathname).toBe('/edit');
    expect(seen).toEqual([]);
  });

  it('goes back after a yes', async () => {
    const { history, host, seen } = guarded(true);
    history.arm();
    host.goBack();
    await settle();
    expect(host.location.pathname).toBe('/list');
    expect(seen).toEqual(['/list']);
  });

  it('asks no more once it is disarmed', () => {
    const { history, host, ask } = guarded(false);
    history.arm();
    history.disarm();
    history.push('/list');
    expect(host.location.pathname).toBe('/list');
    expect(ask).not.toHaveBeenCalled();
  });
});
