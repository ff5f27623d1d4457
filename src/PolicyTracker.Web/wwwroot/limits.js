// A browser cuts what is pasted off at a field's limit and says nothing. Here nothing is pasted, and it is said why.
document.addEventListener("paste", e => {
  const field = e.target, pasted = e.clipboardData?.getData("text/plain") ?? "";
  if (!(field.maxLength > 0) || field.readOnly) return;
  const left = field.maxLength - (field.value.length - (field.selectionEnd - field.selectionStart)), said = document.getElementById("too-long");
  said.hidden = pasted.length <= left;
  if (said.hidden) return;
  e.preventDefault();
  const numbers = [pasted.length, field.maxLength, left].map(n => n.toLocaleString(document.documentElement.lang));
  said.textContent = said.dataset.text.replace(/\{(\d)\}/g, (_, place) => numbers[place]);
}, true);
document.addEventListener("input", () => { document.getElementById("too-long").hidden = true; }, true);
