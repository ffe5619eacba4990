import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Parts of Node that take milliseconds to load (child_process loads the whole of net, crypto some thirty files) and
 * that few calls need. In the bundle, importing one is free; it loads when something of it is first used.
 */
const dear = /^(?:node:)?(child_process|crypto|os|readline|tty|worker_threads|zlib)$/;

/** The esbuild plugin that makes starting cheap. */
export const lazyNode = {
  name: 'lazy-node',
  setup(build) {
    build.onResolve({ filter: dear }, ({ path: name, namespace }) =>
      namespace === 'lazy-node'
        ? { path: name, external: true }
        : { path: dear.exec(name)[1], namespace: 'lazy-node' },
    );
    build.onLoad({ filter: /.*/, namespace: 'lazy-node' }, ({ path: name }) => ({
      contents: lazyModule(name),
    }));
    // As it loads, chalk asks what the terminal can do. netroi asks its Context that, and tells chalk.
    build.onResolve({ filter: /^#supports-color$/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, 'vendor/supports-color/browser.js'),
    }));
  },
};

function lazyModule(name) {
  const members = Object.keys(createRequire(import.meta.url)(`node:${name}`));
  return `for (const name of ${JSON.stringify(members)})
    Object.defineProperty(exports, name, { enumerable: true, get: () => require('node:${name}')[name] });`;
}
