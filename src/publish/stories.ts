import type { Archive, ListPosition } from '../model/archive.ts';
import type { ArticleHead } from '../model/article.ts';

/** The first reports of a story are shown beside each other; one that comes later sees them and changes none. */
const STORY_SHOWN = 20;
const MOST_KNOWN = 1000;
const STORY = 'story:';

/** Reports of the same story by other outlets, one per outlet, earliest first. */
export type Others = readonly ArticleHead[];

export interface Story {
  others: Others;
  /** every article of the story but this one */
  members: readonly string[];
}

const NONE: Story = { others: [], members: [] };
const told = (head: ArticleHead): number => Date.parse(head.published ?? head.firstSeen);

/** Which articles report the same story. Kept between runs: joining a story is a change of every report shown in it. */
export class Stories {
  readonly #known = new Map<string, Story>();
  /** key of the story by article, while every article is asked for */
  #surveyed: Map<string, string> | undefined;

  /** Before a full run, which asks for every article: the stories are read once instead of each article's lists. */
  async survey(archive: Archive): Promise<void> {
    this.#surveyed = new Map();
    for (const { key, count } of await archive.lists(STORY))
      for (const { id } of await archive.list(key, 0, count)) this.#surveyed.set(id, key);
  }

  endSurvey(): void {
    this.#surveyed = undefined;
  }

  async of(head: Pick<ArticleHead, 'id' | 'outlet'>, archive: Archive): Promise<Story> {
    const known = this.#known.get(head.id);
    if (known) return known;
    const found = await this.#read(head, archive);
    if (this.#known.size >= MOST_KNOWN) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(head.id, found);
    return found;
  }

  async #read(head: Pick<ArticleHead, 'id' | 'outlet'>, archive: Archive): Promise<Story> {
    const story = this.#surveyed ? this.#surveyed.get(head.id) : (await archive.positions(head.id, STORY))[0]?.key;
    if (story === undefined) return NONE;
    const members = await archive.list(story, 0, STORY_SHOWN);
    const outlets = new Set([head.outlet]);
    const others = members
      .toSorted((a, b) => told(a) - told(b) || a.seq - b.seq)
      .filter((member) => member.id !== head.id && !outlets.has(member.outlet) && outlets.add(member.outlet));
    return { others, members: members.filter((member) => member.id !== head.id).map((member) => member.id) };
  }

  /** Every article on whose page this one shows: the whole story, where it is among the first of it. */
  async showing(positions: readonly ListPosition[], archive: Archive): Promise<ArticleHead[]> {
    const shown = positions.find(({ key, seq }) => key.startsWith(STORY) && seq < STORY_SHOWN);
    return shown ? archive.list(shown.key, 0, await archive.count(shown.key)) : [];
  }

  /** The article, and all that is known with it in it. */
  forget(articleId: string): void {
    for (const [id, { members }] of this.#known)
      if (id === articleId || members.includes(articleId)) this.#known.delete(id);
  }

  clear(): void {
    this.#known.clear();
  }
}
