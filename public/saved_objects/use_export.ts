import { useState } from 'react';
import { i18n } from '@osd/i18n';
import type { DESTINATION_TYPE, MONITOR_TYPE } from '../../common/plugin';
import { useServices } from '../shared/services';
import { useToasts } from '../shared/toasts';
import { textOf } from './import_file';
import { saveBlob } from './save_blob';
import { createTransferApi } from './transfer_api';

export type ExportedType = typeof MONITOR_TYPE | typeof DESTINATION_TYPE;

/** `watchkeeper-monitors-2026-01-31.ndjson` */
const fileName = (type: ExportedType): string =>
  `${type}s-${new Date().toISOString().slice(0, 10)}.ndjson`;

interface Counts {
  exportedCount: number;
  missingRefCount: number;
}

/** What the last line of an export says. */
const countsIn = (text: string): Counts => {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return { exportedCount: 0, missingRefCount: 0, ...(JSON.parse(line) as Partial<Counts>) };
};

const doneTitle = (count: number): string =>
  i18n.translate('watchkeeper.transfer.exportedTitle', {
    defaultMessage: 'Exported {count, plural, one {# object} other {# objects}}',
    values: { count },
  });

const missingText = (count: number): string =>
  i18n.translate('watchkeeper.transfer.exportMissingText', {
    defaultMessage:
      '{count, plural, one {One object that they refer to is} other {# objects that they refer to are}} not here any more, and not in the file.',
    values: { count },
  });

/** Exports objects of a type into a file, and says what came of it. */
export const useExport = (
  type: ExportedType
): {
  busy: boolean;
  /** All of the type where none is named. Monitors bring their destinations. */
  exportObjects: (ids: readonly string[]) => Promise<void>;
} => {
  const { core } = useServices();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);

  const exportObjects = async (ids: readonly string[]) => {
    setBusy(true);
    try {
      const objects = ids.map((id) => ({ type, id }));
      const blob = await createTransferApi(core.http).export(
        objects.length > 0 ? { objects } : { type }
      );
      const { exportedCount, missingRefCount } = countsIn(await textOf(blob));
      saveBlob(blob, fileName(type));
      if (missingRefCount > 0) {
        toasts.warning(doneTitle(exportedCount), missingText(missingRefCount));
      } else {
        toasts.success(doneTitle(exportedCount));
      }
    } catch (thrown) {
      toasts.failure(
        i18n.translate('watchkeeper.transfer.exportFailedTitle', {
          defaultMessage: 'Nothing was exported',
        }),
        thrown
      );
    }
    setBusy(false);
  };
  return { busy, exportObjects };
};
