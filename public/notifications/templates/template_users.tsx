import React from 'react';
import { i18n } from '@osd/i18n';
import type { TemplateUser } from '../../../common/notifications/shared_templates_api';
import { appPaths } from '../../shared/app_paths';
import type { AppPath } from '../../shared/app_paths';
import { PageLink } from '../../shared/links';
import { UsersPopover } from '../users_popover';

const pathOf = ({ type, id }: TemplateUser): AppPath => {
  switch (type) {
    case 'monitor':
      return appPaths.monitor(id);
    case 'destination':
      return appPaths.destination(id);
    case 'template':
      return appPaths.template(id);
  }
};

const kindLabel = ({ type }: TemplateUser): string => {
  switch (type) {
    case 'monitor':
      return i18n.translate('watchkeeper.templates.monitorUserLabel', {
        defaultMessage: 'Monitor',
      });
    case 'destination':
      return i18n.translate('watchkeeper.templates.destinationUserLabel', {
        defaultMessage: 'Destination',
      });
    case 'template':
      return i18n.translate('watchkeeper.templates.templateUserLabel', {
        defaultMessage: 'Template',
      });
  }
};

const countText = (count: number): string =>
  i18n.translate('watchkeeper.templates.usedByText', {
    defaultMessage:
      '{count, plural, =0 {Nothing names it} one {Named in # place} other {Named in # places}}',
    values: { count },
  });

/** Who names a template: how many, and, on request, which. */
export const TemplateUsers: React.FC<{ users: readonly TemplateUser[] }> = ({ users }) => (
  <UsersPopover count={users.length} text={countText(users.length)}>
    {users.map((user) => (
      <li key={`${user.type}:${user.id}`} className="eui-textBreakWord">
        {kindLabel(user)} <PageLink to={pathOf(user)}>{user.name}</PageLink>
      </li>
    ))}
  </UsersPopover>
);
