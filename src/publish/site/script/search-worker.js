// Keeps what searching has loaded, so that the search page and what was asked before answer without a network.
const SHELF = 'kanyin-search';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The network first: the index changes with every article. What comes is kept; where nothing comes, what was kept. */
async function answer(request) {
  const shelf = await caches.open(SHELF);
  const kept = request.mode === 'navigate' ? request.url.split('?')[0] : request.url;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await shelf.put(kept, fresh.clone());
    else if (fresh.status === 404) await shelf.delete(kept);
    return fresh;
  } catch (error) {
    const found = await shelf.match(kept);
    if (found) return found;
    throw error;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) {
    event.respondWith(answer(request));
  }
});
