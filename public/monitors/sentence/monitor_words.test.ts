import { firstAnswers } from '../../../common/monitors/ready_made/answers';
import type { ReadyMade } from '../../../common/monitors/ready_made/answers';
import { readyMadeMonitor } from '../../../common/monitors/ready_made/ready_made';
import { monitorSample } from '../testing/samples';
import { monitorInWords } from './monitor_words';

const words = (which: ReadyMade) =>
  monitorInWords(
    readyMadeMonitor(
      which,
      { name: 'n', triggerName: 't', newId: () => 'id' },
      {
        ...firstAnswers(which),
        ...{ indices: ['logs-*'], levelField: 'level', serviceField: 'service' },
        durationField: 'took',
      }
    )
  );

describe('a monitor in words', () => {
  it('says how many documents of what', () => {
    expect(words('error_logs')).toEqual([
      'Alert when there are more than 5 documents in logs-* in 1 h, where level is one of ERROR, error, Error, ….',
    ]);
    expect(words('no_logs')).toEqual([
      'Alert when there are fewer than 1 document in logs-* in 10 min.',
    ]);
  });

  it('says for which groups', () => {
    expect(words('slow_service')).toEqual([
      'Alert for each service when: percentile 95 of took is more than 1,000, in logs-* in 15 min.',
    ]);
  });

  it('says nothing where the query or the condition has no words', () => {
    expect(words('disk_watermark')).toEqual([]);
    const query = '{"query":{"function_score":{}}}';
    expect(
      monitorInWords(monitorSample({ inputs: [{ search: { indices: ['a'], query } }] }))
    ).toEqual([]);
  });
});
