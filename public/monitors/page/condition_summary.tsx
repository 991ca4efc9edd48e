import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiCodeBlock, EuiText } from '@elastic/eui';
import type {
  BucketCondition,
  KeyFilter,
  PplTrigger,
  WrappedTrigger,
} from '../../../common/monitors/trigger';
import type { Monitor } from '../../../common/monitors/monitor';
import { triggerInWords } from '../trigger_words';
import { nameOf, useOtherMonitors } from '../editor/inputs/other_monitors';
import { inNames, termChoices } from '../editor/triggers/expression_terms';

const Source: React.FC<{ source: string }> = ({ source }) => (
  <EuiCodeBlock paddingSize="s" fontSize="s" isCopyable>
    {source}
  </EuiCodeBlock>
);

const keysText = (keys: NonNullable<KeyFilter['include']>): string =>
  typeof keys === 'string' ? `/${keys}/` : keys.join(', ');

const filterSentences = (source: string, { include, exclude }: KeyFilter): string[] => [
  ...(include === undefined
    ? []
    : [
        i18n.translate('watchkeeper.monitor.includeSentence', {
          defaultMessage: 'Only keys {source}: {keys}',
          values: { source, keys: keysText(include) },
        }),
      ]),
  ...(exclude === undefined
    ? []
    : [
        i18n.translate('watchkeeper.monitor.excludeSentence', {
          defaultMessage: 'Not the keys {source}: {keys}',
          values: { source, keys: keysText(exclude) },
        }),
      ]),
];

const bucketSentences = (condition: BucketCondition): string[] => {
  const { parent_bucket_path: parent, buckets_path: paths, gap_policy: gap } = condition;
  const filters = Object.entries(condition.composite_agg_filter ?? {});
  return [
    i18n.translate('watchkeeper.monitor.bucketsSentence', {
      defaultMessage: 'Over each bucket of {parent}, with {values}',
      values: {
        parent,
        values: Object.entries(paths)
          .map(([name, path]) => `params.${name} = ${path}`)
          .join(', '),
      },
    }),
    ...(gap
      ? [
          i18n.translate('watchkeeper.monitor.gapSentence', {
            defaultMessage: 'Where a value is missing: {policy}',
            values: { policy: gap.toLowerCase() },
          }),
        ]
      : []),
    ...(condition.filter ? filterSentences('', condition.filter) : []),
    ...filters.flatMap(([source, filter]) => filterSentences(source, filter)),
  ];
};

const Sentences: React.FC<{ sentences: readonly string[] }> = ({ sentences }) => (
  <>
    {sentences.map((sentence) => (
      <EuiText key={sentence} size="xs" color="subdued">
        {sentence}
      </EuiText>
    ))}
  </>
);

const pplText = (trigger: PplTrigger): string =>
  trigger.type === 'custom'
    ? (trigger.custom_condition ?? '')
    : i18n.translate('watchkeeper.monitor.pplCountText', {
        defaultMessage: 'number of rows {comparison} {value}',
        values: {
          comparison: trigger.num_results_condition ?? '>',
          value: trigger.num_results_value ?? 0,
        },
      });

const ChainedSummary: React.FC<{ source: string; monitor: Monitor }> = ({ source, monitor }) => {
  const { monitors } = useOtherMonitors('');
  const named = inNames(
    source,
    termChoices(monitor, (id) => nameOf(monitors, id))
  );
  return (
    <>
      {named !== '' && <EuiText size="s">{named}</EuiText>}
      <Source source={source} />
    </>
  );
};

const Words: React.FC<{ words: string }> = ({ words }) => (
  <EuiText size="s" data-test-subj="conditionInWords">
    <p>
      {i18n.translate('watchkeeper.monitor.conditionInWords', {
        defaultMessage: 'True when: {words}',
        values: { words },
      })}
    </p>
  </EuiText>
);

/** When a trigger is true: in words where there are any, and as it is written. */
export const ConditionSummary: React.FC<{ wrapped: WrappedTrigger; monitor: Monitor }> = (
  props
) => {
  const words = triggerInWords(props.wrapped, props.monitor);
  return (
    <>
      {words !== undefined && <Words words={words} />}
      <WrittenCondition {...props} />
    </>
  );
};

/** Of every kind of trigger. */
const WrittenCondition: React.FC<{ wrapped: WrappedTrigger; monitor: Monitor }> = ({
  wrapped,
  monitor,
}) => {
  if ('bucket_level_trigger' in wrapped) {
    const { condition } = wrapped.bucket_level_trigger;
    return (
      <>
        <Source source={condition.script.source} />
        <Sentences sentences={bucketSentences(condition)} />
      </>
    );
  }
  if ('ppl_trigger' in wrapped) return <Source source={pplText(wrapped.ppl_trigger)} />;
  if ('chained_alert_trigger' in wrapped) {
    const { source } = wrapped.chained_alert_trigger.condition.script;
    return <ChainedSummary source={source} monitor={monitor} />;
  }
  const { condition } =
    'query_level_trigger' in wrapped ? wrapped.query_level_trigger : wrapped.document_level_trigger;
  return <Source source={condition.script.source} />;
};
