// Shows what waits for a line, and sends it once the line is back: each update once, by the key made here.

import { all, find, put, remove } from "./queue-store.js";

const person = document.body.dataset.person;
const section = document.querySelector("[data-queue]");

if (person && "serviceWorker" in navigator && window.isSecureContext) start();

function start() {
  navigator.serviceWorker.register("/sw.js", { type: "module" }).then(() => navigator.serviceWorker.ready).then(keepMyWork).catch(() => { /* no service worker: the plain form works */ });
  addEventListener("pageshow", () => { renewKeys(); correct(); sendAll(); });
  addEventListener("online", sendAll);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) sendAll(); });
  section?.addEventListener("click", act);
}

// Every opening of a form, a kept one too, is an update of its own.
function renewKeys() {
  document.querySelectorAll("input[data-update-key]").forEach(input => input.value = crypto.randomUUID());
}

// A form opened to correct what was refused: what was typed and chosen is in it again, and the queue lets go of it when it is sent.
async function correct() {
  const item = await find(new URLSearchParams(location.hash.slice(1)).get("waiting") ?? "");
  const form = document.querySelector("input[data-update-key]")?.form;
  if (!form || item?.person !== person) return;
  for (const [name, value] of item.fields) if (!ownOfForm.has(name)) fill(form, name, value);
  form.elements["Input.Key"].value = item.key;
  history.replaceState(null, "", location.pathname + location.search);
  form.querySelectorAll("details").forEach(more => more.open = true);
  form.querySelectorAll("[data-asked-after-refusal]").forEach(part => part.hidden = false);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    await remove(item.key);
    form.submit();
  }, { once: true });
}

const ownOfForm = new Set(["__RequestVerificationToken", "Input.Key", "Input.SeenVersion", "person", "title"]);

function fill(form, name, value) {
  for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (field.type === "file") {
      const chosen = new DataTransfer();
      if (typeof value !== "string") chosen.items.add(value);
      field.files = chosen.files;
    } else if (field.type === "radio" || field.type === "checkbox") field.checked ||= field.value === value;
    else if (field.type !== "hidden" || field.value === "") field.value = value;
  }
}

function keepMyWork(registration) {
  if (!section || navigator.connection?.saveData) return;
  const links = [...document.querySelectorAll("a[href*='/update?occurrence=']")].slice(0, 20).map(link => link.getAttribute("href"));
  const used = performance.getEntriesByType("resource").map(entry => entry.name).filter(name => name.startsWith(location.origin) && !name.endsWith("/sw.js"));
  registration.active.postMessage({ pages: ["/plans/my-work", ...new Set(links)], assets: used, only: "/plans/" });
}

async function sendAll() {
  await show();
  if (!navigator.onLine) return;
  const turn = async () => {
    for (const item of await all()) if (item.person === person && item.state !== "moved" && item.state !== "refused") await send(item.key);
  };
  // One tab at a time; without locks the server's unique key is enough.
  await (navigator.locks ? navigator.locks.request("queue", turn) : turn());
  await show();
}

async function send(key, anyway = false) {
  const item = await find(key);
  if (!item) return;
  try {
    const outcome = await post(item, anyway);
    if (outcome.state === "sent") await remove(key);
    else await put({ ...item, ...outcome });
    if (outcome.state === "sent") tellSent(item);
  } catch {
    await put({ ...item, state: "waiting" });
  }
  await show();
}

// A kept form carries an old token: a fresh one is fetched with the form, which also tells whether the person is still signed in.
async function post(item, anyway) {
  const page = await fetch(item.path);
  if (page.status === 404 || page.status === 403) return { state: "refused", said: [section?.dataset.gone] };
  const form = new DOMParser().parseFromString(await page.text(), "text/html");
  if (form.body.dataset.person !== item.person) return { state: "signed-out" };

  const body = new FormData();
  for (const [name, value] of item.fields) body.append(name, value);
  body.set("__RequestVerificationToken", form.querySelector("main input[name=__RequestVerificationToken]").value);
  body.set("Input.Waited", "true");
  body.set("Input.Anyway", anyway);
  const answer = await fetch(item.path, { method: "POST", body, redirect: "manual" });
  if (answer.ok) return { state: "sent" };
  if (answer.status === 409) return { state: "moved", said: (await answer.json()).said };
  if (answer.status === 400) return { state: "refused", said: (await answer.json()).said };
  if (answer.status === 413) return { state: "refused", said: [section?.dataset.tooLarge] };
  return { state: answer.type === "opaqueredirect" ? "signed-out" : "waiting" };
}

async function show() {
  const items = await all();
  const own = items.filter(item => item.person === person);
  for (const badge of document.querySelectorAll("[data-queue-badge]")) {
    badge.hidden = own.length === 0;
    badge.querySelector("[data-queue-count]").textContent = own.length;
  }
  if (!section) return;
  section.hidden = items.length === 0 && section.querySelector("[data-queue-sent]").hidden;
  section.querySelector("[data-queue-list]").replaceChildren(...own.map(card));
  const others = section.querySelector("[data-queue-others]");
  others.hidden = own.length === items.length;
}

function card(item) {
  const entry = section.querySelector("template").content.firstElementChild.cloneNode(true);
  const part = name => entry.querySelector(`[data-${name}]`);
  entry.dataset.key = item.key;
  part("title").textContent = item.title;
  part("since").textContent = new Date(item.since).toLocaleString(document.documentElement.lang);
  part("state").textContent = section.dataset[{ waiting: "waiting", "signed-out": "signedOut", moved: "moved", refused: "refused" }[item.state]];
  part("sign-in").hidden = item.state !== "signed-out";
  part("correct").hidden = item.state !== "refused" && item.state !== "moved";
  part("correct").href = `${item.path}#waiting=${item.key}`;
  part("said").replaceChildren(...[item.state === "waiting" ? [] : item.said ?? []].flat().map(line));
  part("note").textContent = text(item, "Input.Note");
  part("file").textContent = item.fields.filter(([, value]) => typeof value !== "string").map(([, file]) => file.name).join(", ");
  return entry;
}

const text = (item, field) => item.fields.find(([name]) => name === field)?.[1] ?? "";

function line(words) {
  const entry = document.createElement("li");
  entry.textContent = words;
  return entry;
}

function tellSent(item) {
  if (!section) return;
  const sent = section.querySelector("[data-queue-sent]");
  sent.hidden = false;
  sent.querySelector("ul").append(line(item.title));
}

async function act(event) {
  const button = event.target.closest("button[data-act]");
  if (!button) return;
  const { key } = button.closest("[data-key]").dataset;
  if (button.dataset.act === "send") await send(key, (await find(key))?.state === "moved");
  else if (confirm(section.dataset.dropQuestion)) { await remove(key); await show(); }
}
