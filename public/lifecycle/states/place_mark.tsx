import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiIconTip } from '@elastic/eui';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { Said } from '../../shared/said';

/** The element of a place in the document, so that findings can lead there. */
export const placeId = (path: Path): string => `policy-${path.join('-')}`;

/** Goes to the innermost element that shows a place. False where nothing does. */
export const goToPlace = (path: Path): boolean => {
  for (let length = path.length; length > 0; length -= 1) {
    const element = document.getElementById(placeId(path.slice(0, length)));
    if (!element) continue;
    element.scrollIntoView?.({ block: 'center' });
    element.focus();
    return true;
  }
  return false;
};

const startsWith = (path: Path, start: Path): boolean =>
  start.every((key, place) => path[place] === key);

/** A sign where something is wrong, with what it is. */
export const PlaceMark: React.FC<{ path: Path; findings: readonly Finding[] }> = ({
  path,
  findings,
}) => {
  const here = findings.filter((finding) => startsWith(finding.path, path));
  if (here.length === 0) return null;
  const isError = here.some(({ severity }) => severity === 'error');
  return (
    <EuiIconTip
      type="alert"
      color={isError ? 'danger' : 'warning'}
      content={here.map(({ rule, said }, i) => (
        <p key={`${rule}-${i}`}>
          <Said sentence={said} />
        </p>
      ))}
      aria-label={i18n.translate('watchkeeper.lifecycle.states.findingsLabel', {
        defaultMessage: '{count, plural, one {# finding} other {# findings}} here',
        values: { count: here.length },
      })}
    />
  );
};
