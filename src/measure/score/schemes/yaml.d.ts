/** The schemes come in as text: esbuild's loader and the plugin in vitest.config.ts see to it. */
declare module '*.yaml' {
  const scheme: string;

  // biome-ignore lint/style/noDefaultExport: what a loader of text exports
  export { scheme as default };
}
