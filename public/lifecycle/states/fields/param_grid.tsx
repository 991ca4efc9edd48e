import React from 'react';
import type { JsonValue } from '../../../../common/json/lossless';
import type { JsonObject } from '../../../../common/json/record';
import type { Param } from '../../../../common/lifecycle/actions/param';
import type { Path, PolicyProblem } from '../../../../common/lifecycle/policy/policy';
import { placeId } from '../place_mark';
import type { Field } from './field_props';
import { isWide } from './fits';

/** As many columns as there is room for: forms stand on pages and beside them. */
const GRID = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
  gap: '8px 16px',
  alignItems: 'start',
} as const;

/** The fields of the members of an object, one a cell. */
export const ParamGrid: React.FC<{
  params: readonly Param[];
  values: JsonObject;
  onChange: (name: string, value: JsonValue | undefined) => void;
  /** Of the object. */
  path: Path;
  problems: readonly PolicyProblem[];
  Field: Field;
}> = ({ params, values, onChange, path, problems, Field }) => (
  <div style={GRID}>
    {params.map((param) => (
      <div
        key={param.name}
        id={placeId([...path, param.name])}
        tabIndex={-1}
        style={{ minWidth: 0, ...(isWide(param.type) ? { gridColumn: '1 / -1' } : {}) }}
      >
        <Field
          param={param}
          value={values[param.name]}
          onChange={(value) => onChange(param.name, value)}
          path={[...path, param.name]}
          problems={problems}
        />
      </div>
    ))}
  </div>
);
