/** Says a sentence of the page to readers, through the one permanent live region. */
export function say(text) {
  const live = document.getElementById("live");
  if (live && text) {
    live.textContent = "";
    // a change in a later turn is announced even when the words are the same
    requestAnimationFrame(() => {
      live.textContent = text;
    });
  }
}

/** Opens a dialog with the focus on its heading, so that it is read from the start. */
export function ask(dialog) {
  if (!dialog.open) {
    dialog.showModal();
    dialog.querySelector("h2")?.focus();
  }
}
