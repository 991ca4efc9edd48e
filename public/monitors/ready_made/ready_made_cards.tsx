import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCard, EuiFlexGrid, EuiFlexItem, EuiIcon, EuiSpacer, EuiTitle } from '@elastic/eui';
import { READY_MADE } from '../../../common/monitors/ready_made/answers';
import { appPaths } from '../../shared/app_paths';
import { useLinkTo } from '../../shared/links';
import { useMay } from '../../shared/plugin_status';
import { readyMadeWords } from './words';

const cards = () => [
  ...READY_MADE.map((which) => ({
    id: which,
    ...readyMadeWords(which),
    to: appPaths.readyMadeMonitor(which),
  })),
  {
    id: 'own',
    title: i18n.translate('watchkeeper.readyMade.ownTitle', {
      defaultMessage: 'A query of my own',
    }),
    text: i18n.translate('watchkeeper.readyMade.ownText', {
      defaultMessage: 'Any query, aggregation or cluster API, with conditions and messages.',
    }),
    icon: 'editorCodeBlock',
    to: appPaths.createMonitor(),
  },
];

/** Monitors to begin with: each opens a sentence with blanks, filled in as far as the cluster tells. */
export const ReadyMadeCards: React.FC = () => {
  const linkTo = useLinkTo();
  const mayWrite = useMay('write');
  return (
    <section data-test-subj="readyMade">
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('watchkeeper.readyMade.questionTitle', {
            defaultMessage: 'What do you want to know?',
          })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiFlexGrid columns={3} gutterSize="m">
        {cards().map(({ id, title, text, icon, to }) => (
          <EuiFlexItem key={id}>
            <EuiCard
              layout="horizontal"
              titleSize="xs"
              titleElement="h4"
              icon={<EuiIcon type={icon} size="l" />}
              title={title}
              description={text}
              isDisabled={!mayWrite}
              {...(mayWrite ? linkTo(to) : {})}
              data-test-subj={`readyMade-${id}`}
            />
          </EuiFlexItem>
        ))}
      </EuiFlexGrid>
    </section>
  );
};
