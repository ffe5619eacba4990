import path from 'node:path';

/**
 * What few calls need and every call would have to read: bundles of their own, loaded when called. Each is of files
 * which nothing imports but by `import()`, with all that they import: pure, so that a copy of a module here and one
 * there are the same.
 */
export const parts = {
  'netroi.calendar.cjs': ['src/render/calendar.ts'],
  'netroi.dashboard.cjs': ['src/report/dashboard.ts'],
  'netroi.html.cjs': ['src/render/html/report.ts', 'src/render/html/book.ts'],
  'netroi.import.cjs': ['src/write/import/sources.ts'],
  'netroi.mail.cjs': ['src/render/mail/mail.ts'],
  'netroi.page.cjs': ['src/render/page.ts'],
};

/** The esbuild plugin that leaves the parts out of the bundle. */
export function apart(root) {
  const names = new Map(
    Object.entries(parts).flatMap(([name, files]) => files.map((file) => [path.join(root, file), name])),
  );
  return {
    name: 'apart',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path: wanted, resolveDir, kind, importer }) => {
        const name = names.get(path.resolve(resolveDir, wanted));
        if (name === undefined) return undefined;
        if (kind !== 'dynamic-import')
          return { errors: [{ text: `${importer} imports a part of its own otherwise than by import()` }] };
        return { path: `./${name}`, external: true };
      });
    },
  };
}
