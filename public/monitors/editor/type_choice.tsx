import React, { useRef } from 'react';
import { i18n } from '@osd/i18n';
import { EuiCheckableCard, EuiFlexGrid, EuiFlexItem, EuiFormFieldset, EuiText } from '@elastic/eui';
import { MONITOR_TYPES, indicesOf } from '../../../common/monitors/monitor';
import type { Monitor, MonitorType } from '../../../common/monitors/monitor';
import { typeLabel, typeSentence } from '../type_words';
import { setDocLevelInput, setSearch } from './changes';
import type { Change, CommonFields } from './changes';
import { useEditor } from './editor_model';
import { newMonitorOf } from './new_monitor';
import { Section } from './section';

const OF_TYPE: ReadonlySet<string> = new Set([
  'monitor_type',
  'inputs',
  'triggers',
  'should_create_single_alert_for_findings',
]);

/** Whatever is not of a type goes along to another one. */
const withCommonOf = (fresh: Monitor, draft: Monitor): Monitor => {
  const { query_delay_seconds: usualDelay } = newMonitorOf(draft.monitor_type);
  const common = Object.entries(draft).filter(
    ([field, value]) =>
      !OF_TYPE.has(field) && !(field === 'query_delay_seconds' && value === usualDelay)
  );
  // What is left are the fields that every type has.
  return { ...fresh, ...(Object.fromEntries(common) as Partial<CommonFields>) };
};

/** The draft as a monitor of another type. `before` is what it was when it was last of that type. */
export const asType =
  (type: MonitorType, before?: Monitor): Change =>
  (draft) => {
    if (draft.monitor_type === type) return draft;
    const fresh = withCommonOf(before ?? newMonitorOf(type), draft);
    const indices = indicesOf(draft);
    if (indices.length === 0 || indicesOf(fresh).length > 0) return fresh;
    return setDocLevelInput({ indices })(setSearch({ indices })(fresh));
  };

const useType = () => {
  const { draft, update } = useEditor();
  /** What was written of other types, so that going to and fro loses nothing. */
  const before = useRef<Partial<Record<MonitorType, Monitor>>>({});
  const choose = (type: MonitorType) => {
    before.current[draft.monitor_type] = draft;
    update(asType(type, before.current[type]));
  };
  return { type: draft.monitor_type, choose };
};

/** What the monitor is to judge. Once it is saved that stays. */
export const TypeChoice: React.FC = () => {
  const { type, choose } = useType();
  return (
    <Section
      id="type"
      title={i18n.translate('watchkeeper.editor.typeTitle', { defaultMessage: 'Type' })}
      description={i18n.translate('watchkeeper.editor.typeDescription', {
        defaultMessage: 'What the monitor judges. It stays once the monitor is saved.',
      })}
    >
      <EuiFormFieldset
        legend={{
          children: i18n.translate('watchkeeper.editor.typeLegend', {
            defaultMessage: 'Type of the monitor',
          }),
          display: 'hidden',
        }}
      >
        <EuiFlexGrid columns={3} gutterSize="s">
          {MONITOR_TYPES.map((value) => (
            <EuiFlexItem key={value} data-test-subj={`monitorType-${value}`}>
              <EuiCheckableCard
                id={`monitorType-${value}`}
                name="monitorType"
                value={value}
                label={<strong>{typeLabel(value)}</strong>}
                checked={type === value}
                onChange={() => choose(value)}
                style={{ height: '100%' }}
              >
                <EuiText size="xs" color="subdued">
                  {typeSentence(value)}
                </EuiText>
              </EuiCheckableCard>
            </EuiFlexItem>
          ))}
        </EuiFlexGrid>
      </EuiFormFieldset>
    </Section>
  );
};
