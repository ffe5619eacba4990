import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isSpreadsheetMl, spreadsheetGrid } from '../../src/write/import/spreadsheetml.ts';

const sample = (name: string) =>
  fs.readFileSync(path.join(import.meta.dirname, '../data/imports', name), 'utf8');

test('cells and rows that are left out are empty, numbers and dates as they stand', () => {
  const text = sample('palms-summary.xls');
  expect(isSpreadsheetMl(text)).toBe(true);
  const grid = spreadsheetGrid(text, 'x.xls');
  expect(grid).toEqual([
    ['Chapter Summary PALMS Report'],
    ['From:', '', '2026-09-01T00:00:00.000', '', 'To:', '2026-09-30T00:00:00.000'],
    'First Name,Last Name,P,A,,L,M,S,,RGI,RGO,RRI,,RRO,V,1-2-1,,TYFCB,CEU,T'.split(','),
    ['Claire', 'Martin', '4.0', ...Array(14).fill(''), '1.856610963E+10'],
    'Eve,Martin,3.0,-,,,,1.0,,1.0,2.0,,,1.0,,2.0,,1850.0'.split(','),
    ['Total', '', '7.0'],
  ]);
});

test('entities are undone; what is no sound XML is refused with a way out', () => {
  expect(spreadsheetGrid(sample('palms-slips.xls'), 'x.xls')).toContainEqual(
    'Paul Petit,Eve Martin,Referral,Outside,,,Garage & Fils'.split(','),
  );
  const broken = sample('palms-slips.xls').replace('</Row>', '</Rw>');
  expect(spreadsheetGrid(broken, 'x.xls')).toMatchObject({ refusal: { params: { name: 'x.xls' } } });
});

test('an index from elsewhere makes no billion cells', () => {
  const bomb = sample('palms-slips.xls').replace('ss:Index="7"', 'ss:Index="999999999"');
  expect(spreadsheetGrid(bomb, 'x.xls')).toHaveLength(3);
});
