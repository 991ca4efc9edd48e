import React from 'react';
import { i18n } from '@osd/i18n';
import { useParams } from 'react-router-dom';
import { PageFrame } from '../../shared/page_frame';
import { ErrorState, LoadingState } from '../../shared/states';
import { useUrlState } from '../../shared/url_state';
import { ComponentEditor, componentCrumbs, createComponentTitle } from './component_editor';
import { useComponent } from './component_queries';

const OF_NEW = { clone: '' };
const EMPTY = { template: {} };

const Loading: React.FC<{ title: string; error: unknown; onRetry: () => void }> = ({
  title,
  error,
  onRetry,
}) => (
  <PageFrame title={title} crumbs={componentCrumbs(title)}>
    {error === null || error === undefined ? (
      <LoadingState />
    ) : (
      <ErrorState
        title={i18n.translate('watchkeeper.indexTemplates.loadOneErrorTitle', {
          defaultMessage: 'The template could not be read',
        })}
        error={error}
        onRetry={onRetry}
      />
    )}
  </PageFrame>
);

/** A component template that there is. */
export const EditComponentPage: React.FC = () => {
  const { name } = useParams<{ name: string }>();
  const { data, error, refetch } = useComponent(name);
  return data ? (
    <ComponentEditor key={name} name={name} body={data.body} usedBy={data.used_by} />
  ) : (
    <Loading title={name} error={error} onRetry={() => void refetch()} />
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
    <Loading
      title={createComponentTitle()}
      error={from.error}
      onRetry={() => void from.refetch()}
    />
  );
};
