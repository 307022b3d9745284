/** What the script adds to pages that work without it: keys, and pages that come without losing what was typed. */
import { startDrafts } from "./drafts.js";
import { startKeys } from "./keys.js";
import { startVisits } from "./visits.js";

document.documentElement.classList.add("has-script");
startDrafts();
startVisits();
startKeys();
