import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetUpProblem, say } from './project.mjs';

/** Whether a window can only be shown on a display that we start. */
export function needsDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/**
 * A display to open windows on: the machine's own, else an Xvfb on a free number that ends with this process.
 *
 * @returns {Promise<{ env: Record<string, string>, close(): Promise<void> }>} what programs need in their environment
 */
export async function openDisplay() {
  if (!needsDisplay()) return { env: {}, close: async () => {} };

  // A group of its own: Ctrl+C must let the app end before its display does.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    const problem = (why) =>
      new SetUpProblem(
        `This machine has no display, and Xvfb did not start: ${why}.`,
        'Install Xvfb (Debian: apt-get install xvfb) or run this on a desktop.',
      );
    let text = '';
    server.once('error', (error) => reject(problem(error.message)));
    server.once('exit', (code) => reject(problem(`it ended with code ${code}`)));
    server.stdio[3].on('data', (bytes) => {
      text += bytes;
      if (text.endsWith('\n')) resolve(text.trim());
    });
  });
  server.removeAllListeners('exit');
  const kill = () => server.kill();
  process.once('exit', kill);
  say(`No display on this machine: windows open on Xvfb :${number}`);

  return {
    env: { DISPLAY: `:${number}` },
    async close() {
      process.off('exit', kill);
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    },
  };
}
