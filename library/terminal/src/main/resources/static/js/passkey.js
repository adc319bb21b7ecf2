import { say } from "./say.js";

// A form with an element data-passkey asks the authenticator before it is sent (WebAuthn Level 3) and sends the answer
// as JSON in `credential`, all octets base64url. Pressing the button again is the retry.

function octets(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (octet) => String.fromCharCode(octet)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function known(list) {
  return (list ?? []).map((credential) => ({ ...credential, id: octets(credential.id) }));
}

async function create(options) {
  const publicKey = {
    ...options,
    challenge: octets(options.challenge),
    user: { ...options.user, id: octets(options.user.id) },
    excludeCredentials: known(options.excludeCredentials),
  };
  const credential = await navigator.credentials.create({ publicKey });
  const { response } = credential;
  return answer(credential, {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  });
}

async function get(options) {
  const publicKey = {
    ...options,
    challenge: octets(options.challenge),
    allowCredentials: known(options.allowCredentials),
  };
  const credential = await navigator.credentials.get({ publicKey });
  const { response } = credential;
  return answer(credential, {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : null,
  });
}

function answer(credential, response) {
  return { id: credential.id, rawId: text(credential.rawId), type: credential.type, response };
}

function words(place, name) {
  const texts = [...place.querySelectorAll("[data-passkey-text]")];
  const found = texts.find((item) => item.dataset.passkeyText === name);
  return (found ?? texts.find((item) => item.dataset.passkeyText === "other"))?.textContent ?? "";
}

function tell(place, name) {
  const sentence = name ? words(place, name) : "";
  place.querySelector("[data-passkey-problem]").textContent = sentence && `＊${sentence}`;
}

async function hold(form, place, submitter) {
  const waiting = place.querySelector("[data-passkey-text=waiting]");
  tell(place, null);
  waiting.hidden = false;
  say(waiting.textContent);
  try {
    const options = JSON.parse(place.dataset.options);
    const credential = await (place.dataset.passkey === "create" ? create(options) : get(options));
    form.elements.namedItem("credential").value = JSON.stringify(credential);
    form.requestSubmit(submitter);
  } catch (problem) {
    tell(place, problem.name);
  } finally {
    waiting.hidden = true;
    delete place.dataset.asking;
  }
}

function onSubmit(event) {
  const form = event.target;
  const place = form.querySelector("[data-passkey]");
  if (!place || form.elements.namedItem("credential").value) {
    return;
  }
  event.preventDefault();
  if (!navigator.credentials || !window.PublicKeyCredential) {
    tell(place, "unsupported");
  } else if (!place.dataset.asking) {
    place.dataset.asking = "true";
    hold(form, place, event.submitter);
  }
}

export function startPasskeys() {
  document.addEventListener("submit", onSubmit);
  // coming back to the page: an old answer is worth nothing
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("[data-passkey] input[name=credential]").forEach((input) => {
      input.value = "";
    });
  });
}
