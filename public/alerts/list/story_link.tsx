import React from 'react';
import type { MouseEvent } from 'react';
import { useHistory, useLocation } from 'react-router-dom';
import { EuiLink } from '@elastic/eui';

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Opens an alert's story beside the list, which stays as it is filtered. */
export const StoryLink: React.FC<{ id: string; 'data-test-subj'?: string }> = ({
  id,
  children,
  ...rest
}) => {
  const history = useHistory();
  const { search } = useLocation();
  const target = { pathname: `/${encodeURIComponent(id)}`, search };
  const onClick = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    history.push(target);
  };
  return (
    <EuiLink href={history.createHref(target)} onClick={onClick} {...rest}>
      {children}
    </EuiLink>
  );
};
