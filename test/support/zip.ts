import { open } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';

export interface ZipEntry {
  /** Unix mode, as the installer of Dashboards reads it. */
  mode: number;
  content: Buffer;
}

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(path, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });

const contentOf = (zip: ZipFile, entry: Entry): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });

/** Everything in a zip, by its name; names of folders end with a slash. */
export async function readZip(path: string): Promise<Map<string, ZipEntry>> {
  const zip = await openZip(path);
  const entries = new Map<string, ZipEntry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve());
    zip.on('entry', (entry: Entry) => {
      contentOf(zip, entry).then((content) => {
        entries.set(entry.fileName, { mode: entry.externalFileAttributes >>> 16, content });
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
  return entries;
}
