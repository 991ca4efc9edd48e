import { invalidInput } from './errors';

it('says what is wrong field by field, each as a sentence of its own', () => {
  const problems = [
    { field: 'name', message: 'Give a name.' },
    { field: 'size', message: 'expected a number' },
    { field: '', message: 'Too many.' },
  ];
  expect(invalidInput(problems).message).toBe(
    'name: Give a name. size: expected a number; Too many.'
  );
  expect(invalidInput([]).message).toBe('');
});
