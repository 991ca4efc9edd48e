import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSpacer, EuiText, EuiTextColor, EuiTitle } from '@elastic/eui';
import { overlapsOf } from '../../../common/lifecycle/templates/overlap_matrix';
import type { PolicyTemplate } from '../../../common/lifecycle/templates/resolve';
import { MOST_IN_GRID, OverlapGrid, overlapping } from './overlap_grid';
import { OverlapTable } from './overlap_table';

/** Which policies take in the same names, and who wins there. */
export const OverlapsPanel: React.FC<{
  templates: readonly PolicyTemplate[];
  saved: ReadonlySet<string>;
  onName: (name: string) => void;
}> = ({ templates, saved, onName }) => {
  const overlaps = useMemo(() => overlapsOf(templates), [templates]);
  const policies = useMemo(
    () => new Set(templates.map(({ policy_id: id }) => id)).size,
    [templates]
  );
  const conflicts = overlaps.filter(({ conflict }) => conflict).length;
  return (
    <EuiPanel>
      <EuiTitle size="xs">
        <h2>
          {i18n.translate('watchkeeper.lifecycle.names.overlapsTitle', {
            defaultMessage: 'Policies that take in the same names',
          })}
        </h2>
      </EuiTitle>
      <EuiText size="s" data-test-subj="overlapsSummary">
        <p>
          {overlaps.length === 0
            ? i18n.translate('watchkeeper.lifecycle.names.noOverlapsText', {
                defaultMessage:
                  '{policies, plural, =0 {No policy takes in indices by a pattern.} one {Only one policy takes in indices by a pattern.} other {None: each of the # policies with patterns has its own names.}}',
                values: { policies },
              })
            : i18n.translate('watchkeeper.lifecycle.names.overlapsText', {
                defaultMessage:
                  '{count, plural, one {One pair} other {# pairs}} among {policies} policies with patterns.',
                values: { count: overlaps.length, policies },
              })}
          {conflicts > 0 && (
            <EuiTextColor color="danger">
              {' '}
              {i18n.translate('watchkeeper.lifecycle.names.conflictsText', {
                defaultMessage:
                  '{conflicts, plural, one {One has} other {# have}} the same priority: the server refuses to save that, and where it is there all the same nobody can tell who wins.',
                values: { conflicts },
              })}
            </EuiTextColor>
          )}
        </p>
      </EuiText>
      {overlaps.length > 0 && (
        <>
          <EuiSpacer size="s" />
          {overlapping(overlaps).length <= MOST_IN_GRID && (
            <>
              <OverlapGrid overlaps={overlaps} onName={onName} />
              <EuiSpacer size="m" />
            </>
          )}
          <OverlapTable overlaps={overlaps} saved={saved} onName={onName} />
        </>
      )}
    </EuiPanel>
  );
};
