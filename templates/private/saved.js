// A page that somebody saved, opened here with its code.
const form = document.querySelector("form");
const file = document.getElementById("file");
const code = document.getElementById("code");
const state = document.getElementById("state");
const shell = document.querySelector("main");

// A link, what stands after # in it, or the code that is typed.
function keyOf(text) {
  const end = text.trim().split("#").pop();
  const read = readTyped(end);
  return read.secret ? linkOf(read.secret) : end;
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  try {
    const saved = await file.files[0].text();
    const [, envelope] = /<script type="application\/json" id="sealed">([^<]*)</.exec(saved);
    const page = parsed(await opened(envelope, keyOf(code.value)));
    shell.remove();
    state.textContent = "The page is open. To hide it, close this window.";
    document.body.append(...page);
  } catch {
    state.textContent = "This file cannot be opened with this code.";
  }
});
