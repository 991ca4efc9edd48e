import React from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFormRow,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSmallButtonEmpty,
  EuiSpacer,
} from '@elastic/eui';
import { isJsonObject } from '../../../common/json/record';
import type { JsonObject } from '../../../common/json/record';
import { removeAt } from '../../../common/lifecycle/lint/edit';
import type { Finding } from '../../../common/lifecycle/lint/finding';
import type { Path } from '../../../common/lifecycle/policy/policy';
import { templatesOf } from '../../../common/lifecycle/policy/read_policy';
import { phrase } from '../../../common/phrase';
import { RemoveButton } from '../../shared/remove_button';
import { addTo, putAt } from '../document/state_edits';
import type { EditPolicy } from '../document/use_policy_document';
import { DraftField } from './draft_field';
import { ErrorNotification } from './error_notification';
import { errorsOf } from './fields/field_props';
import { ParamField } from './param_field';
import { placeId } from './place_mark';

const PATTERNS = {
  name: 'index_patterns',
  label: phrase('watchkeeper.lifecycle.states.patternsLabel', 'Takes in new indices named'),
  type: { kind: 'texts' },
} as const;

const PRIORITY = {
  name: 'priority',
  label: phrase('watchkeeper.lifecycle.states.priorityLabel', 'Priority'),
  type: { kind: 'integer', min: 0 },
} as const;

/** The server takes one template without a list around it. */
const templatePath = (body: JsonObject, place: number): Path =>
  Array.isArray(body.ism_template) ? ['ism_template', place] : ['ism_template'];

const addTemplate = (body: JsonObject): JsonObject => {
  const list = isJsonObject(body.ism_template)
    ? putAt(body, ['ism_template'], [body.ism_template])
    : body;
  return addTo(list, ['ism_template'], { index_patterns: [], priority: 1 });
};

/** What the policy is for, and which indices it takes in. */
export const PolicyFields: React.FC<{
  body: JsonObject;
  findings: readonly Finding[];
  edit: EditPolicy;
}> = ({ body, findings, edit }) => {
  const problems = errorsOf(findings);
  const templates = templatesOf(body.ism_template).filter(isJsonObject);
  return (
    <>
      <EuiCompressedFormRow
        fullWidth
        label={i18n.translate('watchkeeper.lifecycle.states.descriptionLabel', {
          defaultMessage: 'Description',
        })}
      >
        <DraftField
          value={typeof body.description === 'string' ? body.description : ''}
          onChange={(text) => {
            edit((now) => putAt(now, ['description'], text), 'description');
            return true;
          }}
          data-test-subj="policyDescription"
        />
      </EuiCompressedFormRow>
      {templates.map((template, i) => {
        const path = templatePath(body, i);
        return (
          <div key={i} id={placeId(path)} tabIndex={-1} data-test-subj="templateRow">
            <EuiSpacer size="s" />
            <EuiFlexGroup gutterSize="s" responsive={false} alignItems="flexStart">
              {[PATTERNS, PRIORITY].map((param) => (
                <EuiFlexItem key={param.name} grow={param === PATTERNS ? 3 : 1}>
                  <ParamField
                    param={param}
                    value={template[param.name]}
                    path={[...path, param.name]}
                    problems={problems}
                    onChange={(value) =>
                      edit(
                        (now) =>
                          putAt(
                            now,
                            [...path, param.name],
                            value ?? (param === PATTERNS ? [] : undefined)
                          ),
                        `template.${i}.${param.name}`
                      )
                    }
                  />
                </EuiFlexItem>
              ))}
              <EuiFlexItem grow={false}>
                <EuiCompressedFormRow hasEmptyLabelSpace>
                  <RemoveButton
                    label={i18n.translate('watchkeeper.lifecycle.states.removeTemplateLabel', {
                      defaultMessage: 'Remove these patterns',
                    })}
                    onRemove={() => edit((now) => removeAt(now, path))}
                    mark="removeTemplate"
                  />
                </EuiCompressedFormRow>
              </EuiFlexItem>
            </EuiFlexGroup>
          </div>
        );
      })}
      <EuiSmallButtonEmpty
        iconType="plusInCircle"
        flush="left"
        onClick={() => edit(addTemplate)}
        data-test-subj="addTemplate"
      >
        {i18n.translate('watchkeeper.lifecycle.states.addTemplateLabel', {
          defaultMessage: 'Take in new indices by name',
        })}
      </EuiSmallButtonEmpty>
      <ErrorNotification {...{ body, problems, edit }} />
    </>
  );
};
