import { i18n } from '@osd/i18n';
import type { Standing } from '../../../common/lifecycle/templates/explain_name';
import type { Answer } from './name_state';

export interface Said {
  title: string;
  text: string;
  color: 'success' | 'warning' | 'danger' | 'primary';
}

const NEW_ONE = (policy: string): string =>
  i18n.translate('watchkeeper.lifecycle.names.newOneText', {
    defaultMessage: 'A new index of this name would go to “{policy}”.',
    values: { policy },
  });

const takenText = (
  { explained: { templates }, index, is_stream: isStream }: Answer,
  policy: string
): Said => {
  const winner = templates.find(({ standing }) => standing === 'wins');
  const others = templates.filter(({ standing }) => standing === 'loses').length;
  const values = {
    ...{ policy, pattern: winner?.pattern ?? '', priority: winner?.priority ?? 0, others },
  };
  const why = i18n.translate('watchkeeper.lifecycle.names.takenText', {
    defaultMessage:
      'Its pattern “{pattern}” matches, with the priority {priority}{others, plural, =0 {; no other template does} one {; one other template matches and has a lower one} other {; # other templates match and have lower ones}}.',
    values,
  });
  if (!index) {
    return {
      title: isStream
        ? i18n.translate('watchkeeper.lifecycle.names.streamTakenTitle', {
            defaultMessage: '“{policy}” takes in the new indices of this data stream',
            values,
          })
        : i18n.translate('watchkeeper.lifecycle.names.newTakenTitle', {
            defaultMessage: '“{policy}” takes in a new index of this name',
            values,
          }),
      ...{ text: why, color: 'success' },
    };
  }
  const soon = i18n.translate('watchkeeper.lifecycle.names.soonText', {
    defaultMessage:
      'The index is there, no policy manages it, and it is newer than the template: it is taken in within some minutes, unless it is set not to be managed.',
  });
  return {
    title: i18n.translate('watchkeeper.lifecycle.names.takenTitle', {
      defaultMessage: '“{policy}” takes in this index',
      values,
    }),
    ...{ text: `${why} ${soon}`, color: 'success' },
  };
};

/** Which policy takes it in and why, for people. */
export const saidOf = (answer: Answer): Said => {
  const { outcome, new_one: next } = answer.explained;
  const more = next === undefined ? '' : ` ${NEW_ONE(next)}`;
  switch (outcome.kind) {
    case 'taken':
      return takenText(answer, outcome.policy_id);
    case 'managed':
      return {
        title: i18n.translate('watchkeeper.lifecycle.names.managedTitle', {
          defaultMessage: '“{policy}” manages this index',
          values: { policy: outcome.policy_id },
        }),
        text:
          i18n.translate('watchkeeper.lifecycle.names.managedText', {
            defaultMessage: 'Templates only count for indices that no policy manages.',
          }) + more,
        color: 'primary',
      };
    case 'ambiguous':
      return {
        title: i18n.translate('watchkeeper.lifecycle.names.ambiguousTitle', {
          defaultMessage: 'Nobody can tell which policy takes it in',
        }),
        text: i18n.translate('watchkeeper.lifecycle.names.ambiguousText', {
          defaultMessage:
            '{policies} match with the same priority: the one that the server reads last wins. Give one of them a higher priority.',
          values: { policies: outcome.policies.map((id) => `“${id}”`).join(', ') },
        }),
        color: 'danger',
      };
    case 'too_old':
      return {
        title: i18n.translate('watchkeeper.lifecycle.names.tooOldTitle', {
          defaultMessage: 'No policy takes in this index by itself',
        }),
        text:
          i18n.translate('watchkeeper.lifecycle.names.tooOldText', {
            defaultMessage:
              'It was made before the templates that match were saved, and templates only look at newer indices. Apply a policy to it once.',
          }) + more,
        color: 'warning',
      };
    case 'hidden':
      return {
        title: i18n.translate('watchkeeper.lifecycle.names.hiddenTitle', {
          defaultMessage: 'No policy takes it in: it is hidden',
        }),
        text: i18n.translate('watchkeeper.lifecycle.names.hiddenText', {
          defaultMessage:
            'Templates pass over hidden indices and names that begin with a dot, unless they belong to a data stream.',
        }),
        color: 'warning',
      };
    case 'restricted':
      return {
        title: i18n.translate('watchkeeper.lifecycle.names.restrictedTitle', {
          defaultMessage: 'No policy may manage it',
        }),
        text: i18n.translate('watchkeeper.lifecycle.names.restrictedText', {
          defaultMessage:
            'The setting “restricted_index_pattern” of the cluster keeps policies away from this name.',
        }),
        color: 'warning',
      };
    case 'none':
      return {
        title: i18n.translate('watchkeeper.lifecycle.names.noneTitle', {
          defaultMessage: 'No policy takes it in',
        }),
        text: i18n.translate('watchkeeper.lifecycle.names.noneText', {
          defaultMessage: 'No template has a pattern that matches the name.',
        }),
        color: 'primary',
      };
  }
};

export const standingLabel = (standing: Standing): string => {
  switch (standing) {
    case 'wins':
      return i18n.translate('watchkeeper.lifecycle.names.winsLabel', { defaultMessage: 'Wins' });
    case 'loses':
      return i18n.translate('watchkeeper.lifecycle.names.losesLabel', {
        defaultMessage: 'Lower priority',
      });
    case 'tied':
      return i18n.translate('watchkeeper.lifecycle.names.tiedLabel', {
        defaultMessage: 'Same priority',
      });
    case 'too_new':
      return i18n.translate('watchkeeper.lifecycle.names.tooNewLabel', {
        defaultMessage: 'Newer than the index',
      });
  }
};
