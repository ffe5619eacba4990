import { defineConfig } from 'vitest/config';

// .ci/run names a file for the result and sums it up in words that any CI reads.
const result = process.env['TEST_RESULT'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build.setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...(result ? { reporters: ['default', 'json'], outputFile: { json: result } } : {}),
  },
});
