import React, { useState } from 'react';
import { EuiLink, EuiPopover, EuiPopoverTitle, EuiText } from '@elastic/eui';
import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';

type UsingMonitors = DestinationRecord['used_by'];

const countText = (count: number): string =>
  i18n.translate('watchkeeper.destinations.usedByText', {
    defaultMessage:
      '{count, plural, =0 {No monitor sends to it} one {# monitor sends to it} other {# monitors send to it}}',
    values: { count },
  });

const shortText = (count: number): string =>
  i18n.translate('watchkeeper.destinations.usedByShortText', {
    defaultMessage: '{count, plural, =0 {None} one {# monitor} other {# monitors}}',
    values: { count },
  });

const Names: React.FC<{ monitors: UsingMonitors }> = ({ monitors }) => (
  <ul style={{ maxHeight: 260, maxWidth: 320, overflowY: 'auto' }}>
    {monitors.map(({ id, name }) => (
      <li key={id} className="eui-textBreakWord">
        <PageLink to={appPaths.monitor(id)}>{name}</PageLink>
      </li>
    ))}
  </ul>
);

/** Which monitors send to a destination: how many, and, on request, their names. */
export const UsedBy: React.FC<{ monitors: UsingMonitors; short?: boolean }> = ({
  monitors,
  short = false,
}) => {
  const [isOpen, setOpen] = useState(false);
  const sentence = countText(monitors.length);
  const text = short ? shortText(monitors.length) : sentence;
  if (monitors.length === 0) {
    return (
      <EuiText size="s" color="subdued">
        {text}
      </EuiText>
    );
  }
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="downLeft"
      aria-label={sentence}
      button={
        <EuiLink onClick={() => setOpen(!isOpen)} aria-expanded={isOpen} data-test-subj="usedBy">
          {text}
        </EuiLink>
      }
    >
      <EuiPopoverTitle>{sentence}</EuiPopoverTitle>
      <EuiText size="s">
        <Names monitors={monitors} />
      </EuiText>
    </EuiPopover>
  );
};
