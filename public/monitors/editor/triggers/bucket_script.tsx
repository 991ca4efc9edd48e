import React, { useCallback, useMemo } from 'react';
import { i18n } from '@osd/i18n';
import { EuiFormLabel, EuiSpacer } from '@elastic/eui';
import { BUCKET_SCRIPT, parseCondition } from '../../../../common/monitors/conditions/condition';
import {
  bucketMeasures,
  bucketName,
  memberStep,
} from '../../../../common/monitors/threshold/measures';
import { printCondition } from '../../../../common/monitors/threshold/print_condition';
import { readCondition } from '../../../../common/monitors/threshold/read_condition';
import type { VisualCondition } from '../../../../common/monitors/threshold/threshold';
import type { BucketCondition } from '../../../../common/monitors/trigger';
import { bucketMeasureReader, measureLabel } from '../../threshold_words';
import { useEditor } from '../editor_model';
import { FieldGroup } from '../field';
import { PairsField } from '../fields/pairs_field';
import { ConditionCode } from './condition_code';
import type { BucketHints } from './bucket_hints';
import { bucketCompletion } from './condition_context';
import { ConditionTabs } from './condition_tabs';
import { ThresholdPanel } from './threshold_panel';
import { newThreshold } from './threshold_row';
import type { MeasureChoice } from './threshold_row';

export interface BucketPartProps {
  condition: BucketCondition;
  field: string;
  hints: BucketHints;
  change: (changes: Partial<BucketCondition>) => void;
}

const Values: React.FC<BucketPartProps> = ({ condition, field, hints, change }) => {
  const put = useCallback(
    (paths: Record<string, string> | undefined) => change({ buckets_path: paths ?? {} }),
    [change]
  );
  return (
    <PairsField
      field={`${field}.buckets_path`}
      label={i18n.translate('watchkeeper.editor.bucketsPathLabel', {
        defaultMessage: 'Values of each bucket',
      })}
      helpText={i18n.translate('watchkeeper.editor.bucketsPathHelpText', {
        defaultMessage: 'A name is {param} in the condition. Each bucket has: {paths}',
        values: { param: 'params.name', paths: hints.paths.join(', ') },
      })}
      pairs={condition.buckets_path}
      onChange={put}
      nameLabel={i18n.translate('watchkeeper.editor.bucketsPathNameLabel', {
        defaultMessage: 'Name',
      })}
      valueLabel={i18n.translate('watchkeeper.editor.bucketsPathValueLabel', {
        defaultMessage: 'Path in the bucket',
      })}
      addLabel={i18n.translate('watchkeeper.editor.addBucketsPathLabel', {
        defaultMessage: 'Add value',
      })}
      mark="bucketsPath"
    />
  );
};

const Script: React.FC<BucketPartProps> = ({ condition, change }) => {
  const { source } = condition.script;
  const label = i18n.translate('watchkeeper.editor.bucketScriptLabel', {
    defaultMessage: 'Condition over a bucket (Painless)',
  });
  const problems = useMemo(() => {
    const parsed = parseCondition(source, BUCKET_SCRIPT);
    return parsed.kind === 'error' && source.trim() !== '' ? [parsed] : [];
  }, [source]);
  const completion = useMemo(
    () => bucketCompletion(condition.buckets_path),
    [condition.buckets_path]
  );
  return (
    <>
      <EuiFormLabel>{label}</EuiFormLabel>
      <ConditionCode
        label={label}
        source={source}
        problems={problems}
        completion={completion}
        problemMark="conditionError"
        onChange={(next) => change({ script: { ...condition.script, source: next } })}
      />
    </>
  );
};

interface BucketChoice extends MeasureChoice {
  name: string;
  path: string;
}

/** The values that the condition has names for, then those that a bucket has besides. */
const bucketChoices = (condition: BucketCondition, query: string): BucketChoice[] => {
  const { buckets_path: paths, parent_bucket_path: parent } = condition;
  const ofMeasure = bucketMeasureReader(query, condition);
  const named = Object.entries(paths).map(([name, path]) => {
    const measure = `params${memberStep(name)}`;
    return { name, path, measure, label: measureLabel(ofMeasure(measure)) };
  });
  const taken = Object.keys(paths);
  const known = new Set(Object.values(paths));
  const others = bucketMeasures(query, parent)
    .filter(({ path }) => !known.has(path))
    .map(({ path, of }) => {
      const name = bucketName(path, taken);
      taken.push(name);
      return { name, path, measure: `params${memberStep(name)}`, label: measureLabel(of) };
    });
  return [...named, ...others];
};

/** The paths, with those that thresholds have come to need. */
const withPathsOf = (
  { thresholds }: VisualCondition,
  choices: readonly BucketChoice[],
  paths: Record<string, string>
): Record<string, string> => {
  const used = new Set(thresholds.map(({ measure }) => measure));
  const added = choices.filter(({ measure, name }) => used.has(measure) && !(name in paths));
  return added.reduce((all, { name, path }) => ({ ...all, [name]: path }), paths);
};

/** The condition over a bucket, as thresholds or as Painless; thresholds name the values that they need by themselves. */
export const BucketScriptTabs: React.FC<BucketPartProps & { triggerId: string; query: string }> = (
  props
) => {
  const { condition, field, change, triggerId, query } = props;
  const { problemsAt } = useEditor();
  const { script, buckets_path: paths } = condition;
  const read = useMemo(() => readCondition(script.source, BUCKET_SCRIPT), [script.source]);
  const choices = useMemo(() => bucketChoices(condition, query), [condition, query]);
  const ofMeasure = useMemo(() => bucketMeasureReader(query, condition), [query, condition]);
  const put = useCallback(
    (source: string) => {
      const next = readCondition(source, BUCKET_SCRIPT);
      const needed = next.kind === 'visual' ? withPathsOf(next.condition, choices, paths) : paths;
      change({ script: { ...script, source }, buckets_path: needed });
    },
    [change, choices, paths, script]
  );
  const isPathWrong = problemsAt(`${field}.buckets_path`).length > 0;
  return (
    <FieldGroup field={`${field}.script`}>
      <ConditionTabs
        read={read}
        onReplace={() =>
          put(printCondition({ join: 'and', thresholds: [newThreshold(choices[0])] }))
        }
        threshold={() =>
          read.kind === 'visual' && (
            <>
              <ThresholdPanel
                triggerId={triggerId}
                condition={read.condition}
                choices={choices}
                now={() => undefined}
                ofMeasure={ofMeasure}
                onChange={put}
                isOfGroups
              />
              {isPathWrong && <Values {...props} />}
            </>
          )
        }
        script={() => (
          <>
            <Values {...props} />
            <EuiSpacer size="m" />
            <Script {...props} />
          </>
        )}
      />
    </FieldGroup>
  );
};
