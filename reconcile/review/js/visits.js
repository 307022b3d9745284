/** Pages of the desk come by fetch and take the place of the one that is shown, so that nothing that was
    typed is lost when the server does not answer, or answers that it could not save. */
import { forgetDraft, keepDraft, restoreDraft } from "./drafts.js";

const PARTS = ["top", "filters", "count", "rows", "finding"];
let current = null;
let waiting = null;
let problems = 0;

/** Ends when the page that is on its way is shown; tells how often something could not be done so far. */
export async function settled() {
  await current;
  return problems;
}

export function problemCount() {
  return problems;
}

function tellProblem(sentence) {
  const problem = document.getElementById("problem");
  problem.textContent = sentence;
  problem.hidden = !sentence;
}

function tell(sentence) {
  document.getElementById("live").textContent = sentence;
}

function unreachable() {
  return (
    `The desk cannot be reached: nothing was saved just now, and what you entered stays on this page. ` +
    `Start reconcile review again with --port ${location.port}, open its new link in another tab, then go on here.`
  );
}

function replaceParts(page, kept) {
  const isSameKind = PARTS.every((id) => document.getElementById(id) && page.getElementById(id));
  const rows = document.getElementById("rows")?.scrollTop;
  const isEvidenceOpen = document.getElementById("evidence")?.open;
  if (!isSameKind) document.getElementById("desk").replaceWith(page.getElementById("desk"));
  else for (const id of PARTS) if (id !== kept) document.getElementById(id).replaceWith(page.getElementById(id));
  document.title = page.title;
  if (rows) document.getElementById("rows")?.scrollTo(0, rows);
  if (isEvidenceOpen) document.getElementById("evidence")?.setAttribute("open", "");
  showCurrentRow();
}

function showCurrentRow() {
  const rows = document.getElementById("rows");
  const row = rows?.querySelector("[aria-current]");
  // Only inside the list: on a telephone the list is not what is being read.
  if (!row || rows.scrollHeight <= rows.clientHeight) return;
  const { top, bottom } = row.getBoundingClientRect();
  const frame = rows.getBoundingClientRect();
  if (top < frame.top) rows.scrollBy(0, top - frame.top - 8);
  if (bottom > frame.bottom) rows.scrollBy(0, bottom - frame.bottom + 8);
}

function moveFocus(kept) {
  if (kept) return;
  const problem = document.querySelector("#message.is-problem");
  (problem || document.getElementById("finding-title"))?.focus();
}

/** What a reader of the screen is told; a problem is read to them because it gets the focus. */
function announcement() {
  return document.querySelector("#message:not(.is-problem) #message-text")?.textContent;
}

/** Shows the answer; false where it is no page of the desk. */
function show(page, response, { isDecision, kept, push }) {
  if (!page.getElementById("desk")) {
    tellProblem(page.querySelector(".sentence")?.textContent || `The desk answered ${response.status}.`);
    return false;
  }
  if (isDecision && response.ok) forgetDraft();
  else keepDraft();
  replaceParts(page, kept);
  // The form of a decision that was refused comes back with what was entered.
  if (!isDecision || response.ok) restoreDraft();
  const address = new URL(response.url);
  address.searchParams.delete("saved");
  address.searchParams.delete("undone");
  if (push && response.ok) history.pushState(null, "", address);
  tellProblem("");
  const isProblem = document.querySelector("#message.is-problem") !== null;
  tell(announcement() || (kept && !isProblem ? `${document.getElementById("count").textContent} findings` : ""));
  moveFocus(kept);
  return true;
}

/** Asks for a page and shows it, one at a time: of those asked for meanwhile the last one follows.
    `kept` is a part that stays because somebody types in it. */
export function visit(url, options = {}) {
  if (current && options.body) {
    problems += 1;
    tellProblem("Not sent: the desk was still busy. Try again.");
  } else if (current) waiting = [url, options];
  else current = askInTurn(url, options);
  return current;
}

async function askInTurn(url, options) {
  const release = holdButtons();
  const before = problems;
  try {
    await ask(url, options);
    // Where something could not be done, the page that says so stays.
    while (waiting && problems === before) {
      const [nextUrl, nextOptions] = waiting;
      waiting = null;
      await ask(nextUrl, nextOptions);
    }
  } finally {
    waiting = null;
    current = null;
    release();
  }
}

/** Nothing can be sent twice, or about a page that is about to go; returns what ends that. */
function holdButtons() {
  const focused = document.activeElement;
  const buttons = [...document.querySelectorAll("#desk form[method=post] button")];
  for (const button of buttons) button.disabled = true;
  return () => {
    for (const button of buttons) button.disabled = false;
    if (document.activeElement === document.body && focused?.isConnected) focused.focus();
  };
}

async function ask(url, { body = null, isDecision = false, kept = null, push = true }) {
  try {
    const response = await fetch(url, { method: body ? "POST" : "GET", body, cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const isShown = show(page, response, { isDecision, kept, push });
    if (!isShown || !response.ok) problems += 1;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    problems += 1;
    tellProblem(unreachable());
  }
}

function submit(event) {
  const form = event.target;
  if (form.method === "dialog") return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  if (form.method === "get") visit(`${form.getAttribute("action")}?${filled(fields)}`, { kept: "filters" });
  else visit(form.action, { body: fields, isDecision: form.id === "decision" });
}

/** The filters that ask for something; what can be taken back at once stays so while they change. */
function filled(fields) {
  const saved = document.getElementById("message")?.dataset.saved;
  return new URLSearchParams([...fields, ...(saved ? [["saved", saved]] : [])].filter(([, value]) => value !== ""));
}

function follow(event) {
  const link = event.target.closest("a[href^='/']");
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || link.hasAttribute("download") || !isPlain) return;
  event.preventDefault();
  visit(link.href);
}

/** Filters act at once; while somebody types, after a pause. */
function startFilters() {
  let timer = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.closest("#filters");
    if (!form) return;
    clearTimeout(timer);
    timer = setTimeout(() => form.isConnected && form.requestSubmit(), event.target.id === "q" ? 250 : 0);
  });
}

export function startVisits() {
  document.addEventListener("submit", submit);
  document.addEventListener("click", follow);
  window.addEventListener("popstate", () => visit(location.href, { push: false }));
  startFilters();
  showCurrentRow();
  const address = new URL(location.href);
  tell(announcement() || "");
  address.searchParams.delete("saved");
  address.searchParams.delete("undone");
  history.replaceState(null, "", address);
}
