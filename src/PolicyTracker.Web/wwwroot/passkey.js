// Asks the browser for a passkey and posts what it gives. Without support for that, the forms stay hidden.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  form.hidden = false;
  const said = form.querySelector("[role=alert]"), token = form.querySelector("[name=__RequestVerificationToken]").value;
  form.addEventListener("submit", async e => {
    if (form.elements.Credential.value) return; // it is there: the form goes its way
    e.preventDefault();
    said.hidden = true;
    try {
      const isNew = form.dataset.passkey === "new";
      const answer = await fetch(isNew ? "/account/passkeys/new" : "/account/passkeys/ask", { method: "POST", headers: { RequestVerificationToken: token } });
      if (!answer.ok) throw new Error();
      const options = await answer.json();
      const credential = isNew
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.Credential.value = JSON.stringify(credential);
      form.requestSubmit();
    } catch {
      said.textContent = said.dataset.text;
      said.hidden = false;
    }
  });
}
