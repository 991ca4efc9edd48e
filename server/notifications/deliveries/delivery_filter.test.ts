import { deliveryFilter } from './delivery_filter';

describe('what the list of deliveries is narrowed to', () => {
  it('keeps pings that wait or were given up in sight where pings are left out', () => {
    expect(deliveryFilter({ pings: false }, 0)).toEqual([
      {
        bool: {
          must_not: [
            {
              bool: {
                filter: [
                  { term: { monitor_id: '' } },
                  { terms: { status: ['sent', 'suppressed'] } },
                ],
              },
            },
          ],
        },
      },
    ]);
  });

  it('has pings unless they are left out', () => {
    expect(deliveryFilter({}, 0)).toEqual([]);
    expect(deliveryFilter({ pings: true }, 0)).toEqual([]);
  });
});
