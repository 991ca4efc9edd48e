import { Readable } from 'stream';

/** What a handler answers with where it is not JSON but a file to be saved. */
export class FileAnswer {
  private constructor(
    readonly body: Readable,
    readonly headers: Record<string, string>
  ) {}

  /**
   * A file that is written while it is sent. Its first part is waited for, so that what cannot even begin is an error
   * like any other.
   */
  static async of(
    parts: AsyncIterator<string>,
    name: string,
    contentType: string
  ): Promise<FileAnswer> {
    const first = await parts.next();
    const all = async function* () {
      for (let part = first; !part.done; part = await parts.next()) yield part.value;
    };
    return new FileAnswer(Readable.from(all(), { objectMode: false }), {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    });
  }
}
