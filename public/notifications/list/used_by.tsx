import React from 'react';
import { i18n } from '@osd/i18n';
import type { DestinationRecord } from '../../../common/notifications/api';
import { appPaths } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { UsersPopover } from '../users_popover';

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

/** Which monitors send to a destination: how many, and, on request, their names. */
export const UsedBy: React.FC<{ monitors: UsingMonitors; short?: boolean }> = ({
  monitors,
  short = false,
}) => {
  const { length: count } = monitors;
  const sentence = countText(count);
  return (
    <UsersPopover count={count} text={short ? shortText(count) : sentence} sentence={sentence}>
      {monitors.map(({ id, name }) => (
        <li key={id} className="eui-textBreakWord">
          <PageLink to={appPaths.monitor(id)}>{name}</PageLink>
        </li>
      ))}
    </UsersPopover>
  );
};
