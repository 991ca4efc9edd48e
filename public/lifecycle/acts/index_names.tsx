import React from 'react';
import { i18n } from '@osd/i18n';

const MOST_NAMED = 10;

/** The first few names of indices, and how many more there are. */
export const IndexNames: React.FC<{ names: readonly string[]; most?: number }> = ({
  names,
  most = MOST_NAMED,
}) => (
  <ul data-test-subj="indexNames">
    {names.slice(0, most).map((name) => (
      <li key={name} className="eui-textBreakWord">
        {name}
      </li>
    ))}
    {names.length > most && (
      <li>
        {i18n.translate('watchkeeper.lifecycle.acts.moreText', {
          defaultMessage: 'and {count, number} more',
          values: { count: names.length - most },
        })}
      </li>
    )}
  </ul>
);
