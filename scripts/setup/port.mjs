import { createServer } from 'node:net';

/** Rejects with a sentence for the user when the port cannot be listened on. */
export function demandFreePort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error(`--port ${text}: this is not a port.`);
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(new Error(sentence(port, error))));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(resolve));
  });
}

function sentence(port, error) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. End that one, or choose another port: npm start -- --port ${port + 1}`;
  }
  return `Port ${port} cannot be listened on (${error.code}). Choose another one with --port.`;
}
