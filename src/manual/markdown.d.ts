/** The manual's pages come in as text: esbuild's loader and vitest.config.ts do it. */
declare module '*.md' {
  const page: string;
  export { page as default };
}
