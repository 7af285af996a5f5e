// Stars: articles a reader keeps, in this browser alone. Where nothing can be stored there are none, and nothing shows.
(() => {
  const KEY = `kanyin-starred ${new URL('..', document.currentScript.src).pathname}`;
  const MOST = 1000;
  const HEADLINES = 'main :is(h2, h3) a[href]';
  const ARTICLE = /\/(\d{4})\/(\d\d)\/(\d\d)\/[0-9a-z]{12}\/$/;
  const isStar = (star) =>
    Array.isArray(star) && star.every((part) => typeof part === 'string') && ARTICLE.test(star[0]);

  /** `[path, title]`, the latest star first; undefined = no storage */
  const read = () => {
    let kept;
    try {
      kept = localStorage.getItem(KEY);
      return JSON.parse(kept ?? '[]').filter(isStar);
    } catch {
      return kept === undefined ? undefined : [];
    }
  };
  const has = (path) => read()?.some((star) => star[0] === path) ?? false;
  const toggle = (path, title) => {
    const others = read().filter((star) => star[0] !== path);
    const next = has(path) ? others : [[path, title.trim().slice(0, 300)], ...others].slice(0, MOST);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      return;
    }
    show();
  };

  function show() {
    const starred = new Set(read().map((star) => star[0]));
    for (const link of document.querySelectorAll(HEADLINES))
      link.classList.toggle('has-star', starred.has(link.pathname));
    for (const button of document.querySelectorAll('[data-star]'))
      button.setAttribute('aria-pressed', starred.has(button.dataset.star));
  }

  /** The page of all stars. A star that is taken back stays in sight until the next visit, to be given again. */
  function list(place) {
    const stars = read();
    place.previousElementSibling.textContent = stars.length > 0 ? '' : place.dataset.none;
    place.replaceChildren(
      ...stars.map(([path, title]) => {
        const row = document.createElement('li');
        const [, ...day] = ARTICLE.exec(path);
        row.innerHTML =
          '<span class="when"><time></time></span><h2><a></a></h2><button type="button" class="star"></button>';
        const [time, link, button] = ['time', 'a', 'button'].map((name) => row.querySelector(name));
        time.textContent = day.join('-');
        link.textContent = title;
        link.href = path;
        button.textContent = place.dataset.word;
        button.dataset.star = path;
        button.addEventListener('click', () => toggle(path, title));
        return row;
      }),
    );
  }

  const ready = () => {
    if (read() === undefined) return;
    const button = document.querySelector('.meta .star');
    const here = () => toggle(location.pathname, document.querySelector('h1').textContent);
    if (button) {
      button.dataset.star = location.pathname;
      button.hidden = false;
      button.addEventListener('click', here);
    }
    const place = document.getElementById('stars');
    const all = () => {
      if (place) list(place);
      show();
    };
    all();
    addEventListener('storage', (event) => event.key === KEY && all());
    addEventListener('pageshow', (event) => event.persisted && all());
    document.addEventListener('keydown', (event) => {
      if (event.key !== 's' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest('input:not([type=checkbox]), textarea, select, dialog, [contenteditable]')) return;
      const link = event.target.closest(HEADLINES);
      if (link && ARTICLE.test(link.pathname)) toggle(link.pathname, link.textContent);
      else if (button) here();
    });
  };

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ready);
  else ready();
})();
