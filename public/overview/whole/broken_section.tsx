import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFlexGroup, EuiFlexItem, EuiIcon, EuiSpacer, EuiText } from '@elastic/eui';
import type { FailingDestination, Overview } from '../../../common/overview/overview';
import { appPaths } from '../../shared/app_paths';
import type { AppPath } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { Timestamp } from '../../shared/time';
import { Section } from './section';

type Broken = Overview['broken'];

/** One kind of trouble: how much of it, where that leads, and what it is. */
const Trouble: React.FC<{ title: string; to?: AppPath; subject: string; children?: ReactNode }> = ({
  title,
  to,
  subject,
  children,
}) => (
  <EuiFlexGroup gutterSize="s" responsive={false} data-test-subj={subject}>
    <EuiFlexItem grow={false}>
      <EuiIcon type="alert" color="danger" />
    </EuiFlexItem>
    <EuiFlexItem style={{ minWidth: 0 }}>
      <EuiText size="s">
        <strong>
          {to ? (
            <PageLink to={to} data-test-subj={`${subject}Link`}>
              {title}
            </PageLink>
          ) : (
            title
          )}
        </strong>
        {children}
      </EuiText>
      <EuiSpacer size="m" />
    </EuiFlexItem>
  </EuiFlexGroup>
);

const Failing: React.FC<{ broken: Broken }> = ({ broken: { failing, failing_count: count } }) =>
  count === 0 ? null : (
    <Trouble
      title={i18n.translate('watchkeeper.overview.failingTitle', {
        defaultMessage: '{count, plural, one {# monitor fails} other {# monitors fail}}',
        values: { count },
      })}
      to={appPaths.alertsWhere({ state: 'error' })}
      subject="failingMonitors"
    >
      {failing.map(({ id, name, since, reason }) => (
        <div key={id} className="eui-textBreakWord">
          <PageLink to={appPaths.monitor(id)}>{name}</PageLink>,{' '}
          {i18n.translate('watchkeeper.overview.sinceText', { defaultMessage: 'since' })}{' '}
          <Timestamp value={since} />: {reason}
        </div>
      ))}
    </Trouble>
  );

const destinationText = ({ dead, waiting }: FailingDestination): string =>
  i18n.translate('watchkeeper.overview.destinationText', {
    defaultMessage:
      '{dead, plural, =0 {} one {# message given up in 24 hours} other {# messages given up in 24 hours}}{dead, plural, =0 {} other {{waiting, plural, =0 {} other {, }}}}{waiting, plural, =0 {} one {# message waits} other {# messages wait}}',
    values: { dead, waiting },
  });

/** The messages that are meant. */
const undelivered = ({ id, dead }: FailingDestination): Record<string, string> => ({
  destination_id: id,
  status: dead > 0 ? 'dead' : 'pending',
});

const Destinations: React.FC<{ broken: Broken }> = ({ broken: { destinations } }) =>
  destinations.length === 0 ? null : (
    <Trouble
      title={i18n.translate('watchkeeper.overview.destinationsTitle', {
        defaultMessage:
          '{count, plural, one {# destination does} other {# destinations do}} not take its messages',
        values: { count: destinations.length },
      })}
      to={appPaths.destinationsWhere({ health: 'failing' })}
      subject="failingDestinations"
    >
      {destinations.map((destination) => (
        <div key={destination.id} className="eui-textBreakWord">
          {destination.name === undefined ? (
            i18n.translate('watchkeeper.overview.goneDestinationText', {
              defaultMessage: 'A destination that was deleted',
            })
          ) : (
            <PageLink to={appPaths.destination(destination.id)}>{destination.name}</PageLink>
          )}
          :{' '}
          <PageLink to={appPaths.deliveriesWhere(undelivered(destination))} color="text">
            <u>{destinationText(destination)}</u>
          </PageLink>
          {destination.reason !== undefined && ` (${destination.reason})`}
        </div>
      ))}
    </Trouble>
  );

const Adoption: React.FC<{ broken: Broken }> = ({
  broken: { adoption_count: count, needs_adoption: some },
}) =>
  count === 0 ? null : (
    <Trouble
      title={i18n.translate('watchkeeper.overview.adoptionTitle', {
        defaultMessage:
          '{count, plural, one {# monitor does not run: it needs} other {# monitors do not run: they need}} to be adopted by somebody who may run the query',
        values: { count },
      })}
      to={appPaths.monitors()}
      subject="needsAdoption"
    >
      <div>
        {some.map(({ id, name }, index) => (
          <React.Fragment key={id}>
            {index > 0 && ', '}
            <PageLink to={appPaths.monitor(id)}>{name}</PageLink>
          </React.Fragment>
        ))}
        {count > some.length && ' …'}
      </div>
    </Trouble>
  );

const Problems: React.FC<{ overview: Overview }> = ({ overview: { broken, running } }) => {
  const problems = [
    ...(running.problem === undefined ? [] : [running.problem]),
    ...broken.problems,
  ];
  if (problems.length === 0) return null;
  return (
    <Trouble
      title={i18n.translate('watchkeeper.overview.problemsTitle', {
        defaultMessage:
          '{count, plural, one {# thing} other {# things}} for whoever runs this installation',
        values: { count: problems.length },
      })}
      to={appPaths.scheduler()}
      subject="overviewProblems"
    >
      {problems.map((problem) => (
        <div key={problem} className="eui-textBreakWord">
          {problem}
        </div>
      ))}
    </Trouble>
  );
};

const isWell = ({ broken, running }: Overview): boolean =>
  broken.failing_count +
    broken.destinations.length +
    broken.adoption_count +
    broken.problems.length ===
    0 && running.problem === undefined;

/** What does not work, each with the way to where it can be mended. */
export const BrokenSection: React.FC<{ overview: Overview }> = ({ overview }) => (
  <Section
    title={i18n.translate('watchkeeper.overview.brokenTitle', { defaultMessage: 'Broken' })}
    data-test-subj="brokenSection"
  >
    {isWell(overview) ? (
      <EuiText size="s" data-test-subj="nothingBroken">
        <p>
          <EuiIcon type="checkInCircleFilled" color="success" />{' '}
          {i18n.translate('watchkeeper.overview.wellText', {
            defaultMessage:
              'Nothing is broken: no monitor fails, every message went through, and nothing waits to be adopted.',
          })}
        </p>
      </EuiText>
    ) : (
      <>
        <Failing broken={overview.broken} />
        <Destinations broken={overview.broken} />
        <Adoption broken={overview.broken} />
        <Problems overview={overview} />
      </>
    )}
  </Section>
);
