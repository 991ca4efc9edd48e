import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';

/** Which index templates a change of a component template reaches. */
export const Impact: React.FC<{ usedBy: readonly string[] | undefined }> = ({ usedBy }) => {
  if (usedBy?.length === 0) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="iInCircle"
        color={usedBy ? 'primary' : 'warning'}
        title={
          usedBy
            ? i18n.translate('watchkeeper.components.impactTitle', {
                defaultMessage:
                  '{count, plural, one {# index template uses it} other {# index templates use it}}',
                values: { count: usedBy.length },
              })
            : i18n.translate('watchkeeper.components.impactUnknownTitle', {
                defaultMessage: 'Which index templates use it is not known',
              })
        }
        data-test-subj="componentImpact"
      >
        <p className="eui-textBreakWord">
          {usedBy?.map((name, place) => (
            <React.Fragment key={name}>
              {place > 0 && ', '}
              <PageLink to={appPaths.indexTemplate(name)}>{name}</PageLink>
            </React.Fragment>
          ))}
        </p>
        <p>
          {i18n.translate('watchkeeper.components.impactText', {
            defaultMessage:
              'A change counts for new indices of these templates. Those that exist stay as they are.',
          })}
        </p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
};
