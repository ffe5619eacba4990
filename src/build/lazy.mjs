import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Parts of Node that take milliseconds to load (child_process loads the whole of net, crypto some thirty files) and
 * that few calls need. In the bundle, importing one is free; it loads when something of it is first used.
 */
const dear = /^(?:node:)?(child_process|crypto|os|readline|tty|worker_threads|zlib)$/;

const root = fileURLToPath(new URL('../..', import.meta.url));

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
    // cli-table3 measures each cell many times over: what holds plain letters only is measured the short way.
    build.onResolve({ filter: /^string-width$/ }, ({ importer, resolveDir }) =>
      importer.includes('cli-table3')
        ? { path: 'columns', namespace: 'columns', pluginData: resolveDir }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'columns' }, ({ pluginData }) => ({
      contents: `module.exports = require(${JSON.stringify(path.join(root, 'src/model/visible.ts'))}).columnsOf;`,
      resolveDir: pluginData,
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
