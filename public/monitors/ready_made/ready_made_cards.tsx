import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCard, EuiFlexGrid, EuiFlexItem, EuiIcon, EuiSpacer, EuiTitle } from '@elastic/eui';
import { READY_MADE } from '../../../common/monitors/ready_made';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { readyMadeWords } from './words';

/** Monitors to begin with: each opens the form, filled in but for indices and a destination. */
export const ReadyMadeCards: React.FC = () => {
  const linkTo = useLinkTo();
  const mayWrite = useMay('write');
  return (
    <section data-test-subj="readyMade">
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('watchkeeper.readyMade.title', {
            defaultMessage: 'Begin with one of these',
          })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiFlexGrid columns={3} gutterSize="m">
        {READY_MADE.map((which) => {
          const { title, text, icon } = readyMadeWords(which);
          return (
            <EuiFlexItem key={which}>
              <EuiCard
                layout="horizontal"
                titleSize="xs"
                titleElement="h4"
                icon={<EuiIcon type={icon} size="l" />}
                title={title}
                description={text}
                isDisabled={!mayWrite}
                {...(mayWrite ? linkTo(appPaths.readyMadeMonitor(which)) : {})}
                data-test-subj={`readyMade-${which}`}
              />
            </EuiFlexItem>
          );
        })}
      </EuiFlexGrid>
    </section>
  );
};
