import React, { useCallback } from 'react';
import { setSearch } from '../changes';
import { CoverageNotice } from '../coverage_notice';
import { useEditor } from '../editor_model';
import { FieldGroup } from '../field';
import { QueryViews } from '../query_builder/query_views';
import { searchOf } from '../question';

const FIELD = 'inputs.0.search.query';

/** The body of a search, of query-level and bucket-level monitors. */
export const SearchInputFields: React.FC = () => {
  const { draft, update } = useEditor();
  const write = useCallback((query: string) => update(setSearch({ query })), [update]);
  return (
    <>
      <FieldGroup field={FIELD}>
        <QueryViews field={FIELD} text={searchOf(draft).query} onText={write} />
      </FieldGroup>
      <CoverageNotice />
    </>
  );
};
