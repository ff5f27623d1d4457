// Light or dark: what the reader chose, else what the system prefers. Without this script the system's choice stands.
(() => {
  const root = document.documentElement;
  const kept = localStorage.getItem("theme");
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  root.dataset.script = "on"; // the button shows where it can work
  document.addEventListener("click", e => {
    if (!e.target.closest || !e.target.closest("[data-theme-toggle]")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", root.dataset.theme);
  });
})();
