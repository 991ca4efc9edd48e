import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** How a receiver may try to keep us, to fill us, or to tell us two things at once. */
export interface BadReceiver {
  what: string;
  answer(socket: Socket): void;
  /** What becomes of the request: never more than a bounded answer, and never no end. */
  expected: 'answer' | 'failed';
}

const OK = 'HTTP/1.1 200 OK\r\n';

/** Writes again and again, as fast as is taken. */
const flood = (socket: Socket, text: string): void => {
  const write = () => {
    while (!socket.destroyed && socket.write(text));
    if (!socket.destroyed) socket.once('drain', write);
  };
  write();
};

/** A little every moment, so that something always seems to come. */
const drip = (socket: Socket, text: string): void => {
  const timer = setInterval(() => socket.write(text), 20);
  socket.on('close', () => clearInterval(timer));
};

export const BAD_RECEIVERS: readonly BadReceiver[] = [
  { what: 'that says nothing', expected: 'failed', answer: () => undefined },
  {
    what: 'that hangs up at once',
    expected: 'failed',
    answer: (socket) => socket.destroy(),
  },
  {
    what: 'whose status comes byte by byte, for ever',
    expected: 'failed',
    answer: (socket) => drip(socket, 'H'),
  },
  {
    what: 'whose headers drip for ever',
    expected: 'failed',
    answer(socket) {
      socket.write(OK);
      drip(socket, 'x: y\r\n');
    },
  },
  {
    what: 'whose body drips for ever',
    expected: 'answer',
    answer(socket) {
      socket.write(`${OK}content-length: 100000\r\n\r\n`);
      drip(socket, 'x');
    },
  },
  {
    what: 'whose chunks drip for ever',
    expected: 'answer',
    answer(socket) {
      socket.write(`${OK}transfer-encoding: chunked\r\n\r\n`);
      drip(socket, '1\r\nx\r\n');
    },
  },
  {
    what: 'that announces a chunk without end',
    expected: 'answer',
    answer(socket) {
      socket.write(`${OK}transfer-encoding: chunked\r\n\r\n7fffffff\r\n`);
      flood(socket, 'x'.repeat(65_536));
    },
  },
  {
    what: 'with an extension of a chunk that does not end',
    expected: 'answer',
    answer(socket) {
      socket.write(`${OK}transfer-encoding: chunked\r\n\r\n1;`);
      drip(socket, 'a=b;');
    },
  },
  {
    what: 'with a body without end',
    expected: 'answer',
    answer(socket) {
      socket.write(`${OK}\r\n`);
      flood(socket, 'x'.repeat(65_536));
    },
  },
  {
    what: 'with a header of a megabyte',
    expected: 'failed',
    answer: (socket) => void socket.write(`${OK}x: ${'y'.repeat(1_000_000)}\r\n\r\n`),
  },
  {
    what: 'with headers without end',
    expected: 'failed',
    answer(socket) {
      socket.write(OK);
      flood(socket, 'x: y\r\n'.repeat(1000));
    },
  },
  {
    what: 'with trailers without end',
    expected: 'answer',
    answer(socket) {
      socket.write(`${OK}transfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n`);
      flood(socket, 'x: y\r\n'.repeat(1000));
    },
  },
  {
    what: 'that is always about to answer (103)',
    expected: 'failed',
    answer: (socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n'),
  },
  {
    what: 'that asks to continue what nobody began (100)',
    expected: 'failed',
    answer: (socket) => drip(socket, 'HTTP/1.1 100 Continue\r\n\r\n'),
  },
  {
    what: 'that switches protocols',
    expected: 'failed',
    answer: (socket) =>
      void socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n'
      ),
  },
  {
    what: 'with a bomb that unpacks to 50 megabytes',
    expected: 'answer',
    answer(socket) {
      const bomb = gzipSync(Buffer.alloc(50_000_000));
      socket.write(`${OK}content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
      socket.write(bomb);
    },
  },
  {
    what: 'with two lengths',
    expected: 'failed',
    answer: (socket) =>
      void socket.write(`${OK}content-length: 1\r\ncontent-length: 5\r\n\r\nhello`),
  },
  {
    what: 'with a length below nothing',
    expected: 'failed',
    answer: (socket) => void socket.write(`${OK}content-length: -1\r\n\r\n`),
  },
  {
    what: 'with a length and chunks',
    expected: 'failed',
    answer: (socket) =>
      void socket.write(`${OK}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`),
  },
  {
    what: 'that speaks something else',
    expected: 'failed',
    answer: (socket) => void socket.write('220 mail.example ESMTP\r\n'),
  },
  {
    what: 'with a null in a header',
    expected: 'failed',
    answer: (socket) => void socket.write(`${OK}x: a\u0000b\r\ncontent-length: 0\r\n\r\n`),
  },
];
