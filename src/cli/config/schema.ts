import { z } from 'zod';

const text = z.string().trim().min(1);
const filter = z
  .strictObject({
    keep: text.optional(),
    drop: text.optional(),
    on: z.enum(['title', 'author', 'category', 'url', 'text']).default('title'),
  })
  .refine((rule) => (rule.keep === undefined) !== (rule.drop === undefined), {
    error: 'a filter has either keep: or drop:',
  });

const source = z.union([
  text,
  z.strictObject({
    url: text,
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is lower-case letters, digits and hyphens')
      .optional(),
    title: text.optional(),
    kind: z.enum(['feed', 'listing', 'sitemap']).optional(),
    section: text.optional(),
    outlet: text.optional(),
    full_text: z.enum(['auto', 'always', 'never']).optional(),
    listing: z
      .strictObject({
        item: text,
        link: text.optional(),
        title: text.optional(),
        date: text.optional(),
        picture: text.optional(),
      })
      .optional(),
    headers: z.record(z.string(), z.string()).optional(),
    every_minutes: z.number().positive().optional(),
    retry_after_minutes: z.number().positive().optional(),
    filters: z.array(filter).optional(),
    categories: z.array(text).optional(),
    time_zone: text.optional(),
    opml: z.record(z.string(), z.string()).optional(),
    opml_folders: z.array(z.record(z.string(), z.string())).optional(),
  }),
]);

const named = z.strictObject({ name: text, aliases: z.array(text).optional() });

/** kanyin.yaml as a person writes it. Every object is strict: an unknown key is an error. */
export const configSchema = z.strictObject({
  title: text.default('Kanyin'),
  description: text.optional(),
  base_url: z.url({ protocol: /^https?$/, error: 'base_url must be an http(s) address' }).optional(),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  time_zone: text.default('Asia/Shanghai'),
  logo: text.optional(),
  colours: z.record(z.string(), z.string()).optional(),
  menu: z.array(z.strictObject({ title: text, url: text })).default([]),
  sections: z
    .record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a section key is lower-case letters, digits and hyphens'), text)
    .default({}),
  css: text.optional(),
  header: text.optional(),
  footer: text.optional(),
  pages: text.optional(),
  images: z.enum(['keep', 'hotlink']).default('hotlink'),
  search: z.enum(['titles', 'texts']).default('titles'),
  websub: z.strictObject({ hub: z.url().optional(), callback: z.url().optional() }).optional(),
  sources: z.array(source).default([]),
  sample: z.union([z.boolean(), z.strictObject({ port: z.int().min(1).max(65535) })]).optional(),
  rsshub: z.array(z.url()).default([]),
  filters: z.array(filter).default([]),
  fetch: z
    .strictObject({
      user_agent: text.optional(),
      allow_private: z.array(text).default([]),
      spacing_ms: z.number().min(0).optional(),
      hosts_at_once: z.int().min(1).max(1024).optional(),
      proxy: text.optional(),
      min_minutes: z.number().positive().optional(),
      max_minutes: z.number().positive().optional(),
      robots: z.boolean().optional(),
    })
    .optional(),
  outputs: z
    .strictObject({
      site: z.union([z.literal(false), text]).optional(),
      hexo: z
        .union([
          text,
          z.strictObject({
            dir: text,
            profile: z.enum(['hexo', 'rsshub-page']).default('hexo'),
            labels_as_tags: z.boolean().default(false),
          }),
        ])
        .optional(),
    })
    .optional(),
  labels: z
    .strictObject({
      on: z.boolean().default(true),
      gazetteers: z.array(text).default([]),
      companies: z.array(z.strictObject({ name: text, id: text, aliases: z.array(text).optional() })).default([]),
      people: z.array(named).default([]),
      places: z
        .array(z.strictObject({ name: text, id: text.optional(), aliases: z.array(text).optional() }))
        .default([]),
      orgs: z.array(named).default([]),
      topics: z
        .array(
          z.strictObject({ name: text, aliases: z.array(text).optional(), from: text.optional(), to: text.optional() }),
        )
        .default([]),
      vetoes: z
        .array(z.union([text, z.strictObject({ surface: text, kind: text.optional(), id: text.optional() })]))
        .default([]),
    })
    .optional(),
  store: text.optional(),
});

export type ConfigFile = z.infer<typeof configSchema>;
