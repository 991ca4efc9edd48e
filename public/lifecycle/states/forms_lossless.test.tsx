import { fireEvent, screen, within } from '@testing-library/react';
import { JavaDouble } from '../../../common/json/java_double';
import { stringifyLossless } from '../../../common/json/lossless';
import type { JsonObject } from '../../../common/json/record';
import { actionText, showAction as show } from './testing/open_form';

const NESTED: Readonly<Record<string, JsonObject>> = {
  alias: { actions: [{ add: { aliases: ['a', 'b'], filter: { n: new JavaDouble(1) }, x: 1 } }, 7] },
  allocation: { require: { a: new JavaDouble(2), b: 'x' }, wait_for: true },
  rollover: { any_of: [{ min_doc_count: 12345678901234567890n, min_size: '1gb', x_new: null }] },
  shrink: { aliases: [{ al: { is_write_index: null, routing: 'r' } }, 'odd'] },
  notification: {
    destination: { custom_webhook: { host: 'h', port: 1, header_params: { a: 'b' } } },
  },
  rollup: {
    ism_rollup: {
      x_first: new JavaDouble(1),
      dimensions: [{ date_histogram: { source_field: 't', format: null } }, { x_new: {} }],
      metrics: [{ source_field: 'v', metrics: [{ sum: {} }, { x_new: {} }] }],
    },
  },
  transform: {
    ism_transform: {
      groups: [{ histogram: { source_field: 'v', interval: new JavaDouble(10) } }],
      aggregations: { s: { sum: { field: 'v', x_new: 1 } }, t: { x_new: {} } },
    },
  },
};

describe('what a form does not touch', () => {
  it.each(Object.entries(NESTED))(
    'stays to the byte while each text in the form of %s is written and taken back',
    (name, params) => {
      show(stringifyLossless({ x_beside: 1, [name]: params }));
      const before = actionText();
      const fields = within(screen.getByTestId('actionCard')).getAllByRole('textbox');
      const filled = fields.filter((field) => (field as HTMLInputElement).value !== '');
      expect(filled.length).toBeGreaterThan(0);
      filled.forEach((field) => {
        const { value } = field as HTMLInputElement;
        const next = /^[\d.]+$/.test(value) ? '77' : `${value}z`;
        fireEvent.change(field, { target: { value: next } });
        fireEvent.change(field, { target: { value } });
        fireEvent.blur(field);
      });
      expect(actionText()).toBe(before);
    }
  );
});
