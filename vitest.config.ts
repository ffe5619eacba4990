import { defineConfig } from 'vitest/config';

// .ci/run names a file for the result and sums it up in words that any CI reads.
const result = process.env['TEST_RESULT'];

/** The manual's pages and the score schemes as text, as the bundle has them. */
const dataAsText = {
  name: 'data-as-text',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    /\.(md|yaml)$/.test(id) ? `export default ${JSON.stringify(code)};` : undefined,
};

export default defineConfig({
  plugins: [dataAsText],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/build.setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    ...(result ? { reporters: ['default', 'json'], outputFile: { json: result } } : {}),
  },
});
