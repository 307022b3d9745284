/** On a wide window the filters lie open in the bar, on a narrow one behind a word. */
function fitPanel(panel, isNarrow) {
  panel.open = !isNarrow;
}

function closeFilters(except) {
  for (const filter of document.querySelectorAll(".filter[open]")) {
    if (filter !== except) filter.open = false;
  }
}

function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  const open = document.querySelector(".filter[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
}

/** Tells the style sheet how high the bar is, and how much of it the links to the sections are. */
function measureBar(bar, isNarrow) {
  const sections = document.getElementById("sections").offsetHeight;
  const style = document.documentElement.style;
  style.setProperty("--sections-height", `${sections}px`);
  style.setProperty("--bar-height", `${bar.offsetHeight - (isNarrow ? sections : 0)}px`);
}

function startPanels() {
  const panel = document.getElementById("filter-panel");
  const narrow = window.matchMedia("(max-width: 60rem)");
  fitPanel(panel, narrow.matches);
  narrow.addEventListener("change", () => fitPanel(panel, narrow.matches));
  document.addEventListener("click", (event) => closeFilters(event.target.closest(".filter")));
  document.addEventListener("keydown", closeOnEscape);
  const bar = document.getElementById("bar");
  // An open panel on a telephone covers much of the window, but not for long.
  const measure = () => (panel.open && narrow.matches) || measureBar(bar, narrow.matches);
  new ResizeObserver(measure).observe(bar);
}
