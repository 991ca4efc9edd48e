import type { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import type { Destination } from '../../../common/notifications/destination';
import { base64 } from '../../../common/base64';
import { emailOf } from '../../../common/notifications/email/email';
import type { Email } from '../../../common/notifications/email/email';
import type { SecretsOf } from '../../../common/notifications/kinds/registry';
import { wireTls } from '../../../common/notifications/kinds/tls_settings';
import { BlockedAddress } from '../outbound/guarded_connect';
import { socketFailure } from '../outbound/guarded_socket';
import { connectionOptions, tlsProblem } from '../outbound/tls_options';
import { redact } from './redact';
import { refusedOutcome, takenOutcome } from './smtp_outcome';
import type { SmtpAnswer } from './smtp_outcome';
import type { Send, SendOutcome } from './types';

type EmailDestination = Extract<Destination, { type: 'email' }>;

/** So much of an answer is kept and shown. */
const ANSWER_LENGTH = 1000;

class TimeLimit extends Error {}

const parked = (reason: string, more: Partial<SendOutcome> = {}): SendOutcome => ({
  ...{ result: 'parked', answer: reason, reason },
  ...more,
});

const mailOf = (mail: Email, now: number): SendMailOptions => ({
  ...{ from: mail.from, to: mail.to, cc: mail.cc, bcc: mail.bcc, replyTo: mail.replyTo },
  ...{ subject: mail.subject, text: mail.text, html: mail.html, messageId: mail.messageId },
  ...(mail.thread === undefined ? {} : { inReplyTo: mail.thread, references: mail.thread }),
  headers: mail.headers.map(({ name, value }) => ({ key: name, value })),
  date: new Date(now),
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Over a connection that the guard has made. */
const transportOptions = (
  { host, port, security, user, ...destination }: EmailDestination,
  secrets: SecretsOf<'email'>,
  socket: Socket,
  timeLimit: number
): SMTPTransport.Options => {
  const tls = wireTls(destination, secrets);
  const servername = tls?.serverName;
  return {
    ...{ host, port, secure: security === 'tls', logger: false },
    ...{ requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...(user === undefined ? {} : { auth: { user, pass: secrets.password ?? '' } }),
    tls: { ...connectionOptions(tls), ...(servername === undefined ? {} : { servername }) },
    ...{ connectionTimeout: timeLimit, greetingTimeout: timeLimit, socketTimeout: timeLimit },
    getSocket: (_options, callback) => callback(null, { connection: socket }),
  };
};

/** However slowly the server goes on, there is an end to it. */
const within = async <T>(timeLimit: number, action: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new TimeLimit()), timeLimit);
  });
  try {
    return await Promise.race([action, over]);
  } finally {
    clearTimeout(timer);
  }
};

const exchange = async (
  options: SMTPTransport.Options,
  mail: SendMailOptions,
  timeLimit: number
): Promise<SendOutcome> => {
  const { host = '', port = 0 } = options;
  try {
    const sent: SmtpAnswer = await within(timeLimit, createTransport(options).sendMail(mail));
    return takenOutcome(sent);
  } catch (error) {
    if (error instanceof TimeLimit) {
      const answer = `${host}:${port} did not take the mail within ${timeLimit / 1000} s.`;
      return { result: 'retry', answer };
    }
    return refusedOutcome(error, { host, port });
  }
};

/** Servers may repeat what they were told, also as it was encoded for them. */
const clean = (outcome: SendOutcome, user: string, secrets: SecretsOf<'email'>): SendOutcome => {
  const { password = '' } = secrets;
  const all = { ...secrets, encoded: [base64(password), base64(`\0${user}\0${password}`)] };
  const cleaned = (text: string): string => redact(text, all).slice(0, ANSWER_LENGTH);
  const { reason } = outcome;
  return {
    ...outcome,
    answer: cleaned(outcome.answer),
    ...(reason === undefined ? {} : { reason: cleaned(reason) }),
  };
};

/** One mail by SMTP, to all of its recipients at once. */
export const sendEmail: Send<'email'> = async (
  destination,
  secrets,
  content,
  { client, timeLimit, now }
) => {
  const mail = mailOf(emailOf(destination, content), now);
  const problem = tlsProblem(wireTls(destination, secrets) ?? {});
  if (problem !== undefined) return parked(problem);
  const { host, port, user = '' } = destination;
  const began = performance.now();
  let socket: Socket;
  try {
    socket = await client.connect({ host, port, timeLimit });
  } catch (error) {
    if (error instanceof BlockedAddress) return parked(error.message, { blocked: true });
    return { result: 'retry', answer: socketFailure(error, host, port) };
  }
  // Nobody listens to it for a moment, and what nobody listens to ends the process.
  socket.on('error', () => undefined);
  try {
    const left = Math.max(1, Math.floor(timeLimit - (performance.now() - began)));
    const options = transportOptions(destination, secrets, socket, left);
    return clean(await exchange(options, mail, left), user, secrets);
  } finally {
    socket.destroy();
  }
};
