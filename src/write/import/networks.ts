import { foldName } from '../../model/names.ts';

/** Networks by what a source of visits is called there: a host, a short host, an app. */
const networks: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['linkedin', /(^|\.)linkedin(\.|$)|^lnkd\.in$/],
  ['facebook', /(^|\.)(facebook|fb)(\.|$)|^fb\.me$/],
  ['instagram', /(^|\.)instagram(\.|$)|^ig$/],
  ['x', /^t\.co$|(^|\.)(twitter|x)(\.com|$)/],
  ['youtube', /(^|\.)youtube(\.|$)|^youtu\.be$/],
  ['xing', /(^|\.)xing(\.|$)/],
  ['tiktok', /(^|\.)tiktok(\.|$)/],
  ['pinterest', /(^|\.)pinterest(\.|$)/],
  ['reddit', /(^|\.)reddit(\.|$)/],
  ['threads', /(^|\.)threads(\.|$)/],
  ['mastodon', /(^|\.)mastodon(\.|$)/],
  ['bluesky', /^bsky\.app$|(^|\.)bluesky(\.|$)/],
  ['meetup', /(^|\.)meetup(\.|$)/],
];

/** The network that a source of visits is. */
export function networkOf(source: string): string | undefined {
  const folded = foldName(source);
  return networks.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** The channel of visits from networks, in one spelling for every language of the report. */
export function socialChannel(channel: string): string | undefined {
  const folded = foldName(channel);
  if (
    /^(organic social|reseaux sociaux (organiques|naturels)|social organique|organische? social\w*)$/.test(
      folded,
    )
  )
    return 'organic social';
  if (/^(paid social|reseaux sociaux payants|social payant|bezahlte? social\w*)$/.test(folded))
    return 'paid social';
  return undefined;
}
