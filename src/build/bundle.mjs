import fs from 'node:fs';
import path from 'node:path';
import { lazyNode } from './lazy.mjs';
import { apart, parts } from './parts.mjs';

/** The program and its libraries as CommonJS: the one bundle that every call reads, the parts beside it, the licences. */
export async function bundleOf(esbuild, root) {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const common = {
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // vm.Script knows no import(): one of a Node module becomes a require, one of an own file stays a lazy part of the bundle.
    supported: { 'dynamic-import': false },
    define: { NETROI_VERSION: JSON.stringify(version) },
    loader: { '.md': 'text', '.yaml': 'text' },
    // Names stay, for the stack that --debug shows; renaming them saves no time at start.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    legalComments: 'none',
    logLevel: 'warning',
  };
  const result = await esbuild.build({
    ...common,
    stdin: {
      contents:
        "export { program } from './src/cli/program.ts'; export { realContext } from './src/context.ts';",
      resolveDir: root,
    },
    plugins: [lazyNode, apart(root)],
  });
  const code = result.outputFiles[0].text;
  // bin/netroi.js reads it as Latin-1: so it is told here, not by a wrong letter there.
  const strange = /[^\0-\x7f]/.exec(code);
  if (strange)
    throw new Error(`not ASCII in the bundle: ${code.slice(strange.index - 40, strange.index + 10)}`);
  const beside = await Promise.all(
    Object.entries(parts).map(async ([name, files]) => {
      const contents = files.map((file) => `export * from './${file}';`).join('\n');
      const { outputFiles, metafile } = await esbuild.build({
        ...common,
        stdin: { contents, resolveDir: root },
        plugins: [lazyNode],
        minifyIdentifiers: true,
      });
      return { name, code: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
    }),
  );
  const inputs = [...Object.keys(result.metafile.inputs), ...beside.flatMap((part) => part.inputs)];
  return { code, parts: beside, licenses: licensesOf(inputs, root) };
}

/** Most licences ask to be kept with every copy of the work: those of the bundled libraries go out with the bundle. */
function licensesOf(inputs, root) {
  const folders = inputs.map((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0]);
  const texts = [...new Set(folders)].sort().flatMap((folder) => {
    if (folder === undefined) return [];
    const { name, version, license, author } = JSON.parse(
      fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
    );
    const file = fs.readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    // Some packages name their licence and bring no text of it.
    if (file === undefined && license && author)
      return [`${name} ${version}\n\n${license} licence, ${author.name ?? author}\n`];
    if (file === undefined) throw new Error(`${name} has no licence file`);
    return [`${name} ${version}\n\n${fs.readFileSync(path.join(root, folder, file), 'utf8').trim()}\n`];
  });
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}
