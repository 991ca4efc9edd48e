import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../logging/logger';
import { readTls } from './tls';

const FIXTURES = join(__dirname, '../../test/fixtures/tls');
const CERT = join(FIXTURES, 'self_signed_cert.pem');
const KEY = join(FIXTURES, 'self_signed_key.pem');
const FOLDER = mkdtempSync(join(tmpdir(), 'tls-'));
const log = createLogger({ write: () => undefined });

function file(name: string, text: string): string {
  writeFileSync(join(FOLDER, name), text);
  return join(FOLDER, name);
}

describe('readTls', () => {
  it('takes a certificate with its key', () => {
    expect(readTls({ cert: CERT, key: KEY }, log).cert).toContain('BEGIN CERTIFICATE');
  });

  it('says which file cannot be read', () => {
    const read = () => readTls({ cert: CERT, key: join(FOLDER, 'none.pem') }, log);
    expect(read).toThrow(/^tls\.key: .*none\.pem cannot be read \(ENOENT\)/);
  });

  it('says which file holds something else', () => {
    const nonsense = file('nonsense.pem', 'hello');
    expect(() => readTls({ cert: nonsense, key: KEY }, log)).toThrow(/^tls\.cert: .*PEM/);
    expect(() => readTls({ cert: CERT, key: nonsense }, log)).toThrow(/^tls\.key: .*PEM/);
  });

  it('refuses the key of another certificate', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const other = file('other.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    expect(() => readTls({ cert: CERT, key: other }, log)).toThrow('does not belong');
  });
});
