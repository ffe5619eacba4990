/** A tag as it stands in a page. */
export interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

const empty = new Set(['meta', 'link', '!doctype']);

/** The tags of a page in their order, its style left out; throws at a `<` that begins none. */
export function tagsOf(page: string): Tag[] {
  const body = page.replace(/<style>[^<]*<\/style>/, '');
  const tag = /<(\/?)([A-Za-z!][A-Za-z0-9]*)((?:\s+[^\s=<>"']+(?:="[^"<>]*")?)*)\s*>/y;
  const tags: Tag[] = [];
  for (let at = body.indexOf('<'); at >= 0; at = body.indexOf('<', tag.lastIndex)) {
    tag.lastIndex = at;
    const found = tag.exec(body);
    if (!found) throw new Error(`no tag: ${body.slice(at, at + 60)}`);
    const [, slash, name = '', written = ''] = found;
    const attributes = [...written.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)];
    tags.push({
      name: name.toLowerCase(),
      isEnd: slash === '/',
      attributes: new Map(attributes.map(([, key = '', value = '']) => [key, plain(value)])),
    });
  }
  return tags;
}

/** Each kind of tag, and each of its attributes: `td`, `td class`. */
export function kindsIn(tags: readonly Tag[]): Set<string> {
  return new Set(
    tags.flatMap(({ name, attributes }) => [name, ...[...attributes.keys()].map((key) => `${name} ${key}`)]),
  );
}

/** The first tag that is closed wrongly or not at all. */
export function unbalanced(tags: readonly Tag[]): string | undefined {
  const open: string[] = [];
  for (const { name, isEnd } of tags) {
    if (!isEnd && !empty.has(name)) open.push(name);
    if (isEnd && open.pop() !== name) return name;
  }
  return open.pop();
}

/** What a piece of HTML says: its text without tags. */
export function textOf(page: string): string {
  return plain(page.replace(/<style>[^<]*<\/style>/, '').replace(/<[^>]*>/g, ''));
}

function plain(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
