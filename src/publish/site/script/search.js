// The search page: asks the index that stands beside the site, from the browser. Joined behind what it imports when published.
import { openSearch } from '../../search/search-core.js';
import { marksIn, termsOf } from '../../search/search-grams.js';

/** Characters of a text shown around what was found. */
const AROUND = 60;
const PAUSE_MS = 150;

const root = new URL('../', import.meta.url);
const form = document.getElementById('search');
const says = document.getElementById('search-says');
const results = document.getElementById('results');
const more = document.getElementById('search-more');
const words = form.dataset;

const files = new Map();
/** Each file once; one that did not come may be asked for again. Shards change in place: what a browser keeps is asked for again. */
function read(path) {
  const known = files.get(path);
  if (known) return known;
  const asked = fetch(new URL(path, root), { cache: 'no-cache', referrerPolicy: 'no-referrer' }).then(
    async (answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${path}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
  );
  files.set(path, asked);
  asked.catch(() => files.delete(path));
  return asked;
}

let search = openSearch(read);
/** The index has changed since it was read. */
function begin() {
  files.clear();
  search = openSearch(read);
}

const element = (name, kind, ...inside) => {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...inside);
  return made;
};

function marked(text, terms) {
  const parts = [];
  let at = 0;
  for (const [from, to] of marksIn(text, terms)) {
    parts.push(text.slice(at, from), element('mark', '', text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
}

/** The lead, or the part of it or of the text where the first word stands, if the title has none and it would not be seen. */
function excerpt({ title, lead, text }, terms) {
  const [[at] = [0]] = marksIn(lead, terms);
  if (text === undefined && (at < AROUND / 2 || marksIn(title, terms).length > 0)) return lead;
  const shown = text ?? lead;
  const [[from] = [0]] = marksIn(shown, terms);
  const start = Math.max(0, from - AROUND / 2);
  const part = shown
    .slice(start, from + AROUND * 2)
    .toWellFormed()
    .replace(/\s+/g, ' ');
  return `${start > 0 ? '…' : ''}${part}${from + AROUND * 2 < shown.length ? '…' : ''}`;
}

function entry(found, terms) {
  const link = element('a', '', element('bdi', '', ...marked(found.title, terms)));
  link.href = new URL(found.path.slice(1), root).href;
  const when = element('time', '', found.day);
  when.dateTime = found.day;
  const lead = element('p', 'lead', ...marked(excerpt(found, terms), terms));
  const by = element('p', 'byline', element('bdi', '', found.outlet), ' ', when);
  return element('li', '', element('h2', '', link), lead, by);
}

const chip = document.getElementById('search-label');
const kept = new Map();

/** What a label's pages list: its head, and the numbered pages it leads to. Its name goes beside the filters. */
async function articlesOf(label) {
  const paths = new Set();
  let name = label;
  for (let page = `label/${label}/`; page; ) {
    const parsed = new DOMParser().parseFromString(new TextDecoder().decode(await read(page)), 'text/html');
    if (paths.size === 0) name = parsed.querySelector('h1')?.textContent ?? label;
    for (const link of parsed.querySelectorAll('.river li[id] a[href]')) {
      paths.add(`/${new URL(link.getAttribute('href'), root).pathname.slice(root.pathname.length)}`);
    }
    const older = parsed.querySelector('a[rel=prev]')?.getAttribute('href');
    page = older && new URL(older, root).pathname.slice(root.pathname.length);
  }
  return { name, paths };
}

async function among(label) {
  const good = /^[a-z]+\/[^/?#]+$/.test(label);
  chip.hidden = !good;
  if (!good) return undefined;
  if (!kept.has(label)) kept.set(label, articlesOf(label));
  kept.get(label).catch(() => kept.delete(label));
  const { name, paths } = await kept.get(label);
  chip.querySelector('b').textContent = name;
  return paths;
}

let asked = 0;

/** Shows the first results, at least as many as `before` where one comes back, and as many more each time "more" is asked for. */
async function run(before = {}, again = false) {
  const mine = ++asked;
  const given = new FormData(form);
  const query = String(given.get('q') ?? '')
    .trim()
    .slice(0, form.elements.namedItem('q').maxLength);
  const filters = Object.fromEntries(
    ['section', 'from', 'to', 'label'].map((name) => [name, String(given.get(name) ?? '')]),
  );
  remember(query, filters);
  const terms = termsOf(query);
  more.hidden = true;
  if (terms.every((term) => term.length < 2)) {
    results.replaceChildren();
    says.textContent = words.lead;
    return;
  }
  says.textContent = words.busy;
  let found;
  const list = element('ol', '');
  const page = async () => {
    found ??= search.find(query, { ...filters, among: await among(filters.label) });
    const known = list.children.length;
    more.hidden = true;
    let open = true;
    const wanted = Math.max(known + (await search.shownAtOnce()), before.shown ?? 0);
    while (open && list.children.length < wanted) {
      const next = await found.next();
      if (mine !== asked) return;
      open = !next.done;
      if (next.value) list.append(entry(next.value, terms));
      else if (open && !(list.children.length < before.shown)) break;
      if (!list.isConnected) results.replaceChildren(list);
    }
    if (!list.isConnected) results.replaceChildren(list);
    const total = list.children.length;
    const [none, some] = open ? [words.notyet, words.some] : [words.none, words.all];
    says.textContent = (total === 0 ? none : some).replace('%', String(total));
    more.hidden = !open;
    history.replaceState({ ...history.state, shown: total }, '');
    if (known > 0) list.children[known]?.querySelector('a').focus();
    if (known === 0 && before.y > 0) scrollTo(0, before.y);
  };
  const turn = () =>
    page().catch((error) => {
      if (mine !== asked) return;
      if (navigator.onLine && !again) {
        begin();
        return run(before, true);
      }
      says.textContent = navigator.onLine ? words.failed : words.offline;
      console.warn(error);
    });
  more.onclick = turn;
  await turn();
}

/** The address says what is looked for, so that it can be sent to others and found again. */
function remember(query, filters) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries({ q: query, ...filters })) {
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history.replaceState(null, '', address);
}

for (const [name, value] of new URL(location.href).searchParams) {
  const field = form.elements.namedItem(name);
  if (field && typeof value === 'string') field.value = value;
}
for (const field of form.querySelectorAll('.filters'))
  field.hidden = field === chip && chip.querySelector('input').value === '';
chip.querySelector('button').addEventListener('click', () => {
  chip.querySelector('input').value = '';
  chip.hidden = true;
  run();
});
let pause;
/** Letters that are about to become characters are not looked for. */
function typed(event) {
  clearTimeout(pause);
  if (!event.isComposing) pause = setTimeout(() => run(), PAUSE_MS);
}
form.addEventListener('input', typed);
form.addEventListener('compositionend', typed);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  run();
});
read('search/index.json').catch(() => undefined);
if (chip.querySelector('input').value !== '') {
  chip.hidden = false;
  among(chip.querySelector('input').value).catch((error) => console.warn(error));
}
// whoever comes back from an article finds the results as they were left
history.scrollRestoration = 'manual';
addEventListener('pagehide', () => history.replaceState({ ...history.state, y: scrollY }, ''));
if (form.elements.namedItem('q').value !== '') run(history.state ?? {});
else form.elements.namedItem('q').focus({ preventScroll: true });

/** What was loaded before the worker took over is given to it, so that all of it is there without a network. */
async function keepForLater() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const first = !workers.controller;
  await workers.register(new URL('search/worker.js', root), { scope: new URL('search/', root).pathname });
  if (!first) return;
  await new Promise((ready) => {
    if (workers.controller) ready();
    else workers.addEventListener('controllerchange', ready, { once: true });
  });
  const shell = [location.pathname, ...[...document.scripts].flatMap((script) => script.src || [])];
  await Promise.all(
    [...shell, ...[...files.keys()].map((path) => new URL(path, root))].map((address) => fetch(address)),
  );
}
keepForLater().catch((error) => console.warn(error));
