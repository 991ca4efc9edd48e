import type { Judgement } from '../kind';

/** The JSON object that a receiver answered; empty where it is none. */
export const fieldsOfAnswer = (answer: string): Readonly<Record<string, unknown>> => {
  try {
    const parsed: unknown = JSON.parse(answer);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
};

interface Codes {
  /** What the fields of the code and of its message are called, in the order in which they are looked for. */
  code: readonly string[];
  message: readonly string[];
  /** Codes that pass by themselves: too fast, or trouble of the receiver's own. */
  passing: readonly number[];
  /** Milliseconds to wait after one of these. */
  wait: number;
}

/** Of receivers that say by a code in the answer, and not by its status, whether they took a message. */
export const judgeByCode =
  (codes: Codes) =>
  (status: number, answer: string): Judgement | undefined => {
    const fields = fieldsOfAnswer(answer);
    const code = codes.code.map((name) => fields[name]).find((value) => typeof value === 'number');
    if (code === undefined || status >= 500) return undefined;
    if (code === 0) return { result: 'sent' };
    const text = codes.message.map((name) => fields[name]).find((value) => value !== undefined);
    const reason = `The receiver refused it: ${String(text ?? '')} (${code}).`;
    return codes.passing.includes(code)
      ? { result: 'retry', reason, retryAfter: codes.wait }
      : { result: 'parked', reason };
  };
