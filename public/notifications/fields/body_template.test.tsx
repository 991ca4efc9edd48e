import React from 'react';
import { configure, render, screen } from '@testing-library/react';
import { I18nProvider } from '@osd/i18n/react';
import { SAMPLE_BODY } from '../../../common/notifications/kinds/webhook';
import { BodyTemplate } from './body_template';

configure({ testIdAttribute: 'data-test-subj' });

const show = (value: string) =>
  render(
    <I18nProvider>
      <BodyTemplate
        {...{ label: 'Body', language: 'json', value, problems: [] }}
        onChange={() => undefined}
      />
    </I18nProvider>
  );

describe('the body of a webhook', () => {
  it('is told of names that a message does not have', () => {
    show('{"text": "{{mesage}}", "all": "{{monitor}}"}');
    const [name, map] = screen.getAllByTestId('bodyRemark');
    expect(name).toHaveTextContent('Did you mean message?');
    expect(map).toHaveTextContent('monitor is a map');
  });

  it('is right as the example has it', () => {
    show(SAMPLE_BODY);
    expect(screen.queryByTestId('bodyRemark')).not.toBeInTheDocument();
  });
});
