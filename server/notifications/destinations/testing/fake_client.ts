import type { GuardedClient, OutboundRequest, OutboundResult } from '../../outbound/types';

export const answered = (status: number, text: string, more = {}): OutboundResult => ({
  kind: 'answer',
  status,
  text,
  ...more,
});

/** A client that answers as it is told, one request after the other, and keeps what it was to send. */
export const fakeClient = (...answers: OutboundResult[]) => {
  const requests: OutboundRequest[] = [];
  const client: GuardedClient = {
    send: (request) => {
      requests.push(request);
      const answer = answers.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('One request too many.'));
    },
    connect: () => Promise.reject(new Error('Not by HTTP.')),
    close: () => Promise.resolve(),
  };
  return { client, requests };
};
