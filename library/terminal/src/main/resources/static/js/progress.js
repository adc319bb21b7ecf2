import { say } from "./say.js";

// An element with data-poll="/path" (and data-poll-seconds, data-poll-said) is replaced by what the path answers, a
// piece of page whose root has the same id, until that piece carries data-done. The place keeps its id and its focus.

async function fresh(place) {
  const answer = await fetch(place.dataset.poll, {
    credentials: "same-origin",
    redirect: "error",
    // a page that looks by itself is not a person who works: the idle time runs on
    headers: { "Bansho-Poll": "true" },
  });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  const piece = new DOMParser().parseFromString(await answer.text(), "text/html");
  return piece.getElementById(place.id);
}

async function poll(place) {
  let next = null;
  try {
    next = await fresh(place);
  } catch {
    // the next turn tries again; a lost session ends with the lock
  }
  if (next && place.contains(document.activeElement)) {
    // somebody is in it: change the words another time
    next = null;
  }
  if (next) {
    place.replaceWith(next);
    if (next.hasAttribute("data-done")) {
      say(next.dataset.pollSaid ?? next.textContent.trim());
      return;
    }
  }
  wait(next ?? place);
}

function wait(place) {
  const seconds = Math.max(1, Number(place.dataset.pollSeconds ?? 3));
  setTimeout(() => poll(place), seconds * 1000);
}

export function startProgress() {
  document.querySelectorAll("[data-poll]:not([data-done])").forEach(wait);
}
