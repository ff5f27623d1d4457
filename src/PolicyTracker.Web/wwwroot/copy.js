// Copies a file's text; the button shows only where that can work.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = document.querySelector("[data-copied]");
    try {
      const file = await fetch(button.dataset.copy);
      await navigator.clipboard.writeText(await file.text());
      said.textContent = said.dataset.done;
    } catch {
      said.textContent = said.dataset.fault;
    }
  });
}
