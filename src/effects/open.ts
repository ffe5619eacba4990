import { spawn } from 'node:child_process';

/** The command of each system that opens a file with what the user opens such files with. */
function openerOf(platform: string, path: string): readonly [command: string, args: readonly string[]] {
  if (platform === 'darwin') return ['open', [path]];
  // Unlike `start`, it has no shell read the path.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', path]];
  return ['xdg-open', [path]];
}

/**
 * Opens a file with the system's program for it, which goes on when netroi has ended.
 * @returns whether there was an opener and it could be started.
 */
export function openFile(platform: string, path: string): Promise<boolean> {
  const [command, args] = openerOf(platform, path);
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    // An opener that finds no browser says so at once; one that is still there has found one.
    const waiting = setTimeout(() => resolve(true), 2000);
    child.once('exit', (code) => {
      clearTimeout(waiting);
      resolve(code === 0);
    });
    child.unref();
  });
}
