import { ask } from "./say.js";

// Enter next field, Shift+Enter back, Ctrl+Enter main action, Esc back, F2 search. F6–F10 belong to the input method.
const FIELDS = "input:not([type=hidden]), select, textarea, button";
const MOVES = "form[data-enter-moves]";

let typed = false;
let leaving = null;

function composing(event) {
  return event.isComposing || event.keyCode === 229;
}

function seen(element) {
  return element.getClientRects().length > 0 && !element.disabled;
}

// one stop for each group of radios, as with the Tab key
function stops(form) {
  const groups = new Set();
  return [...form.querySelectorAll(FIELDS)].filter((field) => {
    if (!seen(field)) {
      return false;
    }
    if (field.type !== "radio") {
      return true;
    }
    const group = [...form.elements].filter((other) => other.type === "radio" && other.name === field.name);
    const chosen = group.find((other) => other.checked) ?? group[0];
    const first = !groups.has(field.name) && field === chosen;
    if (first) {
      groups.add(field.name);
    }
    return first;
  });
}

function mainButton() {
  const form = document.activeElement?.closest("form");
  return form?.querySelector("[data-main]") ?? document.querySelector("[data-main]");
}

function moves(event) {
  const field = event.target;
  const form = field.closest?.(MOVES);
  const acts = field.matches?.("textarea, button, a, summary, [type=submit], [type=file]");
  if (!form || acts || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  event.preventDefault();
  const all = stops(form);
  const here = all.findIndex((other) => other === field || (field.type === "radio" && other.name === field.name));
  const next = all[here + (event.shiftKey ? -1 : 1)];
  next?.focus();
  if (next?.matches("input[type=text], input[type=search]")) {
    next.select();
  }
}

function goBack(event) {
  const back = document.querySelector("a[data-back]");
  if (!back || document.querySelector("dialog[open]")) {
    return;
  }
  event.preventDefault();
  back.click();
}

function onKey(event) {
  if (composing(event) || event.defaultPrevented) {
    return;
  }
  if (event.key === "Enter" && event.ctrlKey) {
    const main = mainButton();
    if (main && !document.querySelector("dialog[open]")) {
      event.preventDefault();
      main.click();
    }
  } else if (event.key === "Enter") {
    moves(event);
  } else if (event.key === "Escape") {
    goBack(event);
  } else if (event.key === "F2") {
    const search = document.querySelector("[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }
}

function showKeys() {
  const row = document.getElementById("keys");
  if (!row) {
    return;
  }
  const main = document.querySelector("[data-main]");
  const works = {
    search: document.querySelector("[data-search]"),
    next: document.querySelector(MOVES),
    previous: document.querySelector(MOVES),
    main,
    back: document.querySelector("a[data-back]"),
  };
  for (const item of row.querySelectorAll("[data-key]")) {
    item.hidden = !works[item.dataset.key];
  }
  if (main) {
    row.querySelector("[data-key-main]").textContent = main.textContent.trim();
  }
  row.hidden = !Object.values(works).some(Boolean);
}

// Going back with something typed asks first; only the link 戻る does, never the closing of the window.
function guardBack() {
  const dialog = document.getElementById("leave-notice");
  document.addEventListener("input", (event) => {
    typed ||= Boolean(event.target.closest?.("form[method=post]"));
  });
  document.addEventListener("click", (event) => {
    const back = event.target.closest?.("a[data-back]");
    if (back && typed && dialog && leaving === null) {
      event.preventDefault();
      leaving = back.href;
      ask(dialog);
    }
  });
  dialog?.addEventListener("close", () => {
    leaving = null;
  });
  dialog?.querySelector("[data-leave=go]").addEventListener("click", () => location.assign(leaving));
  dialog?.querySelector("[data-leave=stay]").addEventListener("click", () => dialog.close());
}

// A second click does not send a second time. Runs last, so that a passkey may still hold the form back.
function guardTwice() {
  window.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    for (const button of form.querySelectorAll("button:not([type=button])")) {
      button.setAttribute("aria-disabled", "true");
    }
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
    }
  });
}

export function startKeys() {
  document.addEventListener("keydown", onKey);
  guardBack();
  guardTwice();
  showKeys();
}
