import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCallOut,
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiPanel,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { parseWhatIfs, writeWhatIfs } from '../../../common/lifecycle/templates/what_if';
import { useDebounced } from '../../shared/debounced';
import { LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { LifecycleFrame } from '../lifecycle_frame';
import { useEngine, useSurroundings } from '../policy_queries';
import { NameAnswer } from './name_answer';
import { isOneName, offeredNames, patternsFor, useAnswer, useTemplates } from './name_state';
import { OverlapsPanel } from './overlaps_panel';
import { WhatIfRows } from './what_if_rows';

const DEFAULTS = { name: '', rows: '' };
const PAUSE = 400;
const OFFERED = 'watchkeeper-names-offered';

const NameField: React.FC<{
  name: string;
  offered: readonly string[];
  onChange: (name: string) => void;
}> = ({ name, offered, onChange }) => {
  const isOne = name === '' || isOneName(name);
  return (
    <EuiCompressedFormRow
      fullWidth
      label={i18n.translate('watchkeeper.lifecycle.names.nameLabel', {
        defaultMessage: 'Name of an index or a data stream',
      })}
      helpText={i18n.translate('watchkeeper.lifecycle.names.nameHelp', {
        defaultMessage: 'One that is there, or one that is to come',
      })}
      isInvalid={!isOne}
      error={
        isOne
          ? []
          : [
              i18n.translate('watchkeeper.lifecycle.names.nameError', {
                defaultMessage: 'Give one name, without asterisks, commas or blanks.',
              }),
            ]
      }
    >
      <>
        <EuiCompressedFieldText
          fullWidth
          value={name}
          isInvalid={!isOne}
          placeholder="logs-app-2026.11.22"
          list={OFFERED}
          autoComplete="off"
          aria-label={i18n.translate('watchkeeper.lifecycle.names.nameLabel', {
            defaultMessage: 'Name of an index or a data stream',
          })}
          onChange={({ target }) => onChange(target.value.trim())}
          data-test-subj="nameField"
        />
        <datalist id={OFFERED}>
          {offered.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </>
    </EuiCompressedFormRow>
  );
};

/** Where the templates cannot be read: what it takes, and what can be done all the same. */
const NoTemplates: React.FC<{ isNone: boolean; gaps: readonly string[] }> = ({ isNone, gaps }) => (
  <>
    <EuiCallOut
      size="s"
      color="warning"
      iconType="iInCircle"
      title={
        isNone
          ? i18n.translate('watchkeeper.lifecycle.names.noTemplatesTitle', {
              defaultMessage: 'There are no policies to look at',
            })
          : i18n.translate('watchkeeper.lifecycle.names.templatesUnreadTitle', {
              defaultMessage: 'The policies could not be read: which one wins is not known',
            })
      }
      data-test-subj="noTemplates"
    >
      {isNone ? (
        <p>
          {i18n.translate('watchkeeper.lifecycle.names.noTemplatesText', {
            defaultMessage:
              'This cluster has no Index State Management. Add the patterns of policies below to see which of them would win.',
          })}
        </p>
      ) : (
        <ul>
          {gaps.map((gap) => (
            <li key={gap}>{gap}</li>
          ))}
        </ul>
      )}
    </EuiCallOut>
    <EuiSpacer size="m" />
  </>
);

/** Which policy takes in an index of a name, why, and which policies stand in each other’s way. */
export const NamesPage: React.FC = () => {
  const [state, change] = useUrlState(DEFAULTS);
  const { name } = state;
  const rows = useMemo(() => parseWhatIfs(state.rows), [state.rows]);
  const asked = useDebounced(name, PAUSE);
  const { data, error, isLoading } = useSurroundings(undefined, patternsFor(asked));
  const templates = useTemplates(data?.templates, rows);
  // What was brought for another name says nothing of this one.
  const answer = useAnswer(templates, name, asked === name ? data : undefined);
  const saved = useMemo(
    () => new Set(data?.templates?.map(({ policy_id: id }) => id)),
    [data?.templates]
  );
  const gaps = error ? [error.message] : (data?.gaps ?? []);
  const engine = useEngine();
  const isNone = engine.data?.native === 'none';
  // Of policies that could not be read it is not said that none of them matches.
  const isKnown = data?.templates !== undefined || isNone || rows.length > 0;
  return (
    <LifecycleFrame current="names">
      {!isLoading && !engine.isLoading && data?.templates === undefined && (
        <NoTemplates isNone={isNone} gaps={gaps} />
      )}
      <EuiPanel>
        <NameField
          name={name}
          offered={offeredNames(data)}
          onChange={(next) => change({ name: next })}
        />
        <EuiSpacer size="m" />
        {isOneName(name) && !isLoading && isKnown ? (
          <NameAnswer {...{ name, answer, saved }} />
        ) : (
          <EuiText size="s" color="subdued">
            <p>
              {i18n.translate('watchkeeper.lifecycle.names.aboutText', {
                defaultMessage:
                  'Policies take in new indices by the patterns of their templates. Give a name to see which policy takes it in, which others match and lose, and why an index that is there was not taken in.',
              })}
            </p>
          </EuiText>
        )}
        <EuiSpacer size="m" />
        <WhatIfRows rows={rows} onChange={(next) => change({ rows: writeWhatIfs(next) })} />
      </EuiPanel>
      <EuiSpacer size="m" />
      {isLoading && <LoadingState />}
      {!isLoading && isKnown && (
        <OverlapsPanel
          templates={templates}
          saved={saved}
          onName={(next) => change({ name: next })}
        />
      )}
    </LifecycleFrame>
  );
};
