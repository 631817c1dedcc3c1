// Small conveniences on pages that already work without them.

// A second tap on a slow line must not send the form twice.
document.addEventListener("submit", event => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (event.target.dataset.sent) {
    event.preventDefault();
    return;
  }
  event.target.dataset.sent = "yes";
  event.target.setAttribute("aria-busy", "true");
});

// Coming back with the browser's Back button finds the form ready again.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

// An open menu closes when the person looks elsewhere or presses Escape.
document.addEventListener("click", event => closeMenusExcept(event.target.closest("details.menu")));
document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  closeMenusExcept(null);
  menu?.querySelector("summary").focus();
});

function closeMenusExcept(kept) {
  document.querySelectorAll("details.menu[open]").forEach(menu => { if (menu !== kept) menu.open = false; });
}

// A file may be dropped anywhere on the field.
for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, event => {
    const field = event.target.closest?.(".file-drop");
    if (!field) return;
    event.preventDefault();
    field.classList.toggle("is-over", kind === "dragover");
    if (kind === "drop") field.querySelector("input[type=file]").files = event.dataTransfer.files;
  });
}

// After an error the person is taken to the summary, with or without a screen reader.
document.querySelector("[data-error-summary]")?.focus();
