// The one script of all screens. Everything works without it but passkeys; it adds keys, care and comfort.
// No words stand here: what people read comes with the page in their language.
import { startKeys } from "./keys.js";
import { startPasskeys } from "./passkey.js";
import { startProgress } from "./progress.js";
import { startReveal } from "./reveal.js";
import { startSession } from "./session.js";

startKeys();
startPasskeys();
startReveal();
startSession();
startProgress();

// What went wrong is read first.
document.querySelector("[data-focus]")?.focus();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
