// usage: node count.cjs RESULT STATUS: vitest's JSON result in one line.
const fs = require('node:fs');

const [file, status] = process.argv.slice(2);
const files = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).testResults : [];
const tests = files.flatMap((result) => result.assertionResults);
const count = (...states) => tests.filter((test) => states.includes(test.status)).length;

const passed = count('passed');
const skipped = count('skipped', 'pending', 'todo', 'disabled');
// A file that does not load has no tests; what fails before or beside the tests (tsc, biome) has not even a file.
const broken = files.filter(
  (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
);
const failed = count('failed') + broken.length || (status === '0' ? 0 : 1);

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
