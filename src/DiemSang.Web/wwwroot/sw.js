// Keeps "my work", its update forms and interviews for the signed-in person, and an update that could not be sent. Forgets the pages at sign-out.

import { put } from "/js/queue-store.js";

const pages = "pages";
const assets = "assets";
const work = "/plans/my-work";
const form = /^\/plans\/tasks\/[0-9a-f-]{36}\/update$/;
const interview = /^\/surveys\/interview\/[0-9a-f-]{36}$/;
const asset = /^\/(css|js|lib|img)\//;

// Kept forms younger than this are not asked for again, in milliseconds.
const fresh = 10 * 60 * 1000;

// How long a sending may take before it waits in the queue, in milliseconds. What arrives after all is taken once: the key decides.
const patience = 20 * 1000;
const patienceWithFile = 120 * 1000;

// Rises whenever the pages are forgotten: what was asked for before is not kept after.
let sessions = 0;

addEventListener("install", () => skipWaiting());
addEventListener("activate", event => event.waitUntil(clients.claim()));

addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST") {
    if (/^\/access\/sign-(in|out)/.test(url.pathname)) event.waitUntil(forget());
    else if (request.mode === "navigate" && form.test(url.pathname)) event.respondWith(sendOrKeep(request, url));
  } else if (request.method === "GET") {
    if (request.mode === "navigate" && isKept(url)) event.respondWith(fromLineOr(pages, request));
    else if (asset.test(url.pathname)) event.respondWith(fromLineOr(assets, request));
  }
});

addEventListener("message", event => event.waitUntil(keep(event.data)));

const isKept = url => url.pathname === work || form.test(url.pathname) || interview.test(url.pathname);

function forget() {
  sessions++;
  return caches.delete(pages);
}

async function fromLineOr(name, request) {
  const session = sessions;
  try {
    const answer = await fetch(request);
    await remember(name, request.url, answer, session);
    return answer;
  } catch {
    return await caches.match(request.url, { cacheName: name })
      ?? (name === pages ? await caches.match(work, { cacheName: pages }) : undefined)
      ?? Response.error();
  }
}

async function remember(name, url, answer, session) {
  // A page that leads to the door means nobody is signed in any more.
  if (name === pages && answer.type === "opaqueredirect") await forget();
  else if (answer.ok && !answer.redirected && (name === assets || answer.headers.has("X-Keep-Offline"))) {
    await (await caches.open(name)).put(url, answer.clone());
    if (session !== sessions) await caches.delete(pages);
  }
}

// A page names what to keep with it. The list of my work has its forms fetched beforehand, and lets go of what it no longer shows.
async function keep(wanted) {
  const session = sessions;
  const store = await caches.open(pages);
  const urls = wanted.pages.map(path => new URL(path, location.origin).href);
  for (const known of await store.keys())
    if (wanted.only && new URL(known.url).pathname.startsWith(wanted.only) && !urls.includes(known.url)) await store.delete(known);
  for (const url of urls) {
    if (session !== sessions) return;
    const known = await store.match(url);
    if (!known || Date.now() - Date.parse(known.headers.get("Date")) > fresh) await fetchInto(pages, url, session);
  }
  for (const url of wanted.assets) if (!await caches.match(url, { cacheName: assets })) await fetchInto(assets, url, session);
}

async function fetchInto(name, url, session) {
  try { await remember(name, url, await fetch(url), session); } catch { /* the line is gone again: what is kept is kept */ }
}

async function sendOrKeep(request, url) {
  const fields = await request.clone().formData();
  try {
    return await Promise.race([fetch(request), tooLong(hasFile(fields) ? patienceWithFile : patience)]);
  } catch {
    await put({
      key: fields.get("Input.Key"), person: fields.get("person"), title: fields.get("title"), path: url.pathname + url.search,
      since: Date.now(), state: "waiting", fields: [...fields].filter(([, value]) => typeof value === "string" || value.size > 0),
    });
    return Response.redirect(work + "#waiting", 303);
  }
}

const hasFile = fields => [...fields.values()].some(value => typeof value !== "string" && value.size > 0);

const tooLong = limit => new Promise((_, reject) => setTimeout(() => reject(new Error("too long")), limit));
