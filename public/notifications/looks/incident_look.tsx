import React, { useMemo } from 'react';
import { EuiBadge, EuiDescriptionList, EuiLink, EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { IncidentAction } from '../../../common/notifications/kinds/incident';
import type { MessageLookProps } from '../types';
import { incidentOf } from './incident';
import type { Incident } from './incident';
import { LookNotes } from './look_notes';

const ACTIONS: Readonly<Record<IncidentAction, { text: string; color: string }>> = {
  trigger: {
    color: 'danger',
    text: i18n.translate('watchkeeper.destinations.incident.triggeredBadge', {
      defaultMessage: 'Opens the incident',
    }),
  },
  acknowledge: {
    color: 'warning',
    text: i18n.translate('watchkeeper.destinations.incident.acknowledgedBadge', {
      defaultMessage: 'Acknowledges the incident',
    }),
  },
  resolve: {
    color: 'secondary',
    text: i18n.translate('watchkeeper.destinations.incident.resolvedBadge', {
      defaultMessage: 'Resolves the incident',
    }),
  },
};

const Details: React.FC<Pick<Incident, 'details'>> = ({ details }) => (
  <EuiDescriptionList
    type="column"
    compressed
    listItems={details.map(([title, value]) => ({
      title,
      description: (
        <span className="eui-textBreakWord" style={{ whiteSpace: 'pre-wrap' }}>
          {value}
        </span>
      ),
    }))}
  />
);

/** An incident as PagerDuty and Opsgenie show it. */
export const IncidentLook: React.FC<MessageLookProps> = ({ destination, content }) => {
  const incident = useMemo(() => incidentOf({ destination, content }), [destination, content]);
  const { action, title, level, text, details, links, notes } = incident;
  return (
    <EuiPanel paddingSize="s" hasShadow={false} hasBorder>
      <EuiBadge color={ACTIONS[action].color}>{ACTIONS[action].text}</EuiBadge>
      {level !== undefined && <EuiBadge color="hollow">{level}</EuiBadge>}
      <EuiSpacer size="xs" />
      <EuiText size="s">
        <strong className="eui-textBreakWord">{title}</strong>
        {text !== '' && (
          <div className="eui-textBreakWord" style={{ whiteSpace: 'pre-wrap' }}>
            {text}
          </div>
        )}
      </EuiText>
      {links.length > 0 && (
        <EuiText size="s">
          {links.map((link) => (
            <div key={link.url}>
              <EuiLink href={link.url} target="_blank" external={false}>
                {link.text}
              </EuiLink>
            </div>
          ))}
        </EuiText>
      )}
      {details.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <Details details={details} />
        </>
      )}
      <LookNotes notes={notes} />
    </EuiPanel>
  );
};
