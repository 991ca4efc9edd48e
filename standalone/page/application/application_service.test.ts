import { createMemoryHistory } from 'history';
import type { AppLeaveHandler, OverlayStart } from 'opensearch-dashboards/public';
import { ApplicationService } from './application_service';

function setup(answer = true) {
  const history = createMemoryHistory({ initialEntries: ['/app/one'] });
  const openConfirm = jest.fn(async () => answer);
  const overlays = { openConfirm } as unknown as OverlayStart;
  const service = new ApplicationService({ history, basePath: '/base', overlays });
  service.register({ id: 'one', title: 'One', mount: () => () => undefined });
  service.register({
    id: 'two',
    title: 'Two',
    defaultPath: '/start',
    mount: () => () => undefined,
  });
  service.currentAppId$.next('one');
  return { history, service, openConfirm };
}

const dirty: AppLeaveHandler = ({ confirm }) => confirm('Leave?');

describe('ApplicationService', () => {
  it('goes to the default path of an app, or to the one that is given', async () => {
    const { history, service } = setup();
    await service.navigateToApp('two');
    expect(history.location.pathname).toBe('/app/two/start');
    await service.navigateToApp('two', { path: '?a=//b' });
    expect(history.location).toMatchObject({ pathname: '/app/two', search: '?a=//b' });
  });

  it('gives URLs with the base path', () => {
    const { service } = setup();
    expect(service.getUrlForApp('two', { path: 'x/y' })).toBe('/base/app/two/x/y');
    expect(service.getUrlForApp('two', { path: '#/x', absolute: true })).toBe(
      'http://localhost/base/app/two#/x'
    );
  });

  it('follows a URL of an app without loading the page anew', async () => {
    const { history, service } = setup();
    await service.navigateToUrl('/base/app/two/edit?id=5');
    expect(history.location).toMatchObject({ pathname: '/app/two/edit', search: '?id=5' });
  });

  it('stays in the app when the user wants to keep what is not saved', async () => {
    const { history, service, openConfirm } = setup(false);
    service.setLeaveHandler(dirty);
    await service.navigateToApp('two');
    expect(openConfirm).toHaveBeenCalledWith('Leave?', expect.anything());
    expect(history.location.pathname).toBe('/app/one');
  });

  it('asks once, and not within the app', async () => {
    const { history, service, openConfirm } = setup(true);
    service.setLeaveHandler(dirty);
    await service.navigateToApp('one', { path: '/inside' });
    expect(openConfirm).not.toHaveBeenCalled();
    await service.navigateToApp('two');
    expect(openConfirm).toHaveBeenCalledTimes(1);
    expect(history.location.pathname).toBe('/app/two/start');
  });

  it('refuses a second app with one id', () => {
    const { service } = setup();
    const register = () => service.register({ id: 'one', title: '', mount: () => () => undefined });
    expect(register).toThrow('"one"');
  });
});
