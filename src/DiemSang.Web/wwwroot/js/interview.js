// Interviews with or without a line. Nothing is ever sent but from the queue, and nothing leaves the queue before the server has said
// "stored" — or the interviewer has seen why it was refused and removes it.

import { draftOf, keepDraft, queueOf, keep, drop, sentOf, finish, reopen, sent } from "./interview-store.js";
import { holds } from "./conditions.js";

const form = JSON.parse(document.getElementById("form").textContent);
const root = document.getElementById("interview");
const begin = document.getElementById("begin");
const sheet = document.getElementById("answers");
const says = root.dataset;
let draft;

start();

async function start() {
  begin.querySelector("select").append(...form.points.map(point => new Option(point.name, point.id)));
  begin.addEventListener("submit", event => { event.preventDefault(); open(fresh(begin.querySelector("select").value)); });
  begin.querySelector("[data-resume]").addEventListener("click", async () => open(await draftOf(form.person, form.wave)));
  begin.querySelector("[data-resume]").hidden = !await draftOf(form.person, form.wave);
  sheet.addEventListener("submit", event => { event.preventDefault(); turn(event.submitter.value); });
  sheet.addEventListener("input", remember);
  root.querySelector("[data-send]").addEventListener("click", sendAll);
  addEventListener("online", sendAll);
  addEventListener("offline", show);
  if ("serviceWorker" in navigator) keepPage();
  await sendAll();
}

// Once all that the page uses is loaded: without a line, one script that is missing is the whole page.
async function keepPage() {
  if (document.readyState !== "complete") await new Promise(loaded => addEventListener("load", loaded, { once: true }));
  await navigator.serviceWorker.register("/sw.js", { type: "module" });
  const { active } = await navigator.serviceWorker.ready;
  const used = performance.getEntriesByType("resource").map(entry => entry.name).filter(name => name.startsWith(location.origin) && !name.endsWith("/sw.js"));
  active.postMessage({ pages: [location.pathname], assets: used });
}

const asDraft = ({ finishedAt, state, said, ...interview }) => ({ ...interview, page: 0 });

const fresh = point => ({ person: form.person, wave: form.wave, key: crypto.randomUUID(), point, code: "", startedAt: new Date().toISOString(), page: 0, answers: {} });

function open(wanted) {
  draft = wanted;
  begin.hidden = true;
  sheet.hidden = false;
  draw();
}

// ── The form ──

const asked = page => holds(page.relevant, draft.answers) ? page.items.filter(item => holds(item.relevant, draft.answers)) : [];

function draw(problems = {}) {
  const page = form.pages[draft.page];
  const parts = [element("h2", page.title), element("p", says.page.replace("{0}", draft.page + 1).replace("{1}", form.pages.length))];
  if (form.needsCode && draft.page === 0) parts.push(codeField(problems[""]));
  for (const item of asked(page)) parts.push(...question(item, problems));
  const actions = element("div");
  actions.className = "actions";
  actions.append(button(nextPage() === undefined ? says.finish : says.next, "next", "button button--main"));
  if (draft.page > 0) actions.append(button(says.back, "back", "button"));
  sheet.replaceChildren(...parts, actions);
  scrollTo(0, sheet.offsetTop);
}

// The one-time code is not an answer: it goes beside them, and the variable of its problem has no name.
function codeField(problem) {
  const field = element("div"), label = element("label", says.code), input = element("input");
  field.className = "field" + (problem ? " field--wrong" : "");
  label.htmlFor = "code";
  Object.assign(input, { id: "code", value: draft.code, className: "input input--code", maxLength: 20, autocapitalize: "none", spellcheck: false });
  field.append(label, ...(problem ? [Object.assign(element("p", problem), { className: "field__error" })] : []), input);
  return field;
}

function question(item, problems) {
  if (item.kind === "Note") return [element("p", item.text)];
  const parts = item.kind === "Matrix" ? [Object.assign(element("p", item.text), { className: "question" })] : [];
  for (const line of item.lines) {
    const field = element("fieldset");
    field.className = "field" + (problems[line.variable] ? " field--wrong" : "");
    field.append(element("legend", line.text ?? item.text));
    if (item.hint) field.append(Object.assign(element("p", item.hint), { className: "hint" }));
    if (problems[line.variable]) field.append(Object.assign(element("p", problems[line.variable]), { className: "field__error" }));
    field.append(...controls(item, line.variable));
    parts.push(field);
  }
  return parts;
}

function controls(item, variable) {
  const given = draft.answers[variable] ?? "";
  if (item.kind === "Text" || item.kind === "Number") {
    const input = element(item.kind === "Text" ? "textarea" : "input");
    Object.assign(input, { name: variable, value: item.noAnswers.some(choice => choice.code === given) ? "" : given, className: "input", maxLength: 2000, inputMode: item.kind === "Number" ? "numeric" : "text" });
    input.setAttribute("aria-label", item.text);
    return [input, ...(item.noAnswers.length ? [group(item.noAnswers, "checkbox", variable, given, "no-answers")] : [])];
  }
  const type = item.kind === "Multiple" ? "checkbox" : "radio";
  const groups = [group(item.choices, type, variable, given, item.kind === "Matrix" ? "scale" : "choices")];
  if (item.noAnswers.length) groups.push(group(item.noAnswers, type, variable, given, "no-answers"));
  return groups;
}

