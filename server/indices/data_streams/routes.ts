import {
  DATA_STREAMS_PATH,
  deleteStreamQuery,
  streamParamsSchema,
} from '../../../common/indices/data_streams/api';
import type { Audit } from '../../audit/types';
import type { AddRoute } from '../../http/types';
import { noteAct } from '../audited';
import type { ManagedReader } from '../types';
import {
  createStream,
  readStream,
  readStreams,
  removeStream,
  rollOverStream,
} from './data_streams';

const ONE = `${DATA_STREAMS_PATH}/{name}`;

/** Data streams, as the calling user. */
export const registerDataStreamRoutes = (
  addRoute: AddRoute,
  audit: () => Audit,
  managed: ManagedReader
): void => {
  addRoute({
    method: 'get',
    path: DATA_STREAMS_PATH,
    privilege: 'read',
    handler: (call) => readStreams(call, managed),
  });

  addRoute({
    method: 'get',
    path: ONE,
    privilege: 'read',
    params: streamParamsSchema,
    handler: (call) => readStream(call, managed, call.params.name),
  });

  addRoute({
    method: 'put',
    path: ONE,
    privilege: 'write',
    params: streamParamsSchema,
    handler: async (call) => {
      const { name } = call.params;
      await createStream(call.cluster, name);
      await noteAct(audit(), call.caller, 'data_stream.created', name);
      return readStream(call, managed, name);
    },
  });

  addRoute({
    method: 'post',
    path: `${ONE}/_rollover`,
    privilege: 'write',
    params: streamParamsSchema,
    handler: async ({ cluster, caller, params: { name } }) => {
      const rolled = await rollOverStream(cluster, name);
      await noteAct(audit(), caller, 'data_stream.rolled_over', name);
      return rolled;
    },
  });

  addRoute({
    method: 'delete',
    path: ONE,
    privilege: 'write',
    params: streamParamsSchema,
    query: deleteStreamQuery,
    handler: async ({ cluster, caller, params: { name }, query }) => {
      await removeStream(cluster, name, query.confirm);
      await noteAct(audit(), caller, 'data_stream.deleted', name);
    },
  });
};
