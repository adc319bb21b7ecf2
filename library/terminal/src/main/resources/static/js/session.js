import { ask } from "./say.js";

// Before the idle lock: a notice at least a minute ahead, one button to go on, and the lock when the time is over.
// Another window of the same terminal that is being worked in keeps this one open too.
const LEAST_NOTICE = 60;
const NOTICE = 120;

export function startSession() {
  const idle = Number(document.body.dataset.idleSeconds);
  const dialog = document.getElementById("session-notice");
  if (!idle || !dialog) {
    return;
  }
  const notice = Math.max(LEAST_NOTICE, Math.min(NOTICE, idle / 4));
  const left = dialog.querySelector("[data-session-left]");
  const others = new BroadcastChannel("bansho-session");
  let since = Date.now();

  const fresh = () => {
    since = Date.now();
    if (dialog.open) {
      dialog.close();
    }
  };

  const extend = async () => {
    const token = document.querySelector("meta[name=csrf]");
    const answer = await fetch(dialog.dataset.extend, {
      method: "POST",
      credentials: "same-origin",
      redirect: "manual",
      headers: token ? { [token.dataset.header]: token.content } : {},
    }).catch(() => null);
    if (answer?.ok) {
      fresh();
      others.postMessage("extended");
    } else {
      location.assign(dialog.dataset.lock);
    }
  };

  const tick = () => {
    const seconds = Math.ceil(idle - (Date.now() - since) / 1000);
    if (seconds <= 0) {
      location.assign(dialog.dataset.lock);
    } else if (seconds <= notice) {
      left.textContent = String(seconds);
      ask(dialog);
    }
  };

  dialog.querySelector("[data-session-extend]").addEventListener("click", extend);
  // Esc on the notice means: I am here
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    extend();
  });
  others.addEventListener("message", fresh);
  others.postMessage("loaded");
  setInterval(tick, 1000);
}
