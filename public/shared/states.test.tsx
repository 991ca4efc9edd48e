import React from 'react';
import { act, render, screen } from '@testing-library/react';
import { LoadingState } from './states';

describe('a page that loads', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('says after some seconds that there is no answer yet, and what comes of that', () => {
    render(<LoadingState />);
    expect(screen.getByRole('status')).not.toHaveTextContent('no answer');
    act(() => void jest.advanceTimersByTime(10_000));
    expect(screen.getByRole('status')).toHaveTextContent('There is no answer after');
  });
});
