import React, { useCallback, useState } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCallOut, EuiCompressedSwitch, EuiSpacer, EuiText } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { ExistingPolicy, ImportRow, TakeOverList } from '../../../common/import/api';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states';
import { BringButton, BringFlyout } from './bring_flyout';
import { ExistingSwitch } from './existing_switch';
import { useImportApi } from './import_api';
import { RowsTable } from './rows_table';
import { useBring } from './use_bring';

interface Options {
  existing: ExistingPolicy;
  disableOriginals: boolean;
}

const OptionSwitches: React.FC<{ options: Options; onChange: (options: Options) => void }> = ({
  options,
  onChange,
}) => (
  <>
    <EuiCompressedSwitch
      label={i18n.translate('watchkeeper.takeOver.disableLabel', {
        defaultMessage: 'Disable the originals, then run what was made of them',
      })}
      checked={options.disableOriginals}
      onChange={({ target }) => onChange({ ...options, disableOriginals: target.checked })}
      data-test-subj="disableOriginalsSwitch"
    />
    <EuiSpacer size="xs" />
    <EuiText size="xs" color="subdued">
      <p>
        {options.disableOriginals
          ? i18n.translate('watchkeeper.takeOver.disableText', {
              defaultMessage:
                'Each original is disabled first and is not deleted. One that cannot be disabled, or cannot run here, runs on there.',
            })
          : i18n.translate('watchkeeper.takeOver.besideText', {
              defaultMessage:
                'The originals run on, and what is made of them is disabled here: nothing is sent twice.',
            })}
      </p>
    </EuiText>
    <EuiSpacer size="s" />
    <ExistingSwitch
      existing={options.existing}
      onChange={(existing) => onChange({ ...options, existing })}
    />
  </>
);

type Available = Extract<TakeOverList, { available: true }>;

const Listed: React.FC<{
  list: Available;
  options: Options;
  onOptions: (options: Options) => void;
  chosen: ReadonlySet<string>;
  onChoose: (keys: ReadonlySet<string>) => void;
}> = ({ list: { items, notes }, options, onOptions, chosen, onChoose }) => {
  if (items.length === 0) {
    return (
      <EmptyState
        iconType="bell"
        title={i18n.translate('watchkeeper.takeOver.nothingTitle', {
          defaultMessage: 'The Alerting plugin holds nothing that you may see',
        })}
      />
    );
  }
  return (
    <>
      {notes.map((note) => (
        <React.Fragment key={note}>
          <EuiCallOut size="s" color="warning" iconType="alert" title={note} />
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
      <OptionSwitches options={options} onChange={onOptions} />
      <EuiSpacer size="m" />
      <RowsTable rows={items} chosen={chosen} onChoose={onChoose} />
    </>
  );
};

/** Takes monitors and destinations over from the cluster's own Alerting plugin. */
export const TakeOverFlyout: React.FC<{ onClose: () => void }> = ({ onClose }) => {
  const api = useImportApi();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [options, setOptions] = useState<Options>({ existing: 'keep', disableOriginals: false });
  // Once: what is chosen must not move under the reader's hands.
  const { data, error, refetch } = useQuery({
    queryKey: ['take_over'],
    queryFn: ({ signal }) => api.list(signal),
    cacheTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { existing, disableOriginals } = options;
  const save = useCallback(
    (batch: ImportRow[]) =>
      api.takeOver(
        batch.map(({ key }) => key),
        { existing, disable_originals: disableOriginals }
      ),
    [api, existing, disableOriginals]
  );
  const { step, start } = useBring(save);

  const rows = data?.available ? data.items : [];

  const content = () => {
    if (error) {
      return (
        <ErrorState
          title={i18n.translate('watchkeeper.takeOver.listErrorTitle', {
            defaultMessage: 'The Alerting plugin could not be asked',
          })}
          error={error}
          onRetry={() => void refetch()}
        />
      );
    }
    if (!data) return <LoadingState />;
    if (!data.available) {
      return (
        <EmptyState
          iconType="bell"
          title={i18n.translate('watchkeeper.takeOver.absentTitle', {
            defaultMessage: 'There is nothing to take over from',
          })}
          body={<p>{data.reason}</p>}
        />
      );
    }
    return (
      <Listed
        list={data}
        options={options}
        onOptions={setOptions}
        chosen={chosen}
        onChoose={setChosen}
      />
    );
  };

  return (
    <BringFlyout
      title={i18n.translate('watchkeeper.takeOver.title', {
        defaultMessage: 'Take over from the Alerting plugin',
      })}
      step={step}
      action={
        <BringButton
          count={chosen.size}
          onClick={() => start(rows.filter(({ key }) => chosen.has(key)))}
        />
      }
      onClose={onClose}
      data-test-subj="takeOverFlyout"
    >
      {content()}
    </BringFlyout>
  );
};
