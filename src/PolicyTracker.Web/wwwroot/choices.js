// Enter in a field that finds records by their names takes one of them; the form around it is not sent by that.
document.addEventListener("keydown", e => {
  if (e.key === "Enter" && e.target.matches?.("input[role=combobox]")) e.preventDefault();
}, true);
// Space chooses the edit that one is at; the page does not go on by it.
document.addEventListener("keydown", e => {
  if (e.key === " " && e.target.matches?.("[data-desk-item]")) e.preventDefault();
}, true);
