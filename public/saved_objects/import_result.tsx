import React from 'react';
import type { ReactNode } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { appPaths } from '../shared/app_paths';
import { PageLink } from '../shared/links';
import { MONITOR_TYPE } from '../../common/plugin';
import { useAftermath } from './aftermath';
import type { Aftermath } from './aftermath';
import { keyOf } from './transfer_api';
import type { ImportSuccess } from './transfer_api';
import type { ImportResult } from './use_import';
import { reasonOf, typeLabel } from './words';

const MOST_LISTED = 100;

/** A heading with the things that it is about; nothing when there are none. */
const Section: React.FC<{ title: string; items: ReactNode[]; subject: string }> = ({
  title,
  items,
  subject,
}) => {
  if (items.length === 0) return null;
  return (
    <div data-test-subj={subject}>
      <EuiTitle size="xs">
        <h3>{title}</h3>
      </EuiTitle>
      <EuiText size="s">
        <ul>
          {items.slice(0, MOST_LISTED).map((item, i) => (
            <li key={i} className="eui-textBreakWord">
              {item}
            </li>
          ))}
          {items.length > MOST_LISTED && (
            <li>
              {i18n.translate('watchkeeper.transfer.moreText', {
                defaultMessage: 'and {count} more',
                values: { count: items.length - MOST_LISTED },
              })}
            </li>
          )}
        </ul>
      </EuiText>
      <EuiSpacer size="m" />
    </div>
  );
};

const pathOf = ({ type, id, destinationId = id }: ImportSuccess) =>
  type === MONITOR_TYPE ? appPaths.monitor(destinationId) : appPaths.destination(destinationId);

const Came: React.FC<{ object: ImportSuccess }> = ({ object }) => (
  <>
    {typeLabel(object.type)}{' '}
    <PageLink to={pathOf(object)}>{object.meta.title ?? object.id}</PageLink>
    {object.overwrite &&
      ` (${i18n.translate('watchkeeper.transfer.overwrittenText', { defaultMessage: 'overwritten' })})`}
    {object.destinationId &&
      ` (${i18n.translate('watchkeeper.transfer.copyText', { defaultMessage: 'a new copy' })})`}
  </>
);

const named = (type: string, name: string, reason?: string): string =>
  `${typeLabel(type)} “${name}”${reason === undefined ? '' : `: ${reason}`}`;

/** What is left to do. It comes a moment after the rest, and goes when it is done. */
const Left: React.FC<{ left: Aftermath }> = ({ left }) => (
  <>
    <Section
      subject="wantSecrets"
      title={i18n.translate('watchkeeper.transfer.wantSecretsTitle', {
        defaultMessage: 'Give these destinations their secrets again, or they cannot send',
      })}
      items={left.wantSecrets.map(({ id, destination }) => (
        <PageLink key={id} to={appPaths.destination(id)}>
          {destination.name}
        </PageLink>
      ))}
    />
    <Section
      subject="wantAdoption"
      title={i18n.translate('watchkeeper.transfer.wantAdoptionTitle', {
        defaultMessage:
          'These monitors do not run until somebody who may run their query adopts them',
      })}
      items={left.wantAdoption.map(({ id, name }) => (
        <PageLink key={id} to={appPaths.monitor(id)}>
          {name}
        </PageLink>
      ))}
    />
    <Section
      subject="dangling"
      title={i18n.translate('watchkeeper.transfer.danglingTitle', {
        defaultMessage: 'These monitors send to a destination that is not here: choose another one',
      })}
      items={left.dangling}
    />
  </>
);

const Headline: React.FC<{ result: ImportResult }> = ({ result: { came, refused } }) => (
  <EuiCallOut
    size="s"
    color={refused.length > 0 ? 'warning' : came.length > 0 ? 'success' : 'primary'}
    iconType={refused.length > 0 ? 'alert' : 'check'}
    role="status"
    title={i18n.translate('watchkeeper.transfer.resultTitle', {
      defaultMessage:
        '{came, plural, =0 {Nothing was imported} one {One object was imported} other {# objects were imported}}{refused, plural, =0 {} one {, one was refused} other {, # were refused}}',
      values: { came: came.length, refused: refused.length },
    })}
    data-test-subj="importResult"
  />
);

/** The last step: what came, what did not and why, and what is left to do. */
export const ImportResultView: React.FC<{ result: ImportResult }> = ({ result }) => {
  const { came, refused, skipped, file } = result;
  const { data: left } = useAftermath(result);
  return (
    <>
      <Headline result={result} />
      <EuiSpacer size="m" />
      <Section
        subject="refused"
        title={i18n.translate('watchkeeper.transfer.refusedTitle', { defaultMessage: 'Refused' })}
        items={refused.map(({ type, id, meta, error }) =>
          named(type, meta.title ?? id, reasonOf(error))
        )}
      />
      {left && <Left left={left} />}
      <Section
        subject="came"
        title={i18n.translate('watchkeeper.transfer.cameTitle', { defaultMessage: 'Imported' })}
        items={came.map((object) => (
          <Came key={keyOf(object)} object={object} />
        ))}
      />
      <Section
        subject="skipped"
        title={i18n.translate('watchkeeper.transfer.skippedTitle', {
          defaultMessage: 'Kept as they are here',
        })}
        items={skipped.map(({ type, id, meta }) => named(type, meta.title ?? id))}
      />
      <Section
        subject="others"
        title={i18n.translate('watchkeeper.transfer.othersTitle', {
          defaultMessage: 'Left in the file: import these on the Saved Objects page',
        })}
        items={[...file.others].map(([type, count]) => `${type}: ${count}`)}
      />
    </>
  );
};
