// Nothing here is needed to read. Runs async, as early as the cache allows.
(() => {
  const root = document.documentElement;
  const about = new URL('../about/', document.currentScript.src).href;
  const memory = {
    get: (key) => {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set: (key, value) => {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        return;
      }
    },
  };

  const chosen = memory.get('kanyin-theme');
  if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;

  /** A picture that does not come leaves no hole: its card becomes one of type alone. */
  const drop = (img) => {
    img.closest('.bare, .first, .second, .small')?.classList.add('bare');
    (img.closest('.shot') ?? img.closest('picture') ?? img).remove();
  };
  document.addEventListener('error', (event) => event.target.tagName === 'IMG' && drop(event.target), true);

  const ready = () => {
    // a picture that waits for its turn has no address yet
    for (const img of document.images) if (img.complete && img.naturalWidth === 0 && img.currentSrc) drop(img);
    themeSwitch();
    marksSwitch();
    scrollers();
    addEventListener('resize', scrollers);
    keys();
  };

  function themeSwitch() {
    const button = document.getElementById('theme');
    if (!button) return;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const now = () => root.dataset.theme || (dark.matches ? 'dark' : 'light');
    const tell = () => button.setAttribute('aria-pressed', String(now() === 'dark'));
    button.hidden = false;
    tell();
    dark.addEventListener('change', tell);
    button.addEventListener('click', () => {
      const next = now() === 'dark' ? 'light' : 'dark';
      root.dataset.theme = next;
      memory.set('kanyin-theme', next === (dark.matches ? 'dark' : 'light') ? null : next);
      tell();
    });
  }

  function marksSwitch() {
    const box = document.getElementById('marks');
    if (!box) return;
    box.checked = memory.get('kanyin-marks') === 'on';
    box.addEventListener('change', () => memory.set('kanyin-marks', box.checked ? 'on' : null));
  }

  /** What is wider than the column scrolls inside it, by keys too. */
  function scrollers() {
    for (const wide of document.querySelectorAll('.body :is(pre, table)'))
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
      else wide.removeAttribute('tabindex');
  }

  /** Headlines of the page in reading order; j and k walk them, o opens. On an article j and k go to its neighbours. */
  function keys() {
    const all = () =>
      [...document.querySelectorAll('main :is(h2, h3) a[href]')].filter((a) => !a.closest('.body, .rubric'));
    const article = document.body.classList.contains('article');
    let at = -1;
    const go = (step) => {
      if (article) return leave(step);
      const stops = all();
      if (stops.length === 0) return;
      at = Math.max(0, Math.min(stops.length - 1, at + step));
      stops[at].focus({ preventScroll: true });
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      stops[at].scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    };
    document.addEventListener('focusin', (event) => {
      const found = all().indexOf(event.target);
      if (found >= 0) at = found;
    });
    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest('input:not([type=checkbox]), textarea, select, dialog, [contenteditable]')) return;
      const act = {
        j: () => go(1),
        k: () => go(-1),
        o: () => (article ? document.querySelector('.source-line a')?.click() : all()[at]?.click()),
        '/': () => {
          const field = document.getElementById('q');
          if (field) field.focus();
          else document.querySelector('.tools a').click();
        },
        m: () => document.getElementById('marks')?.click(),
        '?': help,
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
  }

  /** The list of keys, as the colophon has it. */
  async function help() {
    try {
      const answer = await fetch(about);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const keys = document.importNode(page.querySelector('.keys'), true);
      const dialog = document.createElement('dialog');
      const close = document.createElement('button');
      close.textContent = keys.dataset.close;
      dialog.setAttribute('aria-label', page.getElementById('keys').textContent);
      dialog.append(keys, close);
      close.addEventListener('click', () => dialog.close());
      dialog.addEventListener('close', () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    } catch {
      location.href = `${about}#keys`;
    }
  }

  /** j: the article before this one; k: the one after it, found in the section's page, where it stands just above. */
  async function leave(step) {
    const link = document.querySelector(step > 0 ? '.neighbours p:not(.newer) a' : '.neighbours .newer a');
    if (!link) return;
    if (step > 0) return link.click();
    try {
      const answer = await fetch(link.href.split('#')[0]);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const entries = [...page.querySelectorAll('.river li[id]')];
      const here = entries.findIndex((entry) => entry.id === link.hash.slice(1));
      const next = here > 0 && entries[here - 1].querySelector('a');
      location.href = next ? next.getAttribute('href') : link.href;
    } catch {
      link.click();
    }
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
  else ready();
})();
