import React from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import { EuiLink } from '@elastic/eui';
import { isPlainClick } from './links';

/** Opens something beside its list, which stays as it is filtered. */
export const BesideLink: React.FC<{
  /** Within the room. */
  pathname: string;
  'data-test-subj'?: string;
}> = ({ pathname, children, ...rest }) => {
  const history = useHistory();
  const { search } = useLocation();
  const target = { pathname, search };
  return (
    <EuiLink
      href={history.createHref(target)}
      onClick={(event: React.MouseEvent) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        history.push(target);
      }}
      {...rest}
    >
      {children}
    </EuiLink>
  );
};
