import React, { useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiPanel, EuiSpacer, EuiText } from '@elastic/eui';
import type { Monitor } from '../../../common/monitors/monitor';
import { useDebounced } from '../../shared/debounced';
import type { BackTestSummary } from '../back_test/use_back_test_summary';
import { useEditor } from '../editor/editor_model';
import { usePast } from '../editor/past';
import { formatCount } from '../words';
import { monitorInWords } from './monitor_words';

const PAUSE = 300;

const pastText = ({ status, fired }: BackTestSummary, hours: number): string | undefined =>
  status === 'ready'
    ? i18n.translate('watchkeeper.sentence.pastText', {
        defaultMessage:
          'It {fired, plural, =0 {would not have alerted} one {would have alerted once} other {would have alerted # times}} in the last {hours, plural, one {hour} other {# hours}}.',
        values: { fired, hours },
      })
    : undefined;

/** The count of the last Run, while it is of what the editor holds. */
const useNowText = (): string | undefined => {
  const {
    draft: { monitor_type: type },
    runner: { done, dry, stale },
  } = useEditor();
  const hits = done?.answer.hits ?? dry?.answer.hits;
  // Pings are not counted.
  if (stale || hits === undefined || type === 'heartbeat_monitor') return undefined;
  return i18n.translate('watchkeeper.sentence.nowText', {
    defaultMessage: 'The last Run found {hits}.',
    values: { hits: formatCount(hits) },
  });
};

/** What the draft does, as far as it can be said in words; it follows what is written. */
export const LiveSentence: React.FC<{ draft: Monitor }> = ({ draft }) => {
  const { summary, hours } = usePast();
  const now = useNowText();
  const settled = useDebounced(draft, PAUSE);
  const sentences = useMemo(() => monitorInWords(settled), [settled]);
  if (sentences.length === 0) return null;
  const told = [now, pastText(summary, hours)].filter(Boolean).join(' ');
  return (
    <>
      <EuiPanel paddingSize="s" color="subdued" data-test-subj="liveSentence">
        <EuiText size="s" aria-live="polite">
          {sentences.map((sentence) => (
            <div key={sentence} className="eui-textBreakWord">
              <strong>{sentence}</strong>
            </div>
          ))}
          {told !== '' && <div>{told}</div>}
        </EuiText>
      </EuiPanel>
      <EuiSpacer size="m" />
    </>
  );
};
