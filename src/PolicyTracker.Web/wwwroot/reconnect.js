// What an editor typed is kept on the server, so a page whose circuit is gone for good can simply be loaded again.
const modal = document.getElementById("components-reconnect-modal");
modal.addEventListener("components-reconnect-state-changed", e => {
  if (e.detail.state === "rejected") location.reload();
});
modal.querySelector("button").addEventListener("click", async () => {
  if (!await Blazor.reconnect()) location.reload();
});
