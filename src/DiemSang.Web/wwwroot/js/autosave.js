// A form marked data-autosave saves itself while one types. What could not be saved — no line, not complete yet, somebody else was faster — stays on
// this device until it is, and is shown again. Without scripts the button saves.

const pause = 1500;

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const key = `draft ${form.dataset.autosave}`;
  const says = form.querySelector("[data-autosave-says]");
  const seen = form.querySelector("[name=Seen]");
  const words = form.dataset;
  let waiting;

  const fields = () => [...form.elements].filter(field => field.name && !["hidden", "file", "submit"].includes(field.type) && !field.name.startsWith("Proof."));
  const typed = () => fields().map(field => [field.name, field.value, ["checkbox", "radio"].includes(field.type) ? field.checked : null]);
  const say = (text, isWrong) => { says.textContent = text; says.classList.toggle("field__error", Boolean(isWrong)); };
  const keep = () => { try { localStorage.setItem(key, JSON.stringify({ seen: seen.value, typed: typed() })); } catch { /* the device keeps nothing: the button still saves */ } };
  const forget = () => localStorage.removeItem(key);

  async function save() {
    const sent = JSON.stringify(typed());
    const body = new FormData(form);
    for (const name of [...body.keys()].filter(name => name.startsWith("Proof."))) body.delete(name);
    try {
      const answer = await fetch(form.dataset.autosaveTo, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "error" });
      if (!answer.headers.get("content-type")?.includes("json")) throw new Error("not our answer");
      const said = await answer.json();
      if (answer.ok) seen.value = said.seen;
      if (answer.ok && sent === JSON.stringify(typed())) forget();
      say(said.text, !answer.ok);
    } catch {
      say(words.offline);
    }
  }

  form.addEventListener("input", () => {
    keep();
    clearTimeout(waiting);
    waiting = setTimeout(save, pause);
  });
  form.addEventListener("submit", () => { clearTimeout(waiting); if (navigator.onLine) forget(); else keep(); });
  addEventListener("online", () => { if (localStorage.getItem(key)) save(); });

  // What was typed here and never saved comes back; when somebody saved since, it is shown and not sent by itself.
  const left = JSON.parse(localStorage.getItem(key) ?? "null");
  if (left && JSON.stringify(left.typed) !== JSON.stringify(typed())) {
    for (const field of fields()) {
      const found = left.typed.find(([name, value]) => name === field.name && (field.type !== "radio" && field.type !== "checkbox" || value === field.value));
      if (!found) continue;
      if (found[2] === null) field.value = found[1]; else field.checked = found[2];
    }
    if (left.seen === seen.value) { say(words.restored); waiting = setTimeout(save, pause); }
    else say(words.overtaken, true);
  } else if (left) {
    forget();
  }
}
