declare const NETROI_VERSION: string | undefined;

/** netroi's version; the bundle has it built in. */
export function version(): string {
  return typeof NETROI_VERSION === 'string' ? NETROI_VERSION : '0.0.0-source';
}
