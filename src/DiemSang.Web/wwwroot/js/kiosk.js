// A survey on a shared screen: one address, one history entry, and the first page again as soon as a visitor is done or gone.
// The page works without this file (a cookie and a refresh do the same, less smoothly).

const { start, idle, thanks } = document.querySelector("script[data-start]").dataset;
let clock;

function begin() { location.replace(start); }

function wait() {
  clearTimeout(clock);
  const view = document.querySelector("[data-view]").dataset.view;
  const untouched = view === "Questions" && !document.querySelector("button[value=back]") && !document.querySelector("input:checked");
  if (!untouched) clock = setTimeout(begin, 1000 * (view === "Questions" ? idle : thanks));
}

for (const kind of ["pointerdown", "keydown", "input", "scroll"]) addEventListener(kind, wait, { passive: true });

// Sent without leaving the address: Back and Reload find the start, not somebody's answers.
document.addEventListener("submit", async event => {
  event.preventDefault();
  const form = event.target, button = event.submitter;
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const fields = new FormData(form, button);
  try {
    const answer = await fetch(button?.getAttribute("formaction") ?? form.action, { method: "POST", body: new URLSearchParams(fields), cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.documentElement.lang = page.documentElement.lang;
    document.querySelector("main").replaceWith(page.querySelector("main"));
    scrollTo(0, 0);
    document.querySelector("main").focus();
  } catch {
    // The line is down: the answers stay on the screen, and can be sent again.
    delete form.dataset.sent;
  }
  wait();
});

// A page brought back from memory belongs to somebody who has left.
addEventListener("pageshow", event => { if (event.persisted) begin(); });
wait();
