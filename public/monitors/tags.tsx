import React from 'react';
import { EuiBadge, EuiBadgeGroup } from '@elastic/eui';

/** The tags of a monitor or of a query. */
export const Tags: React.FC<{ tags: readonly string[] }> = ({ tags }) => (
  <EuiBadgeGroup gutterSize="xs">
    {tags.map((tag) => (
      <EuiBadge key={tag} color="hollow">
        {tag}
      </EuiBadge>
    ))}
  </EuiBadgeGroup>
);
