/** Shows what happens at a start: a line a step, with its time and, on a terminal, its progress. */
export interface Steps {
  run<T>(name: string, work: (progress: (message: string) => void) => Promise<T>): Promise<T>;
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

export function createSteps(output: NodeJS.WriteStream): Steps {
  const replace = (text: string): void => {
    if (output.isTTY) output.write(`\r\u001b[2K${text}`);
  };
  const run = async <T>(
    name: string,
    work: (progress: (message: string) => void) => Promise<T>
  ): Promise<T> => {
    const start = Date.now();
    const label = name.padEnd(10);
    let doing = '';
    const show = (): void => replace(`… ${label} ${doing} (${seconds(start)})`);
    const timer = output.isTTY ? setInterval(show, 500) : undefined;
    const progress = (message: string): void => {
      // A terminal shows the latest only; elsewhere each message that says more than a count is a line.
      if (!output.isTTY && message !== doing && !/^\d/.test(message)) {
        output.write(`… ${label} ${message}\n`);
      }
      doing = message;
      if (output.isTTY) show();
    };
    const end = (mark: string): void => {
      clearInterval(timer);
      replace('');
      output.write(`${mark} ${label} ${doing} (${seconds(start)})\n`);
    };
    try {
      const result = await work(progress);
      end('✓');
      return result;
    } catch (error) {
      end('✗');
      throw error;
    }
  };
  return { run };
}
