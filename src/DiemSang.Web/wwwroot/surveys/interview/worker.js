// Keeps the interviewer's page and its files for use without a line. Answers are not its business: the page keeps those itself.

const kept = "interview-1";

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));

addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(fromLine(request));
});

// The page names what it is made of once it has been opened.
addEventListener("message", event => event.waitUntil(keep(event.data)));

async function fromLine(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && (request.mode !== "navigate" || answer.headers.has("X-Keep-Offline"))) await (await caches.open(kept)).put(request.url, answer.clone());
    return answer;
  } catch {
    return await caches.match(request.url, { ignoreVary: true }) ?? Response.error();
  }
}

async function keep(urls) {
  const store = await caches.open(kept);
  for (const url of urls) {
    try {
      const answer = await fetch(url);
      if (answer.ok && !answer.redirected) await store.put(url, answer);
    } catch { /* tried again when the page is opened next */ }
  }
}
