/**
 * Ends this process when the npm that runs it is ended: npm does not pass a SIGTERM through the shell that it puts
 * between itself and us. Without npm, a parent may go (a shell that starts us in the background).
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}
