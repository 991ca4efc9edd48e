import React, { useState } from 'react';
import { DESTINATIONS_PATH } from '../../../common/notifications/api';
import type { FieldProblem } from '../../../common/errors';
import type { Monitor } from '../../../common/monitors/monitor';
import type { RenderedPage } from '../../shared/testing/render_page';
import type { Routes } from '../../shared/testing/routes';
import { EditorProvider } from '../editor/editor_model';
import { problemsAt } from '../editor/field_problems';
import type { QueryRunner } from '../editor/query_run';
import { destinationSample, idleRunner } from './samples';
import { showMonitors } from './show_monitors';

interface Shown extends RenderedPage {
  /** The draft as the form has made it. */
  draft: () => Monitor;
}

/** Renders a part of the editor over a draft. */
export const showEditor = (
  element: React.ReactElement,
  initial: Monitor,
  options: { problems?: FieldProblem[]; runner?: Partial<QueryRunner>; routes?: Routes } = {}
): Shown => {
  const { problems = [], runner = {}, routes = {} } = options;
  let current = initial;
  const Editor: React.FC = () => {
    const [draft, update] = useState(initial);
    current = draft;
    const model = {
      monitorId: '',
      draft,
      update,
      problemsAt: (field: string) => problemsAt(problems, field),
      runner: { ...idleRunner(), ...runner },
    };
    return <EditorProvider value={model}>{element}</EditorProvider>;
  };
  const page = showMonitors(<Editor />, {
    [`GET ${DESTINATIONS_PATH}`]: () => ({ total: 1, items: [destinationSample('d1', 'Ops')] }),
    ...routes,
  });
  return { ...page, draft: () => current };
};
