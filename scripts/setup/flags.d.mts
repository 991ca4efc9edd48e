export const FLAGS: {
  host: { type: 'string' };
  port: { type: 'string' };
  data: { type: 'string'; default: string };
  cache: { type: 'string'; default: string };
  config: { type: 'string' };
  react: { type: 'string' };
  demo: { type: 'boolean' };
  'no-demo': { type: 'boolean' };
  help: { type: 'boolean'; short: string };
};

export const USAGE: string;
