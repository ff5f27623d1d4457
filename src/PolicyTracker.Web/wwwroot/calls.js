// Calls from a script to the page's component on the server. A page that goes takes its calls along: after close() none is
// sent, and one that is under way is no error whatever becomes of it.
export function caller(page) {
  let isOpen = true, last = 0;
  const waiting = []; // numbered calls that the server has not answered yet
  async function call(name, ...values) {
    if (!isOpen) return;
    try {
      return await page.invokeMethodAsync(name, ...values);
    } catch (error) {
      if (isOpen) throw error;
    }
  }
  async function send(one) {
    try {
      await call(one.name, one.number, ...one.values);
    } finally {
      const at = waiting.indexOf(one);
      if (at >= 0) waiting.splice(at, 1);
    }
  }
  // What was sent while the line was lost is sent again, in its order; the server does nothing twice.
  const again = e => { if (e.detail.state === "hide") waiting.slice().forEach(send); };
  const modal = document.getElementById("components-reconnect-modal");
  modal?.addEventListener("components-reconnect-state-changed", again);
  return {
    call,
    // A call that is never lost and never done twice; the method is given its number first.
    keep(name, ...values) {
      const one = { name, number: ++last, values };
      waiting.push(one);
      return send(one);
    },
    close() {
      isOpen = false;
      modal?.removeEventListener("components-reconnect-state-changed", again);
    },
  };
}
