import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inFolder, netroi, started } from './netroi.ts';

const env = { PATH: process.env['PATH'] ?? '', NO_COLOR: '1' };
const scheme = (points: number) =>
  `id: mine\nwindow: 6 months\ncriteria: [{ metric: training, at-least: { 1: ${points} } }]\n`;

test('schemes come with the bundle', () => {
  const { code, stdout, stderr } = netroi(['score', '--show', 'taiwan'], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(
    fs.readFileSync(path.join(import.meta.dirname, '../../src/measure/score/schemes/taiwan.yaml'), 'utf8'),
  );
});

test('--at reads the schemes of one’s own as they stood then', () => {
  inFolder((root) => {
    const git = (...args: string[]) => {
      const who = ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.org', '-c', 'gc.auto=0'];
      const nobody = { ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
      expect(started('git', [...who, ...args], nobody, root).code).toBe(0);
    };
    const file = path.join(root, 'j/_schemes/mine.yaml');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(
      path.join(root, 'j/2026.yaml'),
      '- { type: activity, date: 2026-07-02, group: bni, kind: training }\n',
    );
    git('init', '--quiet');
    for (const points of [3, 5]) {
      fs.writeFileSync(file, scheme(points));
      git('add', '--all');
      git('commit', '--quiet', '-m', String(points));
    }
    fs.writeFileSync(file, 'id: [');
    const score = (...args: string[]) => {
      const call = ['score', 'mine', '-j', 'j', '--as-of', '2026-10-31', '--format', 'json', '--no-cache'];
      return netroi([...call, ...args], { env, cwd: root });
    };
    expect(score()).toMatchObject({ code: 1, stdout: '' });
    expect(JSON.parse(score('--at', 'HEAD').stdout).rows[0].total).toBe(5);
    expect(JSON.parse(score('--at', 'HEAD~1').stdout).rows[0].total).toBe(3);
  });
});
