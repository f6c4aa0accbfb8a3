// Where the code of a letter is typed: it becomes the address of its page, and nothing is sent.
const form = document.querySelector("form");
const code = document.getElementById("code");
const state = document.getElementById("state");

function say(name, group = "") {
  state.textContent = state.dataset[name].replace("{group}", group);
  code.setAttribute("aria-invalid", "true");
  code.focus();
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  if (top !== self) return say("framed");
  if (!isSecureContext || !crypto.subtle) return say("https");
  const read = readTyped(code.value);
  if (read.wrong) return say(read.wrong, read.group);
  location.href = `${form.dataset.pages}${await pageId(read.secret)}/#${linkOf(read.secret)}`;
});
code.addEventListener("input", () => {
  state.textContent = "";
  code.removeAttribute("aria-invalid");
});
addEventListener("pagehide", () => form.reset());
if (!isSecureContext) say("https");
