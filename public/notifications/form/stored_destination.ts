import type { DestinationRecord } from '../../../common/notifications/api';
import { demandedSecrets } from '../../../common/notifications/kinds/destination_secrets';

/** What the server keeps of the destination that is edited. Absent while one is created. */
export interface StoredDestination {
  version: string;
  /** Scheme, host and port of the stored URL: all of it that is ever shown. */
  origin: string;
  /** False: its secrets are gone and every one of them has to be given again. */
  has_secrets: boolean;
  /** Which of the secrets that may be left out are stored. */
  secret_names: readonly string[];
  /** The secrets that its kind cannot do without. */
  demanded_secrets: readonly string[];
  header_names: readonly string[];
}

export const storedOf = ({
  version,
  has_secrets: hasSecrets,
  destination,
}: DestinationRecord): StoredDestination => ({
  version,
  origin: destination.origin,
  has_secrets: hasSecrets,
  secret_names: destination.secret_names ?? [],
  demanded_secrets: demandedSecrets(destination.type),
  header_names: destination.header_names ?? [],
});

/** The messages that belong to a field of the request, for example `secrets.url`. */
export type ProblemsAt = (field: string) => string[];
