import { getSystemErrorName } from 'node:util';
import { isRecord } from '../../../common/json/record';
import { socketFailure } from '../outbound/guarded_socket';
import type { SendOutcome } from './types';

/** The server's word, as nodemailer hands it on. */
interface SmtpError {
  /** Of nodemailer: `EAUTH`, `ETLS`, `EENVELOPE`, … */
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
  message: string;
  errno?: number;
  /** Each recipient that was refused, and why. */
  rejectedErrors?: SmtpError[];
  recipient?: string;
}

export interface SmtpServer {
  host: string;
  port: number;
}

export interface SmtpAnswer {
  response: string;
  rejectedErrors?: SmtpError[];
}

const isPassing = ({ responseCode: code = 0 }: SmtpError): boolean => code >= 400 && code < 500;

/** No field of its own, so that spreading loses it. */
const textOf = ({ message }: { message?: unknown }) => ({ message: String(message) });

const asSmtpError = (error: unknown): SmtpError =>
  isRecord(error)
    ? { ...(error as Partial<SmtpError>), ...textOf(error) }
    : { message: String(error) };

const refusals = (errors: readonly SmtpError[] = []): string =>
  errors.map(({ recipient = '', response = '' }) => `${recipient}: ${response}`).join('; ');

/** The mail was taken; perhaps not for everybody. */
export const takenOutcome = ({ response, rejectedErrors = [] }: SmtpAnswer): SendOutcome => {
  const status = Number(/^\d{3}/.exec(response)?.[0] ?? 250);
  const refused = rejectedErrors.length === 0 ? '' : ` Not taken for ${refusals(rejectedErrors)}`;
  return { result: 'sent', status, answer: `${response}${refused}` };
};

const parkedReason = ({ code, command = '' }: SmtpError, status: string): string => {
  if (code === 'EAUTH') {
    return `The mail server refuses user and password${status}. Many providers want an authorisation code or app password.`;
  }
  if (code === 'ETLS') {
    return `The mail server offers no STARTTLS${status}. Choose TLS from the start, or another port.`;
  }
  if (command === 'RCPT TO') return `The mail server takes it for none of the addresses${status}.`;
  if (command === 'MAIL FROM') return `The mail server does not take mail like this${status}.`;
  return `The mail server refused it${status}.`;
};

/** Without STARTTLS nothing more is said, and no other attempt would find any. */
const isRefusal = ({ code, responseCode, command }: SmtpError): boolean =>
  (responseCode ?? 0) >= 500 ||
  code === 'EAUTH' ||
  (code === 'EMESSAGE' && command === 'MAIL FROM') ||
  (code === 'EENVELOPE' && command === 'API');

const trouble = (error: SmtpError, { host, port }: SmtpServer): string => {
  const { code, errno, response, message } = error;
  if (response) return response;
  if (errno !== undefined && errno < 0) {
    return socketFailure({ code: getSystemErrorName(errno) }, host, port);
  }
  if (code === 'ETIMEDOUT') return `${host}:${port} did not answer in time.`;
  // Certificates: the text is that of Node, and has nothing secret.
  if (code === 'ESOCKET' || code === 'ETLS') return `${host}:${port} is not trusted: ${message}`;
  return `${host}:${port} closed the connection before it took the mail.`;
};

/** Why the mail was not taken, and whether another attempt may do better. */
export const refusedOutcome = (thrown: unknown, server: SmtpServer): SendOutcome => {
  const error = asSmtpError(thrown);
  const { responseCode, rejectedErrors = [] } = error;
  const status = responseCode === undefined ? {} : { status: responseCode };
  const said = rejectedErrors.length > 0 ? refusals(rejectedErrors) : (error.response ?? '');
  if (isPassing(error) || rejectedErrors.some(isPassing)) {
    return { result: 'retry', ...status, answer: said };
  }
  if (isRefusal(error)) {
    const reason = parkedReason(error, responseCode === undefined ? '' : ` (${responseCode})`);
    return { result: 'parked', ...status, answer: said || error.message, reason };
  }
  return { result: 'retry', answer: trouble(error, server) };
};
