import React from 'react';
import { APP_IDS } from '../../common/plugin';
import { appPaths } from './app_paths';
import { useRecentlyViewed } from './recently_viewed';
import { renderPage } from './testing/render_page';

const Page: React.FC<{ name?: string }> = ({ name }) => {
  useRecentlyViewed(appPaths.monitor('m/1'), name, 'm/1');
  return null;
};

const open = (name?: string) =>
  renderPage(<Page name={name} />, { appId: APP_IDS.alerts, answer: () => ({}) }).recent;

describe('a page that was viewed', () => {
  it('is put into the list of the host, with a link that has no base path', () => {
    expect(open('Pod errors')).toEqual([
      {
        link: '/app/watchkeeper_monitors/m%2F1',
        label: 'Pod errors',
        id: 'watchkeeper_monitors:m/1',
      },
    ]);
  });

  it('is not, before its name is known', () => {
    expect(open()).toEqual([]);
  });
});
