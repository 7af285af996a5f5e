import { importHexo } from '../import-hexo.ts';
import { importOpml } from '../import-opml.ts';
import { CONFIG_OPTION } from '../open-newsroom.ts';
import type { Verb } from '../verb.ts';

export const verb: Verb = {
  name: 'import',
  summary: 'bring in Hexo posts or an OPML file',
  usage: 'kanyin import hexo DIR [--section SLUG] | kanyin import opml FILE|URL [--dry-run]',
  options: {
    ...CONFIG_OPTION,
    section: { type: 'string', short: 's', value: 'SLUG', says: 'file everything there' },
    'dry-run': { type: 'boolean', short: 'n', says: 'read and report only, change nothing' },
  },
  about:
    'hexo: every post below DIR (front matter and HTML or Markdown body) becomes an article. Importing again changes nothing; what cannot be read is listed with its reason (exit code 3).\nopml: every feed becomes a source in kanyin.yaml, folders become sections.',
  async run(args, io) {
    const [what, from] = args.positionals;
    if (from !== undefined && what === 'hexo') return importHexo(from, args, io);
    if (from !== undefined && what === 'opml') return importOpml(from, args, io);
    io.stderr.write(
      'kanyin import: say what and from where, `kanyin import hexo DIR` or `kanyin import opml FILE|URL`\n',
    );
    return 2;
  },
};
