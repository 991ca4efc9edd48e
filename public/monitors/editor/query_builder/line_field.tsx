import React, { useState } from 'react';
import { i18n } from '@osd/i18n';
import {
  EuiCompressedFieldText,
  EuiCompressedFormRow,
  EuiCompressedSelect,
  EuiFlexGroup,
  EuiFlexItem,
} from '@elastic/eui';
import { translateDql } from '../../../../common/monitors/query_builder/dql/translate';
import type { QueryLine } from '../../../../common/monitors/query_builder/visual_query';
import type { Builder } from './use_builder';

type Language = QueryLine['language'];

const LANGUAGES: Array<{ value: Language; text: string }> = [
  { value: 'dql', text: 'DQL' },
  { value: 'lucene', text: 'Lucene' },
];

const EXAMPLES: Readonly<Record<Language, string>> = {
  dql: 'level: (ERROR or FATAL) and not host: test*',
  lucene: 'level:(ERROR OR FATAL) AND NOT host:test*',
};

/** What is wrong with a line; Lucene's is for the cluster to say. */
const problemOf = (language: Language, text: string): string | undefined => {
  if (language === 'lucene' || text.trim() === '') return undefined;
  const translated = translateDql(text);
  return translated.kind === 'query'
    ? undefined
    : i18n.translate('watchkeeper.queryBuilder.lineProblemText', {
        defaultMessage: 'Character {column}: {message}',
        values: { column: translated.column, message: translated.message },
      });
};

/** A line in a query language, which must hold as well. */
export const LineField: React.FC<{ builder: Builder }> = ({ builder }) => {
  const { line } = builder.model.query;
  /** A line that is empty is none, and remembers no language. */
  const [chosen, setChosen] = useState<Language>('dql');
  const language = line?.language ?? chosen;
  const text = line?.text ?? '';
  const problem = problemOf(language, text);
  const change = (next: QueryLine): void => {
    setChosen(next.language);
    builder.set({ line: next.text === '' ? undefined : next });
  };
  const label = i18n.translate('watchkeeper.queryBuilder.lineLabel', {
    defaultMessage: 'And this line holds',
  });
  return (
    <EuiCompressedFormRow
      fullWidth
      label={label}
      isInvalid={problem !== undefined}
      error={problem}
      data-test-subj="lineRow"
    >
      <EuiFlexGroup gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false} style={{ width: 92 }}>
          <EuiCompressedSelect
            options={LANGUAGES}
            value={language}
            onChange={({ target }) =>
              change({ language: target.value === 'lucene' ? 'lucene' : 'dql', text })
            }
            aria-label={i18n.translate('watchkeeper.queryBuilder.languageAriaLabel', {
              defaultMessage: 'Language of the line',
            })}
            data-test-subj="lineLanguage"
          />
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiCompressedFieldText
            fullWidth
            value={text}
            isInvalid={problem !== undefined}
            placeholder={EXAMPLES[language]}
            onChange={({ target }) =>
              change({
                ...(line?.lenient && language === 'lucene' ? { lenient: true } : {}),
                language,
                text: target.value,
              })
            }
            aria-label={label}
            data-test-subj="lineInput"
          />
        </EuiFlexItem>
      </EuiFlexGroup>
    </EuiCompressedFormRow>
  );
};
