import { i18n } from '@osd/i18n';
import { z } from 'zod';
import { DESTINATION_TYPE, MONITOR_TYPE, TEMPLATE_TYPE } from '../../common/plugin';

/** Limits of the host (`savedObjects.maxImportPayloadBytes`, `maxImportExportSize`), as they are unless configured. */
export const MAX_FILE_BYTES = 26_214_400;
export const MAX_OBJECTS = 10_000;

const OUR_TYPES = [MONITOR_TYPE, DESTINATION_TYPE, TEMPLATE_TYPE];

const objectSchema = z.looseObject({
  type: z.string(),
  id: z.string().min(1),
  attributes: z.looseObject({ title: z.string().optional() }),
  references: z
    .array(z.looseObject({ type: z.string(), id: z.string() }))
    .optional()
    .default([]),
});

/** An object of the file, as far as the page looks into it. */
export interface FileObject {
  type: string;
  id: string;
  title?: string;
  references: Array<{ type: string; id: string }>;
}

/** A file that was understood. */
export interface ImportFile {
  /** Only the lines that hold our objects: what goes to the host. */
  text: string;
  objects: FileObject[];
  /** How many objects of each other type stay out. */
  others: Map<string, number>;
}

/** Why a file cannot be imported, as a sentence. */
export class FileProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FileProblem';
  }
}

const parseLine = (line: string, number: number): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    throw new FileProblem(
      i18n.translate('watchkeeper.transfer.notJsonError', {
        defaultMessage:
          'Line {number} is not JSON. The file must be an export of saved objects: one JSON object a line (.ndjson).',
        values: { number },
      })
    );
  }
};

const notAnObject = (number: number): FileProblem =>
  new FileProblem(
    i18n.translate('watchkeeper.transfer.notObjectError', {
      defaultMessage:
        'Line {number} is JSON, but not a saved object: it needs a type, an id and attributes.',
      values: { number },
    })
  );

/** The last line of an export, which counts the others. */
const isCount = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'exportedCount' in value;

const checkSize = (size: number): void => {
  if (size <= MAX_FILE_BYTES) return;
  throw new FileProblem(
    i18n.translate('watchkeeper.transfer.tooLargeError', {
      defaultMessage: 'The file has {size} MiB; at most {limit} MiB can be imported at once.',
      values: { size: (size / 1_048_576).toFixed(1), limit: MAX_FILE_BYTES / 1_048_576 },
    })
  );
};

const checkCount = ({ objects, others }: ImportFile): void => {
  if (objects.length > MAX_OBJECTS) {
    throw new FileProblem(
      i18n.translate('watchkeeper.transfer.tooManyError', {
        defaultMessage: 'The file has {count} objects; at most {limit} can be imported at once.',
        values: { count: objects.length, limit: MAX_OBJECTS },
      })
    );
  }
  if (objects.length > 0) return;
  throw new FileProblem(
    others.size === 0
      ? i18n.translate('watchkeeper.transfer.emptyError', {
          defaultMessage: 'There is no saved object in the file.',
        })
      : i18n.translate('watchkeeper.transfer.noneOfOursError', {
          defaultMessage:
            'There is no monitor and no destination in the file, only other types: {types}.',
          values: { types: [...others.keys()].join(', ') },
        })
  );
};

/**
 * Reads an exported file before it is sent, so that what is wrong is said with its line.
 *
 * @param size in bytes
 * @throws FileProblem
 */
export const readImportFile = (text: string, size: number): ImportFile => {
  checkSize(size);
  const file: ImportFile = { text: '', objects: [], others: new Map() };
  const kept: string[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') return;
      const value = parseLine(line, i + 1);
      if (isCount(value)) return;
      const parsed = objectSchema.safeParse(value);
      if (!parsed.success) throw notAnObject(i + 1);
      const { type, id, attributes, references } = parsed.data;
      if (!OUR_TYPES.includes(type)) {
        file.others.set(type, (file.others.get(type) ?? 0) + 1);
        return;
      }
      kept.push(line);
      file.objects.push({ type, id, title: attributes.title, references });
    });
  file.text = kept.join('\n');
  checkCount(file);
  return file;
};

/** The text of a file. A reader, since `Blob.text()` is younger than some browsers that the host supports. */
export const textOf = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error());
    reader.readAsText(file);
  });
