import { problemCount, settled } from "./visits.js";

/** Single keys, as the page shows them on its buttons. They can be switched off (WCAG 2.2, 2.1.4). */
const SWITCH = "reconcile-single-keys";

let line = Promise.resolve();

const click = (selector) => document.querySelector(selector)?.click();
const focus = (selector) => document.querySelector(selector)?.focus();

const ACTIONS = {
  c: () => click("#decide-confirmed"),
  n: () => click("#decide-not-a-discrepancy"),
  u: () => click("#decide-undecided"),
  z: () => click("#message .undo button, .judgements .undo button"),
  j: () => click("#next"),
  ArrowRight: () => click("#next"),
  k: () => click("#previous"),
  ArrowLeft: () => click("#previous"),
  p: () => focus(".forms input[type=radio]:checked"),
  e: () => focus("#note"),
  v: () => click("#evidence > summary"),
  "/": () => focus("#q"),
  "?": () => document.getElementById("keys").showModal(),
};

function isTyping(target) {
  return target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

function leave(target) {
  if (isTyping(target)) focus("#finding-title");
}

function press(event) {
  // Filling in a form for the user sends events without a key.
  if (!event.key || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") leave(event.target);
  const isArrowOfRadio = event.key.startsWith("Arrow") && event.target.matches("input");
  if (!(event.key in ACTIONS) || isTyping(event.target) || isArrowOfRadio) return;
  if (document.getElementById("keys").open || !document.getElementById("single-keys").checked) return;
  event.preventDefault();
  // A key that is held decides once, not about finding after finding.
  if (!event.repeat) line = line.then(() => act(event.key));
}

/** Keys that come faster than pages wait for the page that they are meant for; where one could not be had,
    or something is being typed by then, they are meant for nothing any more. */
async function act(key) {
  const before = problemCount();
  if ((await settled()) === before && !isTyping(document.activeElement)) ACTIONS[key]();
}

function startSwitch() {
  const box = document.getElementById("single-keys");
  const show = () => document.documentElement.classList.toggle("keys-off", !box.checked);
  box.checked = localStorage.getItem(SWITCH) !== "off";
  box.addEventListener("change", () => {
    localStorage.setItem(SWITCH, box.checked ? "on" : "off");
    show();
  });
  show();
}

export function startKeys() {
  startSwitch();
  document.addEventListener("keydown", press);
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-key='?']")) ACTIONS["?"]();
  });
}
