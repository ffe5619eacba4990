import type { Context } from '../context.ts';
import type { YamlContent } from '../read/yaml-file.ts';

/** Reads YAML syntax. */
export function yamlReader(_context: Context, _useCache: boolean): (text: string) => Promise<YamlContent> {
  return async (text) => (await import('../read/yaml.ts')).readYaml(text);
}
