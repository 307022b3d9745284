/** Shows the target of a link even where a filter has hidden it. */
function reveal(target) {
  const filtered = target.closest("[data-st][hidden]");
  if (!filtered) return;
  filtered.hidden = false;
  target.scrollIntoView();
}

/** Lights up the whole of a claim in its text, wherever other marks cut it. */
function flash(target) {
  for (const lit of document.querySelectorAll(".exact .flash")) lit.classList.remove("flash");
  if (!target.id.startsWith("c-")) return;
  const id = CSS.escape(target.id.slice(2));
  for (const piece of document.querySelectorAll(`.exact [data-c~="${id}"]`)) piece.classList.add("flash");
}

function follow() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  reveal(target);
  flash(target);
}

function startLinks() {
  window.addEventListener("hashchange", follow);
  // A second click on the same link changes no hash, but a filter may have hidden its target since.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) follow();
  });
  follow();
}
