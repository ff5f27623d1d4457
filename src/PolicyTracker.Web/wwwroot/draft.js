// A tab keeps its name through reloads and restarts of the server. A tab that was duplicated takes its original's
// storage along, so a name that another tab holds is given up for a new one (locks end with their tab).
// Two forms of a page that ask at once are told the same: the lock of the first would keep the second out.
let own;

export function tab() { return own ??= find(); }

async function find() {
  for (;;) {
    const name = sessionStorage.getItem("tab") ?? crypto.getRandomValues(new Uint32Array(4)).reduce((s, n) => s + n.toString(36), "");
    if (await hold(name)) {
      sessionStorage.setItem("tab", name);
      return name;
    }
    sessionStorage.removeItem("tab");
  }
}

function hold(name) {
  if (!navigator.locks || globalThis.heldTab === name) return true;
  return new Promise(told => navigator.locks.request("tab-" + name, { ifAvailable: true }, lock => {
    told(!!lock);
    if (!lock) return;
    globalThis.heldTab = name;
    return new Promise(() => {}); // until the tab goes
  }));
}

const stay = e => e.preventDefault();

export function guard(isOn) { (isOn ? addEventListener : removeEventListener)("beforeunload", stay); }

export function ask(question) {
  const isLeaving = confirm(question);
  if (isLeaving) guard(false);
  return isLeaving;
}
