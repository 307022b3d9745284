/** What was entered and not yet saved, kept for each finding while the page is open. */
const drafts = new Map();

const formOf = (root) => root.querySelector("#decision");
const findingOf = () => document.getElementById("finding")?.dataset.finding;

function isChanged(field) {
  if (field.type === "radio") return field.checked !== field.defaultChecked;
  return field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue;
}

function isUnsent(form) {
  return "unsent" in form.dataset || Array.from(form.elements).some(isChanged);
}

/** Remembers the form that is about to go, unless it says what is saved. */
export function keepDraft() {
  const form = formOf(document);
  if (!form) return;
  if (isUnsent(form)) drafts.set(findingOf(), new FormData(form));
  else drafts.delete(findingOf());
}

export function forgetDraft() {
  drafts.delete(findingOf());
}

/** Puts back into a fresh form what was entered there before. */
export function restoreDraft() {
  const form = formOf(document);
  const draft = form && drafts.get(findingOf());
  if (!draft) return;
  form.dataset.unsent = "";
  // After another run the same place among the choices may be other words.
  const isSameRun = draft.get("run") === form.elements.run.value || draft.get("preferred") === "own";
  for (const name of ["note", "own", ...(isSameRun ? ["preferred"] : [])]) {
    if (form.elements[name] && draft.has(name)) form.elements[name].value = draft.get(name);
  }
}

export function startDrafts() {
  window.addEventListener("beforeunload", (event) => {
    const form = formOf(document);
    if (drafts.size > 0 || (form && isUnsent(form))) event.preventDefault();
  });
  document.addEventListener("input", (event) => {
    if (event.target.id === "own") document.getElementById("own-choice").checked = true;
  });
}
