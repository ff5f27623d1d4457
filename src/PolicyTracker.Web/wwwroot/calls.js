// Calls from a script to the page's component on the server. A page that goes takes its calls along: after close() none is
// sent, and one that is under way is no error whatever becomes of it.
export function caller(page) {
  let isOpen = true;
  return {
    async call(name, ...values) {
      if (!isOpen) return;
      try {
        return await page.invokeMethodAsync(name, ...values);
      } catch (error) {
        if (isOpen) throw error;
      }
    },
    close() { isOpen = false; },
  };
}
