import React from 'react';
import { i18n } from '@osd/i18n';
import { EuiLink, EuiText } from '@elastic/eui';
import type {
  TemplateRemark,
  TextChange,
} from '../../../../common/notifications/templates/checking/check_template';
import { placedMessage } from '../json_lint';

const MOST_SHOWN = 4;

const Warning: React.FC<{ remark: TemplateRemark; onFix: (fix: TextChange) => void }> = ({
  remark,
  onFix,
}) => {
  const { suggestion, fix } = remark;
  return (
    <EuiText
      size="xs"
      color={remark.severity === 'error' ? 'danger' : 'warning'}
      data-test-subj="templateWarning"
    >
      <span className="eui-textBreakWord">{placedMessage(remark)}</span>{' '}
      {fix && (
        <EuiLink onClick={() => onFix(fix)} data-test-subj="templateFix">
          {i18n.translate('watchkeeper.editor.templateFixLabel', {
            defaultMessage: 'Write {suggestion}',
            values: { suggestion },
          })}
        </EuiLink>
      )}
    </EuiText>
  );
};

/** What a template probably does not say as it was meant, and what can be mended by a click. */
export const TemplateRemarks: React.FC<{
  remarks: readonly TemplateRemark[];
  onFix: (fix: TextChange) => void;
  mark: string;
}> = ({ remarks, onFix, mark }) => {
  const warnings = remarks.filter(({ severity, fix }) => severity === 'warning' || fix);
  const unsure = remarks.filter(({ severity }) => severity === 'info').length;
  return (
    <div aria-live="polite" data-test-subj={`${mark}-remarks`}>
      {warnings.slice(0, MOST_SHOWN).map((remark) => (
        <Warning key={`${remark.line}:${remark.column}`} remark={remark} onFix={onFix} />
      ))}
      {warnings.length > MOST_SHOWN && (
        <EuiText size="xs" color="warning">
          {i18n.translate('watchkeeper.editor.moreTemplateWarningsText', {
            defaultMessage:
              '{count, plural, one {# more is} other {# more are}} marked in the text.',
            values: { count: warnings.length - MOST_SHOWN },
          })}
        </EuiText>
      )}
      {unsure > 0 && (
        <EuiText size="xs" color="subdued" data-test-subj="templateUnsure">
          {i18n.translate('watchkeeper.editor.templateUnsureText', {
            defaultMessage:
              '{count, plural, one {# name is} other {# names are}} not known from the last Run: it had nothing there.',
            values: { count: unsure },
          })}
        </EuiText>
      )}
    </div>
  );
};
