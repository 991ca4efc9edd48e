import {
  fieldChoices,
  guessDurationField,
  guessLevelField,
  guessServiceField,
  guessTimeField,
} from './field_guesses';

const field = (name: string, type: string) => ({ name, type });

describe('the time field', () => {
  it('is @timestamp before any other date', () => {
    expect(guessTimeField([field('created', 'date'), field('@timestamp', 'date')])).toBe(
      '@timestamp'
    );
  });

  it('is the only date, whatever its name', () => {
    expect(guessTimeField([field('born', 'date_nanos'), field('time', 'long')])).toBe('born');
  });

  it('is not made up where there is no date', () => {
    expect(guessTimeField([field('time', 'keyword')])).toBeUndefined();
  });
});

describe('the level field', () => {
  it('is the keyword beside a text', () => {
    const fields = [field('level', 'text'), field('level.keyword', 'keyword')];
    expect(guessLevelField(fields)).toBe('level.keyword');
  });

  it('is found with a prefix, and in ECS', () => {
    expect(guessLevelField([field('app.severity', 'keyword')])).toBe('app.severity');
    expect(guessLevelField([field('level', 'keyword'), field('log.level', 'keyword')])).toBe(
      'log.level'
    );
  });

  it('is the text where there is nothing else, and nothing where no field says so', () => {
    expect(guessLevelField([field('level', 'text')])).toBe('level');
    expect(guessLevelField([field('sea_levels', 'keyword'), field('level', 'long')])).toBe(
      undefined
    );
  });
});

describe('fields of services', () => {
  const fields = [
    field('message', 'text'),
    field('kubernetes.container_name', 'keyword'),
    field('host.name', 'keyword'),
    field('http.response_time_ms', 'long'),
    field('bytes', 'long'),
  ];

  it('name the service, and how long it took', () => {
    expect(guessServiceField(fields)).toBe('kubernetes.container_name');
    expect(guessDurationField(fields)).toBe('http.response_time_ms');
  });

  it('are offered by what they can be', () => {
    expect(fieldChoices(fields)).toEqual({
      time: [],
      level: ['message', 'kubernetes.container_name', 'host.name'],
      service: ['kubernetes.container_name', 'host.name'],
      duration: ['http.response_time_ms', 'bytes'],
    });
  });
});
