import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiFormErrorText, EuiFormHelpText } from '@elastic/eui';
import type { JsonObject } from '../../../../common/json/record';
import type { Param } from '../../../../common/lifecycle/actions/param';
import type { Path, PolicyProblem } from '../../../../common/lifecycle/policy/policy';
import { faultsWithin } from './field_props';

/** Members of an object that its form has no field for: they are named, and stay. */
export const OtherMembers: React.FC<{
  known: readonly Param[];
  object: JsonObject;
  /** Of the object. */
  path: Path;
  problems: readonly PolicyProblem[];
}> = ({ known, object, path, problems }) => {
  const names = Object.keys(object).filter((name) => !known.some((param) => param.name === name));
  if (names.length === 0) return null;
  return (
    <>
      <EuiFormHelpText data-test-subj="otherMembers">
        {i18n.translate('watchkeeper.lifecycle.fields.othersText', {
          defaultMessage: 'Also in it, and kept as it is: {names}. To change it, use JSON.',
          values: { names: names.join(', ') },
        })}
      </EuiFormHelpText>
      {names
        .flatMap((name) => faultsWithin(problems, [...path, name]))
        .map((fault) => (
          <EuiFormErrorText key={fault}>{fault}</EuiFormErrorText>
        ))}
    </>
  );
};
