import { EuiFieldPassword, EuiPagination } from '@elastic/eui';
import { render, screen } from '@testing-library/react';
import React from 'react';
import { i18n } from './i18n';
import { OuiTexts } from './oui_texts';

describe('the texts of OUI', () => {
  beforeEach(() => i18n.init({ locale: 'en-xa' }));
  afterEach(() => i18n.init({}));

  it('are those of the locale, with the values that OUI puts in', () => {
    render(
      <OuiTexts>
        <EuiPagination pageCount={3} activePage={1} />
        <EuiFieldPassword type="dual" />
      </OuiTexts>
    );
    screen.getByLabelText('Þŕéṽîôûš þàĝé, 1');
    screen.getByLabelText(/^Šĥôŵ îţ àš þļàîñ ţéẋţ/);
  });
});
