/** The part of @hapi/inert that is used here; it brings no types. */
declare module '@hapi/inert' {
  import type { Plugin } from '@hapi/hapi';

  export const plugin: Plugin<object>;
}
