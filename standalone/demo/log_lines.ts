/** A line of a container's log, as a collector such as Fluentd writes it. */
export interface LogLine {
  '@timestamp': string;
  level: 'INFO' | 'WARN' | 'ERROR';
  message: string;
  stream: 'stdout' | 'stderr';
  kubernetes: {
    container_name: string;
    namespace_name: string;
    pod_name: string;
    host: string;
  };
}

/** A number from 0 to below 1, as `Math.random` gives it. */
export type Random = () => number;

interface Container {
  name: string;
  namespace: string;
  pod: string;
  calm: string[];
  failures: string[];
}

// The calm lines avoid the word that the demo monitor looks for.
const CONTAINERS: Container[] = [
  {
    name: 'checkout',
    namespace: 'shop',
    pod: 'checkout-7c9d6bd5f4-x2lqp',
    calm: [
      'GET /api/cart 200 in # ms',
      'POST /api/orders 201 in # ms',
      'cart of customer # restored from the session',
    ],
    failures: [
      'POST /api/orders 500: payment gateway did not answer within # ms',
      'order # could not be placed: stock service refused the reservation',
    ],
  },
  {
    name: 'payment',
    namespace: 'shop',
    pod: 'payment-5f6c8d9b77-m4k8z',
    calm: ['payment # authorised', 'settlement batch # closed', 'card token refreshed in # ms'],
    failures: [
      'connection to db-primary:5432 timed out after # ms',
      'payment # declined: issuer unavailable',
    ],
  },
  {
    name: 'catalog',
    namespace: 'shop',
    pod: 'catalog-6d4b75cb6d-9hwtr',
    calm: ['GET /api/products?page=# 200 in 12 ms', 'cache hit for product #'],
    failures: ['java.lang.OutOfMemoryError: Java heap space while indexing product #'],
  },
  {
    name: 'ingress-nginx',
    namespace: 'ingress',
    pod: 'ingress-nginx-controller-h6vbd',
    calm: ['200 GET / upstream checkout in # ms', '304 GET /static/app.js in # ms'],
    failures: ['upstream prematurely closed connection after # ms, upstream: checkout:8080'],
  },
];

const NODES = ['node-a', 'node-b', 'node-c'];

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)];

const fill = (text: string, random: Random): string =>
  text.replace('#', String(3 + Math.floor(random() * 4000)));

function line(container: Container, at: number, level: LogLine['level'], text: string): LogLine {
  return {
    '@timestamp': new Date(at).toISOString(),
    level,
    message: `${level.padEnd(5)} [${container.name}] ${text}`,
    stream: level === 'ERROR' ? 'stderr' : 'stdout',
    kubernetes: {
      container_name: container.name,
      namespace_name: container.namespace,
      pod_name: container.pod,
      host: NODES[container.pod.length % NODES.length],
    },
  };
}

/** An everyday line at the instant (epoch milliseconds). */
export function calmLine(at: number, random: Random): LogLine {
  const container = pick(CONTAINERS, random);
  const level = random() < 0.06 ? 'WARN' : 'INFO';
  return line(container, at, level, fill(pick(container.calm, random), random));
}

/** A handful of ERROR lines of one container, within about a second up to the instant. */
export function burst(at: number, random: Random): LogLine[] {
  const container = pick(CONTAINERS, random);
  const count = 3 + Math.floor(random() * 4);
  return Array.from({ length: count }, (_, i) =>
    line(
      container,
      at - (count - 1 - i) * 150,
      'ERROR',
      fill(pick(container.failures, random), random)
    )
  );
}

/** The index of a line's day, such as `k8s-logs-2024.05.31` (UTC). */
export const indexOf = (log: LogLine): string =>
  `k8s-logs-${log['@timestamp'].slice(0, 10).replaceAll('-', '.')}`;
