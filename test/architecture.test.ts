import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const source = path.join(root, 'src');

/** Layer → layers it may import, besides itself: data walks one corridor. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  read: ['model'],
  measure: ['model'],
  report: ['model', 'measure'],
  render: ['model'],
  write: ['model'],
  manual: [],
  cli: ['model', 'read', 'measure', 'report', 'render', 'write', 'manual', 'context.ts'],
  'context.ts': ['effects'],
  effects: ['context.ts'],
};

function filesIn(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((member) => {
    const at = path.join(folder, member.name);
    return member.isDirectory() ? filesIn(at) : at.endsWith('.ts') ? [at] : [];
  });
}

const layerOf = (file: string) => path.relative(source, file).split(path.sep)[0] ?? '';
const importsOf = (file: string) =>
  [...fs.readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name = '']) => name);

test('imports point left', () => {
  const wrong = filesIn(source).flatMap((file) => {
    const layer = layerOf(file);
    return importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => layerOf(path.resolve(path.dirname(file), name)))
      .filter((target) => target !== layer && !mayImport[layer]?.includes(target))
      .map((target) => `${path.relative(root, file)} → ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('effects are the context’s alone', () => {
  const effects =
    /\bprocess\.|\bconsole\.|\bDate\.now\b|new Date\(\)|Math\.random|'node:(fs|os|child_process|process|readline|tty)/;
  const wrong = filesIn(source).filter(
    (file) =>
      !['context.ts', 'effects'].includes(layerOf(file)) && effects.test(fs.readFileSync(file, 'utf8')),
  );
  expect(wrong.map((file) => path.relative(root, file))).toEqual([]);
});

test('no default exports, no files one cannot see whole', () => {
  for (const file of filesIn(source)) {
    const text = fs.readFileSync(file, 'utf8');
    expect(text, file).not.toMatch(/export default/);
    expect(text.split('\n').length, file).toBeLessThanOrEqual(250);
  }
});

test('the top level is the card’s', () => {
  const tracked = [
    'package.json',
    'tsconfig.json',
    'bin',
    'src',
    'examples',
    'test',
    'README.md',
    'package-lock.json',
    'LICENSE',
    'biome.json',
    'vitest.config.ts',
  ];
  const built = ['node_modules', 'dist', 'coverage'];
  const found = fs.readdirSync(root).filter((name) => !name.startsWith('.') && !built.includes(name));
  expect(found.filter((name) => !tracked.includes(name))).toEqual([]);
});
