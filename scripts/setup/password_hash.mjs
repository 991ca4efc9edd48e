import { randomBytes, scrypt } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';

/** 2^15 rounds of 8 blocks: 32 MB and about a tenth of a second. */
const LOG_COST = 15;
const BLOCK_SIZE = 8;
const PARALLEL = 1;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** `scrypt:<log2 of N>:<r>:<p>:<salt>:<hash>`; without a `$`, which shells and compose files take for a variable. */
export async function hashPassword(password) {
  const salt = randomBytes(SALT_BYTES);
  const hash = await promisify(scrypt)(password.normalize('NFKC'), salt, HASH_BYTES, {
    N: 2 ** LOG_COST,
    r: BLOCK_SIZE,
    p: PARALLEL,
    maxmem: 2 * 128 * 2 ** LOG_COST * BLOCK_SIZE,
  });
  const parts = [LOG_COST, BLOCK_SIZE, PARALLEL, salt.toString('base64url')];
  return ['scrypt', ...parts, hash.toString('base64url')].join(':');
}

/** One line of the input. On a terminal what is typed is not shown. */
function readSecret(question) {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: isTerminal ? nowhere : undefined,
    terminal: isTerminal,
  });
  return new Promise((resolve, reject) => {
    let line;
    lines.once('line', (text) => {
      line = text;
      lines.close();
    });
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => {
      if (isTerminal) process.stderr.write('\n');
      if (line === undefined) reject(new Error('No password was given.'));
      else resolve(line);
    });
  });
}

/** Asks for a password and prints what to write into the configuration. */
export async function printPasswordHash() {
  const password = await readSecret('Password: ');
  if (password === '') throw new Error('The password is empty.');
  process.stdout.write(`${await hashPassword(password)}\n`);
}
