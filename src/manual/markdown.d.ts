/** The manual's pages come in as text: esbuild's loader and the plugin in vitest.config.ts see to it. */
declare module '*.md' {
  const page: string;

  // biome-ignore lint/style/noDefaultExport: what a loader of text exports
  export { page as default };
}
