import type { Clock } from '../../clock';

/** A clock that a test moves. The wall's can be set apart from the monotonic one. */
export class TestClock implements Clock {
  private time = 0;

  constructor(public wall = Date.UTC(2026, 0, 5, 12)) {}

  now(): number {
    return this.wall;
  }

  monotonic(): number {
    return this.time;
  }

  /** Time goes by, milliseconds. */
  pass(milliseconds: number): void {
    this.wall += milliseconds;
    this.time += milliseconds;
  }
}

export const silentLogger = {
  ...{ trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} },
  get: () => silentLogger,
};
