import React from 'react';
import { useParams } from 'react-router-dom';
import { useUrlState } from '../../shared/url_state';
import { LoadingDocument } from '../parts/loading_document';
import { ComponentEditor, componentCrumbs, createComponentTitle } from './component_editor';
import { useComponent } from './component_queries';

const OF_NEW = { clone: '' };
const EMPTY = { template: {} };

/** A component template that there is. */
export const EditComponentPage: React.FC = () => {
  const { name } = useParams<{ name: string }>();
  const { data, error, refetch } = useComponent(name);
  return data ? (
    <ComponentEditor key={name} name={name} body={data.body} usedBy={data.used_by} />
  ) : (
    <LoadingDocument
      title={name}
      crumbs={componentCrumbs}
      error={error}
      onRetry={() => void refetch()}
    />
  );
};

/** A new component template, empty or beginning with another. */
export const CreateComponentPage: React.FC = () => {
  const [{ clone }] = useUrlState(OF_NEW);
  const from = useComponent(clone === '' ? undefined : clone);
  const body = clone === '' ? EMPTY : from.data?.body;
  return body ? (
    <ComponentEditor key={clone} body={body} />
  ) : (
    <LoadingDocument
      title={createComponentTitle()}
      crumbs={componentCrumbs}
      error={from.error}
      onRetry={() => void from.refetch()}
    />
  );
};
