// What was refused names its field: the field is marked, and gets the focus that the button had.
const plain = name => name.replaceAll("-", "").replace(/Id$/, "").toLowerCase();
const mark = () => {
  const fault = document.getElementById("fault");
  const form = fault?.closest("form") ?? fault?.parentElement.parentElement.querySelector("form");
  const field = fault?.dataset.field && [...form?.elements ?? []].find(e => e.name && plain(e.name) === plain(fault.dataset.field));
  for (const marked of document.querySelectorAll("[aria-errormessage=fault]")) {
    if (marked === field) continue;
    marked.removeAttribute("aria-invalid");
    marked.removeAttribute("aria-errormessage");
  }
  if (!field || field.getAttribute("aria-errormessage") === "fault") return;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-errormessage", "fault");
  if (!document.activeElement || document.activeElement === document.body || document.activeElement.matches("button")) field.focus();
};
new MutationObserver(mark).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-field"] });
