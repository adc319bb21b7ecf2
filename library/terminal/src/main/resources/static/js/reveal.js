import { say } from "./say.js";

// A shown number leaves the page when its time is over, when the page is out of sight, and before anything is printed.

function start(section) {
  const until = Date.now() + Number(section.dataset.revealSeconds) * 1000;
  const left = section.querySelector("[data-reveal-left]");
  let timer = 0;

  const end = () => {
    if (section.isConnected) {
      clearInterval(timer);
      section.remove();
      say(section.dataset.gone);
      document.getElementById("main")?.focus();
    }
  };
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    left.textContent = String(seconds);
    if (seconds === 0) {
      end();
    }
  };

  timer = setInterval(tick, 250);
  section.querySelector("[data-reveal-hide]").addEventListener("click", (event) => {
    event.preventDefault();
    end();
  });
  section.addEventListener("copy", (event) => event.preventDefault());
  document.addEventListener("visibilitychange", () => document.hidden && end());
  window.addEventListener("blur", end);
  window.addEventListener("beforeprint", end);
  // a page kept for the way back must not keep the number
  window.addEventListener("pagehide", end);
}

export function startReveal() {
  document.querySelectorAll("[data-reveal-seconds]").forEach(start);
}
