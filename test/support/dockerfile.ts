export interface Instruction {
  /** Upper case. */
  name: string;
  args: string;
}

/** The instructions of a Dockerfile, without comments, continued lines in one. */
export const instructionsOf = (dockerfile: string): Instruction[] =>
  dockerfile
    .replace(/^\s*#.*$/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name, ...args] = line.split(/\s+/);
      return { name: name.toUpperCase(), args: args.join(' ') };
    });

export interface Copy {
  /** The stage that is copied from; the build context without one. */
  from?: string;
  sources: string[];
  target: string;
}

/** The `COPY` instructions. */
export const copiesOf = (instructions: Instruction[]): Copy[] =>
  instructions
    .filter(({ name }) => name === 'COPY')
    .map(({ args }) => {
      const words = args.split(' ');
      const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
      const paths = words.filter((word) => !word.startsWith('--'));
      return {
        ...(from === undefined ? {} : { from }),
        sources: paths.slice(0, -1),
        target: paths[paths.length - 1],
      };
    });
