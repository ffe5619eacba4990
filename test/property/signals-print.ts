import { decimalsOf } from './facts.ts';
import { csvFolder, type Folder, yamlFolder } from './print.ts';
import type { SignalFacts } from './signals-facts.ts';

/** The files of the journal, in YAML or CSV; entries of one type and day stand in the order of the facts. */
export function signalsFolder({ facts, goals, businessSince, signals }: SignalFacts): Folder {
  const { settings, style } = facts;
  const decimals = decimalsOf(settings.currency ?? 'EUR');
  const typical =
    signals.typicalSale === undefined ? undefined : (signals.typicalSale / 10 ** decimals).toFixed(decimals);
  const shown = (values: Record<string, string | number | undefined>) =>
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const knobs = shown({
    'typical-sale': typical,
    margin: signals.margin,
    'bar-factor': signals.barFactor,
    'min-months': signals.minMonths,
    'stale-after': signals.staleAfter,
  });
  const groups = settings.groups.map(({ key, joined, left }) => {
    const aims = goals[key] && `[${goals[key].join(', ')}]`;
    return `  ${key}: { ${shown({ joined, left, goals: aims }).join(', ')} }`;
  });
  const lines = [
    ...shown({
      'business-since': businessSince,
      signals: knobs.length > 0 ? `{ ${knobs.join(', ')} }` : undefined,
    }),
    ...(groups.length > 0 ? ['groups:', ...groups] : []),
  ];
  const print = style % 3 === 0 ? csvFolder : yamlFolder;
  const folder = print({ ...facts, settings: { ...settings, groups: [] } });
  return lines.length > 0 ? { ...folder, 'signals.yaml': `${lines.join('\n')}\n` } : folder;
}
