"use strict";

const NAMES = ["st", "k", "sev", "src", "d"];
const LISTS = [
  ["findings", "findings"],
  ["statements", "shared"],
  ["lone", "single"],
];

/** Every element that a filter can hide, with the words that the filters ask for, read once. */
function readItems() {
  return Array.from(document.querySelectorAll("[data-st]"), (element) => ({
    element,
    list: element.closest("[data-list]").dataset.list,
    confidence: Number(element.dataset.c),
    words: Object.fromEntries(NAMES.map((name) => [name, (element.dataset[name] || "").split(" ")])),
  }));
}

/** What is ticked, by name; a name without a tick asks for nothing. */
function readWanted(form) {
  const wanted = { least: Number(form.elements.c.value), words: new Map() };
  for (const box of form.querySelectorAll("input:checked")) {
    if (!wanted.words.has(box.name)) wanted.words.set(box.name, new Set());
    wanted.words.get(box.name).add(box.value);
  }
  return wanted;
}

function fits(item, wanted) {
  if (item.confidence < wanted.least) return false;
  for (const [name, values] of wanted.words) {
    if (!item.words[name].some((word) => values.has(word))) return false;
  }
  return true;
}

/** Hides what does not fit; returns for each list how many are shown, and of how many. */
function applyFilters(items, wanted) {
  const counts = Object.fromEntries(LISTS.map(([list]) => [list, { shown: 0, all: 0 }]));
  for (const item of items) {
    const isShown = fits(item, wanted);
    if (item.element.hidden === isShown) item.element.hidden = !isShown;
    counts[item.list].all += 1;
    if (isShown) counts[item.list].shown += 1;
  }
  return counts;
}

function tellCounts(counts) {
  const parts = LISTS.filter(([list]) => counts[list].all > 0).map(
    ([list, noun]) => `${counts[list].shown} of ${counts[list].all} ${noun}`,
  );
  document.getElementById("shown").textContent = parts.join(" · ");
  for (const [list] of LISTS) {
    const { shown, all } = counts[list];
    document.querySelector(`[data-empty="${list}"]`).hidden = shown > 0 || all === 0;
  }
}

function tellChosen(form) {
  for (const filter of form.querySelectorAll(".filter")) {
    const ticked = filter.querySelectorAll("input:checked").length;
    filter.querySelector(".chosen").textContent = ticked ? `: ${ticked}` : "";
  }
  form.querySelector("output").textContent = Number(form.elements.c.value).toFixed(2);
}

function startFilters(form) {
  const items = readItems();
  const update = () => {
    tellChosen(form);
    tellCounts(applyFilters(items, readWanted(form)));
  };
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The boxes are cleared only after the event.
  form.addEventListener("reset", () => setTimeout(update));
  form.hidden = false;
  document.getElementById("shown").hidden = false;
  update();
}
