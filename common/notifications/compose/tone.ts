import type { Severity } from '../../monitors/trigger';
import type { AlertFacts, MessageEvent } from '../message_facts';
import type { Tone } from './composed';

/** From red to grey, as the pages show severities. */
const SEVERITY_COLORS: Readonly<Record<Severity, string>> = {
  '1': '#bd271e',
  '2': '#e7664c',
  '3': '#f5a700',
  '4': '#6092c0',
  '5': '#98a2b3',
};

const TONE_COLORS: Readonly<Record<Tone, string>> = {
  critical: '#bd271e',
  warning: '#f5a700',
  info: '#6092c0',
  good: '#017d73',
  neutral: '#69707d',
};

const FIRING_TONES: Readonly<Record<Severity, Tone>> = {
  '1': 'critical',
  '2': 'critical',
  '3': 'warning',
  '4': 'info',
  '5': 'info',
};

const EVENT_TONES: Readonly<Record<Exclude<MessageEvent, 'firing'>, Tone>> = {
  acknowledged: 'neutral',
  resolved: 'good',
  no_data: 'warning',
  data_again: 'good',
  error: 'warning',
  error_over: 'good',
  heartbeat: 'good',
  test: 'info',
};

/** How a message looks; the same for one of its alerts. */
export const toneOf = (event: MessageEvent | AlertFacts['event'], severity: Severity): Tone =>
  event === 'firing' ? FIRING_TONES[severity] : EVENT_TONES[event];

/** `#rrggbb` */
export const colorOf = (event: MessageEvent | AlertFacts['event'], severity: Severity): string =>
  event === 'firing' ? SEVERITY_COLORS[severity] : TONE_COLORS[toneOf(event, severity)];

const FIRING_SYMBOLS: Readonly<Record<Severity, string>> = {
  '1': '🔴',
  '2': '🟠',
  '3': '🟡',
  '4': '🔵',
  '5': '⚪',
};

const EVENT_SYMBOLS: Readonly<Record<Exclude<MessageEvent, 'firing'>, string>> = {
  acknowledged: '👀',
  resolved: '✅',
  no_data: '❔',
  data_again: '✅',
  error: '⚠️',
  error_over: '✅',
  heartbeat: '💚',
  test: '🔔',
};

/** One character that tells them apart where nothing has a colour. */
export const symbolOf = (event: MessageEvent | AlertFacts['event'], severity: Severity): string =>
  event === 'firing' ? FIRING_SYMBOLS[severity] : EVENT_SYMBOLS[event];

const STATUS_TEXTS: Readonly<Record<MessageEvent, string>> = {
  firing: 'Firing',
  acknowledged: 'Acknowledged',
  resolved: 'Recovered',
  no_data: 'No data',
  data_again: 'Data again',
  error: 'Error',
  error_over: 'Works again',
  heartbeat: 'Heartbeat',
  test: 'Test',
};

export const statusTextOf = (event: MessageEvent | AlertFacts['event']): string =>
  STATUS_TEXTS[event];