function group(choices, type, variable, given, css) {
  const box = element("div");
  box.className = css;
  box.append(...choices.map(choice => {
    const label = element("label"), input = element("input");
    label.className = "choice";
    Object.assign(input, { type, name: variable, value: choice.code, checked: given.split(" ").includes(choice.code) });
    label.append(input, element("span", choice.text));
    return label;
  }));
  return box;
}

// What stands on the page, into the draft. Real choices win over "don't know".
function read() {
  if (document.getElementById("code")) draft.code = document.getElementById("code").value.trim();
  for (const item of asked(form.pages[draft.page])) {
    for (const { variable } of item.lines) {
      const fields = [...sheet.querySelectorAll(`[name="${CSS.escape(variable)}"]`)];
      const values = fields.filter(field => !["radio", "checkbox"].includes(field.type) || field.checked).map(field => field.value.trim()).filter(Boolean);
      const real = values.filter(value => !item.noAnswers.some(choice => choice.code === value));
      draft.answers[variable] = (real.length ? real : values.slice(0, 1)).join(" ");
      if (item.kind === "Text" && real.length) draft.answers[variable] = real[0];
      if (!draft.answers[variable]) delete draft.answers[variable];
    }
  }
}

async function remember() {
  read();
  await keepDraft(draft);
}

function problemsHere() {
  const problems = form.needsCode && draft.page === 0 && !draft.code ? { "": says.codeMissing } : {};
  for (const item of asked(form.pages[draft.page])) {
    for (const { variable } of item.lines) {
      const answer = draft.answers[variable];
      if (item.required && !answer) problems[variable] = says.required;
      const isNumber = item.kind === "Number" && answer && !item.noAnswers.some(choice => choice.code === answer);
      if (isNumber && wrongNumber(item, answer)) problems[variable] = wrongNumber(item, answer);
    }
  }
  return problems;
}

const wrongNumber = (item, answer) => !/^-?\d+$/.test(answer) ? says.whole
  : answer < (item.min ?? -Infinity) ? says.smallest.replace("{0}", item.min)
  : answer > (item.max ?? Infinity) ? says.largest.replace("{0}", item.max) : undefined;

function nextPage() {
  const next = form.pages.findIndex((page, number) => number > draft.page && asked(page).length > 0);
  return next === -1 ? undefined : next;
}

async function turn(way) {
  await remember();
  if (way === "back") {
    draft.page = form.pages.findLastIndex((page, number) => number < draft.page && asked(page).length > 0);
    return draw();
  }
  const problems = problemsHere();
  if (Object.keys(problems).length) return draw(problems);
  const next = nextPage();
  if (next === undefined) return complete();
  draft.page = next;
  await keepDraft(draft);
  draw();
}

async function complete() {
  const { page, ...interview } = draft;
  await finish({ ...interview, finishedAt: new Date().toISOString(), state: "waiting" });
  sheet.hidden = true;
  sheet.replaceChildren();
  begin.hidden = false;
  begin.querySelector("[data-resume]").hidden = true;
  root.querySelector("[data-state]").textContent = says.saved;
  await sendAll();
}

// ── The queue ──

async function sendAll() {
  await show();
  if (!navigator.onLine) return;
  const turns = async () => {
    for (const item of await queueOf(form.wave)) if (item.person === form.person && item.state !== "refused" && !await send(item)) break;
  };
  await (navigator.locks ? navigator.locks.request("interviews", turns) : turns());
  await show();
}

// False when the line or the session is gone: the others wait too.
async function send(item) {
  const { key, person, point, code, startedAt, finishedAt, answers } = item;
  try {
    const answer = await fetch(location.pathname, { method: "POST", redirect: "manual", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key, person, point, code, startedAt, finishedAt, answers }) });
    if (answer.ok) { await sent(item); return true; }
    if (answer.type === "opaqueredirect" || answer.status === 401) { await keep({ ...item, state: "signed-out" }); return false; }
    if ([400, 403, 404, 409, 410, 413].includes(answer.status)) {
      await keep({ ...item, state: "refused", said: (await answer.json().catch(() => ({}))).said ?? answer.status });
      return true;
    }
    return false;
  } catch {
    return false;
  }
}

async function show() {
  const waiting = await queueOf(form.wave);
  root.querySelector("[data-queue]").replaceChildren(...waiting.map(line));
  root.querySelector("[data-sent]").textContent = await sentOf(form.wave);
  root.querySelector("[data-state]").textContent = waiting.some(item => item.state === "signed-out") ? says.signedOut
    : !navigator.onLine ? says.offLine : waiting.length === 0 ? says.allSent : says.waiting;
}

function line(item) {
  const entry = element("li", `${new Date(item.finishedAt).toLocaleString(document.documentElement.lang)} – ${item.person !== form.person ? says.others : item.state === "refused" ? says.refused.replace("{0}", item.said) : says.waiting}`);
  if (item.state === "refused" && item.person === form.person) {
    const correct = button(says.correct, "correct", "button"), remove = button(says.remove, "remove", "button button--quiet");
    correct.type = remove.type = "button";
    // One draft at a time: the one begun is finished first.
    correct.disabled = !begin.querySelector("[data-resume]").hidden || !sheet.hidden;
    correct.addEventListener("click", async () => { const again = asDraft(item); await reopen(again); open(again); await show(); });
    remove.addEventListener("click", async () => { if (confirm(says.removeQuestion)) { await drop(item.key); await show(); } });
    entry.append(" ", correct, " ", remove);
  }
  return entry;
}

function element(name, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(text, value, css) {
  return Object.assign(element("button", text), { value, className: css });
}
