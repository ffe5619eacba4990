import type { Diagnostic } from '../model/diagnostic.ts';
import type { ProblemCode } from '../model/problems.ts';
import { type SettingKey, type SettingShape, type Settings, settingsSchema } from '../model/settings.ts';
import { hinter } from './blame.ts';
import type { RawMap, RawNode, RawScalar } from './raw.ts';
import type { RawSetting } from './settings.ts';

/** Names of one sort that settings refer to: what an unknown one is, and those there are. */
interface Names {
  readonly unknown: ProblemCode;
  readonly known: ReadonlySet<string>;
  /** Where none are declared, any is taken. */
  readonly isOpen: boolean;
}

/** Blames each setting that names a group or member that is not declared, or a site that no member has. */
export function checkSettingNames(
  raw: readonly RawSetting[],
  { groups, members }: Settings,
  report: (diagnostic: Diagnostic) => void,
): void {
  const ofMember: Names = {
    unknown: 'unknown-member',
    known: new Set(members.keys()),
    isOpen: members.size === 0,
  };
  const sites = [...members.values()].flatMap(({ site }) => site ?? []);
  const namesOf: Readonly<Partial<Record<SettingKey['kind'], Names>>> = {
    group: { unknown: 'unknown-group', known: new Set(groups.keys()), isOpen: groups.size === 0 },
    member: ofMember,
    members: ofMember,
    site: { unknown: 'unknown-site', known: new Set(sites), isOpen: false },
  };
  const hint = hinter();
  for (const { source, key, value } of raw) {
    for (const [shape, node] of keysIn(key, value)) {
      const names = namesOf[shape.kind];
      if (!names || names.isOpen) continue;
      for (const { text, span } of node.kind === 'list' ? node.items.filter(isScalar) : [node]) {
        const name = text.trim();
        if (name === '' || names.known.has(name)) continue;
        report({
          code: names.unknown,
          source,
          span,
          params: { name, ...hint(name, () => names.known) },
        });
      }
    }
  }
}

/** The known keys of the records that a setting is made of, each with its value or list of values. */
function keysIn(
  setting: RawScalar,
  value: RawNode,
): [SettingKey, RawScalar | (RawNode & { kind: 'list' })][] {
  const all: Readonly<Record<string, SettingShape>> = settingsSchema;
  const shape = Object.hasOwn(all, setting.text) ? all[setting.text] : undefined;
  if (!shape || shape.shape === 'value') return [];
  return recordsOf(value, shape.shape).flatMap(({ pairs }) =>
    pairs.flatMap(({ key, value: each }): ReturnType<typeof keysIn> => {
      const known = Object.hasOwn(shape.keys, key.text) ? shape.keys[key.text] : undefined;
      return known && (each.kind === 'scalar' || each.kind === 'list') ? [[known, each]] : [];
    }),
  );
}

function recordsOf(value: RawNode, shape: SettingShape['shape']): RawMap[] {
  const nodes =
    shape === 'list' && value.kind === 'list'
      ? value.items
      : shape === 'named' && value.kind === 'map'
        ? value.pairs.map((pair) => pair.value)
        : [value];
  return nodes.filter((node) => node.kind === 'map');
}

function isScalar(node: RawNode): node is RawScalar {
  return node.kind === 'scalar';
}
