import React from 'react';
import { screen } from '@testing-library/react';
import { SAMPLE_BODY } from '../../../common/notifications/kinds/webhook';
import { APP_IDS } from '../../../common/plugin';
import { renderPage } from '../../shared/testing/render_page';
import { BodyTemplate } from './body_template';

const show = (value: string) =>
  renderPage(
    <BodyTemplate
      {...{ label: 'Body', language: 'json', empty: 'Empty: all of it', value, problems: [] }}
      onChange={() => undefined}
    />,
    { appId: APP_IDS.destinations, answer: () => ({ items: [{ name: 'foot', message: 'x' }] }) }
  );

describe('the body of a webhook', () => {
  it('is told of names that a message does not have', () => {
    show('{"text": "{{mesage}}", "all": "{{monitor}}"}');
    const [name, map] = screen.getAllByTestId('bodyRemark');
    expect(name).toHaveTextContent('Did you mean message?');
    expect(map).toHaveTextContent('monitor is a map');
  });

  it('names shared templates that are there', async () => {
    show('{"a": "{{> foot}}", "b": "{{> gone}}"}');
    expect(await screen.findByText('There is no shared template called gone.')).toBeInTheDocument();
    expect(screen.getAllByTestId('bodyRemark')).toHaveLength(1);
  });

  it('says what goes out without one', () => {
    show('');
    expect(screen.getByText('Empty: all of it')).toBeInTheDocument();
  });

  it('is right as the example has it', () => {
    show(SAMPLE_BODY);
    expect(screen.queryByTestId('bodyRemark')).not.toBeInTheDocument();
  });
});
