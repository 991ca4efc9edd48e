import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiAccordion, EuiBasicTable, EuiText } from '@elastic/eui';
import type { SubExpression } from '../../../../common/monitors/conditions/sub_expressions';

const Value: React.FC<{ outcome: SubExpression['outcome'] }> = ({ outcome }) =>
  outcome.kind === 'value' ? (
    <code>{outcome.value}</code>
  ) : (
    <EuiText size="xs" color="danger">
      {outcome.message}
    </EuiText>
  );

const columns = () => [
  {
    field: 'text',
    name: i18n.translate('watchkeeper.editor.partColumn', { defaultMessage: 'Part' }),
    render: (text: string) => <code className="eui-textBreakAll">{text}</code>,
  },
  {
    field: 'outcome',
    name: i18n.translate('watchkeeper.editor.partValueColumn', {
      defaultMessage: 'On the last run',
    }),
    width: '40%',
    render: (outcome: SubExpression['outcome']) => <Value outcome={outcome} />,
  },
];

/** What each part of a condition comes to on the last Run: where a condition surprises, here is why. */
export const SubExpressionList: React.FC<{ id: string; parts: readonly SubExpression[] }> = ({
  id,
  parts,
}) => {
  if (parts.length < 2) return null;
  return (
    <EuiAccordion
      id={id}
      initialIsOpen
      buttonContent={
        <EuiText size="xs" color="subdued">
          {i18n.translate('watchkeeper.editor.partsTitle', {
            defaultMessage: 'What each part comes to',
          })}
        </EuiText>
      }
      data-test-subj="subExpressions"
    >
      <EuiBasicTable
        compressed
        tableCaption={i18n.translate('watchkeeper.editor.partsTitle', {
          defaultMessage: 'What each part comes to',
        })}
        items={[...parts]}
        itemId={({ from, to }: SubExpression) => `${from}-${to}`}
        columns={columns()}
        data-test-subj="subExpressionsTable"
      />
    </EuiAccordion>
  );
};
