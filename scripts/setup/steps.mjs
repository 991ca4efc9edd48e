const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Shows what happens: a line a step, with its time and, on a terminal, its progress. */
export function createSteps(output) {
  const replace = (text) => {
    if (output.isTTY) output.write(`\r\u001b[2K${text}`.slice(0, output.columns + 4));
  };
  const run = async (name, work) => {
    const start = Date.now();
    const label = name.padEnd(10);
    let doing = '';
    const show = () => replace(`… ${label} ${doing} (${seconds(start)})`);
    const timer = output.isTTY ? setInterval(show, 500) : undefined;
    const progress = (message) => {
      doing = message;
      if (output.isTTY) show();
    };
    const end = (mark) => {
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
