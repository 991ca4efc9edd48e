import { indexFamilies } from '../../indices/families';
import { filledIn } from './fill_in';

const families = indexFamilies({
  indices: ['orders', 'logs-app-2026.11.21'],
  aliases: [],
  data_streams: [],
});
const fields = [
  { name: 'at', type: 'date' },
  { name: 'severity', type: 'keyword' },
  { name: 'service.name', type: 'keyword' },
];

describe('the answers that a page begins with', () => {
  it('are what the cluster suggests', () => {
    expect(filledIn('error_logs', {}, { families, fields })).toMatchObject({
      indices: ['logs-app-*'],
      timeField: 'at',
      levelField: 'severity',
      serviceField: 'service.name',
      durationField: '',
    });
  });

  it('keep what somebody has written', () => {
    const given = { indices: ['mine'], timeField: 'born', threshold: 9 };
    expect(filledIn('error_logs', given, { families, fields })).toMatchObject(given);
  });

  it('name no indices for a question about the cluster', () => {
    expect(filledIn('red_cluster', {}, { families }).indices).toEqual([]);
  });

  it('are those of the usual fields until the mapping is known', () => {
    expect(filledIn('error_logs', {}, {})).toMatchObject({ indices: [], timeField: '@timestamp' });
  });
});
