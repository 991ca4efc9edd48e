import { WatchkeeperError, messageOf } from '../../../common/errors';
import { renderWire } from '../../../common/notifications/destination';
import { indexFor } from '../../../common/notifications/kinds/index_document';
import type { Send, SendOutcome } from './types';

const PASSING: ReadonlySet<string> = new Set(['cluster_unreachable', 'too_busy']);

const statusOf = ({ details }: WatchkeeperError): { status?: number } =>
  typeof details.status === 'number' ? { status: details.status } : {};

const failed = (error: unknown, name: string): SendOutcome => {
  if (!(error instanceof WatchkeeperError)) throw error;
  const answer = messageOf(error);
  const status = statusOf(error);
  const passing = PASSING.has(error.code) || (status.status ?? 0) >= 500;
  return passing
    ? { result: 'retry', ...status, answer }
    : { result: 'parked', ...status, answer, reason: `${name} did not take it: ${answer}` };
};

const parked = (reason: string): SendOutcome => ({ result: 'parked', answer: reason, reason });

/**
 * Creates one document under the message's id, as the service account. That it is there already is success: then an
 * earlier attempt wrote it.
 */
export const sendToIndex: Send<'index'> = async (destination, _secrets, content, context) => {
  const { cluster, timeLimit } = context;
  const index = indexFor(destination, content);
  if ('problem' in index) return parked(index.problem);
  if (!cluster) return parked('There is no cluster to write to.');
  const path = `/${encodeURIComponent(index.name)}/_create/${encodeURIComponent(content.id)}`;
  const { body } = renderWire(destination, content);
  try {
    const { status } = await cluster.request(
      { method: 'PUT', path, body },
      { ignore: [409], timeoutMs: timeLimit }
    );
    const was = status === 409 ? 'was written before' : 'written';
    return { result: 'sent', status, answer: `${index.name}: ${was}` };
  } catch (error) {
    return failed(error, index.name);
  }
};
