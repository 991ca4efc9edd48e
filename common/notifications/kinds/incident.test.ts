import { endsIncident, isIncidentOpen } from './incident';

describe('an incident', () => {
  it.each(['firing', 'no_data', 'error', 'acknowledged'] as const)(
    'is open where its destination was told last that it is %s',
    (event) => expect(isIncidentOpen(event)).toBe(true)
  );

  it.each(['resolved', 'data_again', 'error_over', undefined] as const)(
    'is not open where its destination was told last %s',
    (event) => expect(isIncidentOpen(event)).toBe(false)
  );

  it('ends by what says that it is over, and only while it is open', () => {
    expect(endsIncident('resolved', 'acknowledged')).toBe(true);
    expect(endsIncident('error_over', 'error')).toBe(true);
    expect(endsIncident('firing', 'firing')).toBe(false);
    expect(endsIncident('resolved', 'resolved')).toBe(false);
    expect(endsIncident('resolved', undefined)).toBe(false);
  });
});
