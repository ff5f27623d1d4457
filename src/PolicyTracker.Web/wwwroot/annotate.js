// The text of the workbench: one text node that nothing renders again. Highlights are painted over it (CSS Custom Highlight
// API), words are named by their offset in it, and every command has a key. The server cuts the words out of its own text
// again and refuses what does not agree.
import { caller } from "/calls.js";

const accents = ["azure", "amber", "plum", "jade", "slate"];
const near = 20000; // highlights are painted for what is seen and this many characters around it
const isLow = unit => unit >= 0xDC00 && unit <= 0xDFFF;
const kinds = { c: "commitment", e: "existing-commitment", s: "status", r: "achievement", g: "goal", v: "value", t: "term", n: "comment" };
// The keys of the suggestions, and what of a card they open.
const decisions = {
  a: "accept", r: "reject", s: "sentence", n: "next", p: "previous", f: "form", 1: "goal-1", 2: "goal-2", 3: "goal-3",
  c: "open-filed", g: "open-filed", t: "open-title", b: "open-responsible", d: "open-when", l: "open-follows", v: "open-value",
};

// options: address of the text, its language, the longest quotation in UTF-16 units (a longer one would not fit into a message
// of the circuit), sentences as [start, end, start, end …] in UTF-16.
export async function mount(frame, component, options) {
  const page = caller(component);
  const box = frame.querySelector(".source-text"), bar = frame.querySelector(".marking"), bench = frame.closest(".bench");
  const grips = [...frame.querySelectorAll(".grip")], sheet = document.getElementById("keys");
  const all = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await (await fetch(options.address)).arrayBuffer());
  box.textContent = all;
  const node = box.firstChild, isPlain = !/[\uD800-\uDFFF]/.test(all), sentences = options.sentences;
  const words = new Intl.Segmenter(options.language, { granularity: "word" });
  let places = [], waiting = [], hints = [], offered = -1, marked = null, timer = 0, scrolled = 0, told = "", taken = "", caret = -1;
  const off = new AbortController(), on = (target, name, act) => target.addEventListener(name, act, { signal: off.signal });

  // Editable and refusing every edit: that gives a caret, selection by keyboard and touch, and a name for screen readers.
  box.contentEditable = "true";
  box.inputMode = "none";
  for (const edit of ["beforeinput", "paste", "cut", "drop", "dragstart"]) on(box, edit, e => e.preventDefault());

  const codePoints = (from, to) => {
    if (isPlain) return to - from;
    let n = 0;
    for (let i = from; i < to; i++) if (!isLow(all.charCodeAt(i))) n++;
    return n;
  };
  // "Select all" ends at the box itself, not in its text.
  const offsetOf = (at, offset) => at === node ? offset : at !== box ? null : offset === 0 ? 0 : all.length;
  const rangeOf = (start, end) => {
    const range = document.createRange();
    range.setStart(node, Math.max(0, start));
    range.setEnd(node, Math.min(all.length, end));
    return range;
  };
  const offsetAt = (x, y) => {
    const at = document.caretPositionFromPoint?.(x, y) ?? document.caretRangeFromPoint?.(x, y);
    return at ? offsetOf(at.offsetNode ?? at.startContainer, at.offset ?? at.startOffset) : null;
  };

  function trim(start, end) {
    while (start < end && /\s/.test(all[start])) start++;
    while (end > start && /\s/.test(all[end - 1])) end--;
    return [isLow(all.charCodeAt(start)) ? start - 1 : start, isLow(all.charCodeAt(end)) ? end + 1 : end];
  }

  // ---- what is painted -------------------------------------------------------------------------------------------------
  function seen() {
    const r = box.getBoundingClientRect();
    if (!r.height) return [0, near];
    const top = offsetAt(r.left + 24, Math.max(r.top, 0) + 12), bottom = offsetAt(r.right - 24, Math.min(r.bottom, innerHeight) - 12);
    return [(top ?? 0) - near, (bottom ?? top ?? all.length) + near];
  }

  function paint() {
    if (!globalThis.Highlight) return; // the list of quotations serves all the same
    const [from, to] = seen(), still = p => new StaticRange({ startContainer: node, startOffset: p.start, endContainer: node, endOffset: p.end });
    const inSight = p => p.start < to && p.end > from;
    const groups = { suggested: [], waiting: waiting.filter(inSight).map(still), offered: [], marked: [], twice: [], often: [] };
    for (const accent of accents) groups[accent] = [];
    const edges = [];
    for (const p of places) {
      if (!inSight(p)) continue;
      groups[accents[p.accent]].push(still(p));
      edges.push([p.start, 1], [p.end, -1]);
    }
    edges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    for (let i = 0, depth = 0; i < edges.length - 1; i++) { // where quotations lie over each other
      depth += edges[i][1];
      if (depth > 1 && edges[i + 1][0] > edges[i][0]) groups[depth > 2 ? "often" : "twice"].push(still({ start: edges[i][0], end: edges[i + 1][0] }));
    }
    hints.forEach((p, i) => { if (inSight(p)) groups[i === offered ? "offered" : "suggested"].push(still(p)); });
    if (marked) groups.marked.push(still(marked));
    for (const [name, ranges] of Object.entries(groups)) {
      const highlight = new Highlight(...ranges);
      highlight.priority = name === "marked" ? 2 : name === "twice" || name === "often" ? 1 : 0;
      CSS.highlights.set(`hl-${name}`, highlight);
    }
    attach();
  }

  // The toolbar and the two grips stand at the marked words.
  function attach() {
    const hide = !marked;
    bar.hidden = hide;
    for (const grip of grips) grip.hidden = hide;
    if (hide) return;
    const view = frame.getBoundingClientRect(), inner = box.getBoundingClientRect();
    const first = rangeOf(marked.start, marked.start + 1).getClientRects()[0], rects = rangeOf(marked.end - 1, marked.end).getClientRects(), last = rects[rects.length - 1];
    if (!first || !last) return;
    const put = (el, x, y, isIn) => { el.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`; el.style.visibility = isIn ? "visible" : "hidden"; };
    const inside = y => y >= inner.top - 4 && y <= inner.bottom + 4;
    put(grips[0], first.left - view.left, first.top - view.top, inside(first.top + 4));
    put(grips[1], last.right - view.left, last.top - view.top, inside(last.bottom - 4));
    const above = first.top - view.top - bar.offsetHeight - 6, below = last.bottom - view.top + 8;
    put(bar, Math.max(0, Math.min(first.left - view.left, view.width - bar.offsetWidth)), above > 0 ? above : below, inside(first.top + 4) || inside(last.bottom - 4));
  }

  // ---- marking ---------------------------------------------------------------------------------------------------------
  function tell() {
    if (!marked || told === `${marked.start}-${marked.end}`) return;
    told = `${marked.start}-${marked.end}`;
    if (marked.end - marked.start > options.most) return page.call("MarkTooMuch", marked.end - marked.start);
    const before = codePoints(0, marked.start);
    page.keep("Mark", before, before + codePoints(marked.start, marked.end), all.slice(marked.start, marked.end));
  }

  function mark(start, end, select = true) {
    [start, end] = trim(start, end);
    if (start >= end) return;
    marked = { start, end };
    if (select) getSelection().setBaseAndExtent(node, start, node, end);
    paint();
    tell();
  }

  on(document, "selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const selection = getSelection();
      if (!selection.rangeCount) return;
      const range = selection.getRangeAt(0), start = offsetOf(range.startContainer, range.startOffset), end = offsetOf(range.endContainer, range.endOffset);
      if (start === null || end === null) return;
      const before = taken;
      taken = start === end ? "" : `${start}-${end}`;
      if (start === end) return at(start);
      if (taken !== before) mark(start, end, false); // to take the focus is no selecting: the words may be wider by now
    }, 120);
  });

  // What lies under the caret is said, and listed.
  function at(offset) {
    if (offset === caret) return;
    caret = offset;
    page.call("At", codePoints(0, offset));
  }

  const sentenceAt = offset => {
    let low = 0, high = sentences.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sentences[2 * middle] <= offset) low = middle; else high = middle - 1;
    }
    return low;
  };
  const snap = () => marked && mark(Math.min(marked.start, sentences[2 * sentenceAt(marked.start)]), Math.max(marked.end, sentences[2 * sentenceAt(marked.end - 1) + 1]));
  // The sentence at the caret; where that is marked already, the one after or before it.
  function sentence(step) {
    const selection = getSelection(), from = marked?.start ?? offsetOf(selection.focusNode, selection.focusOffset) ?? 0, here = sentenceAt(from);
    const isMarked = marked && marked.start <= sentences[2 * here] && marked.end >= sentences[2 * here + 1];
    const next = Math.max(0, Math.min(sentences.length / 2 - 1, !isMarked ? here : step > 0 ? sentenceAt(marked.end - 1) + 1 : here - 1));
    mark(sentences[2 * next], sentences[2 * next + 1]);
    bring(sentences[2 * next], sentences[2 * next + 1]);
  }
  // The next beginning or end of a word from an offset, in Chinese too.
  function word(offset, step, isEnd) {
    const from = Math.max(0, offset - 200), to = Math.min(all.length, offset + 200);
    const edges = [...words.segment(all.slice(from, to))].filter(s => s.isWordLike).map(s => from + s.index + (isEnd ? s.segment.length : 0));
    return (step > 0 ? edges.find(e => e > offset) : edges.findLast(e => e < offset)) ?? offset;
  }
  function stretch(isEnd, step) {
    if (!marked) return;
    const start = isEnd ? marked.start : word(marked.start, step, false), end = isEnd ? word(marked.end, step, true) : marked.end;
    if (start < end) mark(start, end);
  }

  // ---- the ends of the marked words are dragged --------------------------------------------------------------------------
  grips.forEach((grip, isEnd) => {
    on(grip, "pointerdown", e => { e.preventDefault(); grip.setPointerCapture(e.pointerId); grip.dataset.held = "true"; bar.style.pointerEvents = "none"; });
    on(grip, "pointermove", e => {
      if (!grip.dataset.held || !marked) return;
      for (const g of grips) g.style.pointerEvents = "none"; // the text under the grip is asked for, not the grip
      const offset = offsetAt(e.clientX, e.clientY);
      for (const g of grips) g.style.pointerEvents = "";
      if (offset === null) return;
      if (isEnd ? offset > marked.start : offset < marked.end) {
        marked = isEnd ? { start: marked.start, end: offset } : { start: offset, end: marked.end };
        paint();
      }
    });
    for (const end of ["pointerup", "pointercancel"]) on(grip, end, () => {
      if (!grip.dataset.held) return;
      delete grip.dataset.held;
      bar.style.pointerEvents = "";
      mark(marked.start, marked.end);
    });
    on(grip, "keydown", e => {
      if (e.key === "ArrowLeft" || e.key === "ArrowRight") { e.preventDefault(); stretch(!!isEnd, e.key === "ArrowRight" ? 1 : -1); grip.focus(); }
    });
  });

  // ---- commands ----------------------------------------------------------------------------------------------------------
  // Where there is no room, what stands beside the text is a drawer over it. Who closes it goes on where they opened it.
  const narrow = matchMedia("(max-width: 60rem)"), isOpen = () => narrow.matches && (bench.dataset.pane ?? "text") !== "text";
  let opener = null;
  const show = pane => {
    if (!isOpen()) opener = document.activeElement;
    bench.dataset.pane = pane;
    fit();
    paint();
  };
  function fit() {
    box.closest(".pane-text").inert = isOpen();
    for (const button of bench.querySelectorAll(".panes [data-show]")) button.setAttribute("aria-expanded", isOpen() && button.dataset.show === bench.dataset.pane);
  }
  fit();
  on(narrow, "change", fit);
  const close = () => {
    const back = isOpen() && opener?.isConnected && opener !== document.body ? opener : box;
    show("text");
    back.focus({ preventScroll: true });
  };
  const act = name => page.keep("Act", name);
  const queue = () => { show("queue"); document.querySelector(".suggestions")?.focus({ preventScroll: true }); };
  const text = () => { show("text"); box.focus({ preventScroll: true }); };
  const pane = name => { show(name); bench.querySelector(`.pane-${name}`).focus({ preventScroll: true }); };
  // The first field that is empty, else the first.
  const form = () => {
    show("record");
    requestAnimationFrame(() => {
      const fields = [...document.querySelectorAll(".pane-record form :is(input:not([type=hidden],[type=checkbox]),textarea)")];
      const first = document.querySelector("[data-first-field]");
      (fields.find(f => f !== first && !f.value && !f.readOnly) ?? first)?.focus();
      if (wait?.where === "form") release();
    });
  };
  // Keys that are pressed while a field opens or closes wait, and are pressed in their order once the focus is where it belongs.
  const held = [];
  let wait = null; // for where the focus is to go, or null
  function hold(until, where) {
    const own = wait = { where };
    until.finally(() => setTimeout(() => { if (wait === own) release(); }, 400)); // where the focus was not moved
  }
  function release() {
    wait = null;
    while (held.length && !wait) press(held.shift());
  }
  function press(key) {
    const at = document.activeElement, isTyped = key.key.length === 1 && !key.ctrlKey && !key.metaKey;
    if (isTyped && at.matches("input,textarea")) document.execCommand("insertText", false, key.key);
    else if (key.key === "Backspace" && at.matches("input,textarea")) document.execCommand("delete");
    else at.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
  }
  // The words that the open list of names answers; undefined where none is open.
  const answered = () => document.querySelector(".mud-popover-open [data-sought]")?.dataset.sought;
  let openedWith = ""; // what stood in the field of the card when it was opened
  // Enter in a field that finds records takes a name once those of the typed words are listed.
  async function takeName(isOnCard) {
    const most = 5000, step = 20; // ms
    const field = () => document.activeElement; // may have been made anew meanwhile
    for (let waited = 0; answered() !== field().value?.trim() && waited < most; waited += step) {
      await new Promise(next => setTimeout(next, step));
    }
    field().dataset.listed = "true";
    for (const name of ["keydown", "keyup"]) { // the library takes the name as the key goes up
      field().dispatchEvent(new KeyboardEvent(name, { key: "Enter", code: "Enter", bubbles: true, cancelable: true }));
    }
    delete field().dataset.listed;
    if (!isOnCard) release(); // from a card the server moves the focus
  }
  function choose(kind) {
    if (marked) hold(act(kind), "form");
  }
  const commands = {
    ".": snap, w: () => act("widen"), j: () => sentence(1), k: () => sentence(-1), "[": () => stretch(false, -1), "]": () => stretch(false, 1), "{": () => stretch(true, -1), "}": () => stretch(true, 1),
    Enter: form, Escape: () => act("drop"),
  };
  const decide = name => name.startsWith("open-") ? hold(act(name), "cardfield") : act(name);
  const everywhere = { u: () => act("undo"), y: () => act("redo"), "?": () => sheet.showModal(), q: queue, x: text };
  // Where a field has its own meaning of a key, a list that is open or a letter that is typed, it keeps it.
  function fieldKey(e, field) {
    const card = field.closest("[data-card-field]"), isListOpen = !!document.querySelector(".mud-popover-open .mud-list-item");
    if (field.dataset.listed) return;
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) return () => act(field.closest(".suggestions") ? "accept" : "save");
    if (e.key === "Escape" && !isListOpen) return card ? () => hold(act("close"), "queue") : close;
    if (e.key !== "Enter" || field.matches("textarea")) return;
    const isTyped = field.value !== (card ? openedWith : field.defaultValue);
    if (field.matches("input[role=combobox]") && (isListOpen || (isTyped && field.value))) return () => hold(takeName(!!card), "queue");
    if (card) return () => hold(act("close"), "queue");
  }
  const isElsewhere = e => e.isComposing || e.target.closest?.("dialog, [role=dialog]") || !(e.target === document.body || bench.parentElement.contains(e.target));
  const isOfBrowser = e => e.altKey || ((e.ctrlKey || e.metaKey) && !["z", "Z", "Enter"].includes(e.key)) || ["Shift", "Control", "Meta"].includes(e.key);
  globalThis.addEventListener("keydown", e => { // before fields and the component library see it
    if (!wait || !e.isTrusted || isElsewhere(e) || isOfBrowser(e)) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    held.push({ key: e.key, ctrlKey: e.ctrlKey, metaKey: e.metaKey, shiftKey: e.shiftKey });
  }, { capture: true, signal: off.signal });
  // An Enter that goes down before the names are listed would, going up, take one of those listed before.
  globalThis.addEventListener("keyup", e => {
    if (wait && e.isTrusted && e.key === "Enter" && !isElsewhere(e)) e.stopImmediatePropagation();
  }, { capture: true, signal: off.signal });
  on(document, "keydown", e => {
    const target = e.target, field = target !== box && target.closest?.("input,textarea,select,[contenteditable=true]");
    if (isElsewhere(e)) return;
    let command;
    if (field) command = fieldKey(e, field);
    else if (e.ctrlKey || e.metaKey) {
      if (e.key.toLowerCase() === "z") command = () => act(e.shiftKey ? "redo" : "undo");
      else if (e.key === "Enter") command = () => act(target.closest(".suggestions") ? "accept" : "save");
    } else if (!e.altKey) {
      const isInText = target === box, isInQueue = !!target.closest(".suggestions") || target === document.body;
      command = (isInText && (commands[e.key] ?? (kinds[e.key] && (() => choose(kinds[e.key])))))
        || (isInQueue && decisions[e.key] && (() => decide(decisions[e.key])))
        || (e.key === "Escape" && (isOpen() || target.closest(".pane-record, .suggestions")) && close)
        || everywhere[e.key];
    }
    if (command) { e.preventDefault(); command(); }
  });
  on(bar, "click", e => {
    const what = e.target.closest("[data-do]")?.dataset.do;
    if (what === "snap") snap(); else if (what === "drop") act("drop"); else if (what) choose(what);
  });
  on(bench, "click", e => {
    const to = e.target === bench && isOpen() ? "text" : e.target.closest("[data-show]")?.dataset.show; // beside the drawer, too
    if (to) to === "text" ? close() : pane(to);
  });
  on(document, "click", e => { if (e.target.closest("[data-keys]")) sheet.showModal(); });
  on(box, "scroll", () => { attach(); clearTimeout(scrolled); scrolled = setTimeout(paint, 40); });
  on(globalThis, "resize", paint);
  on(globalThis, "scroll", attach);
  const alive = setInterval(() => page.call("Here").catch(() => { }), 2000); // stops with the page, and so does the presence
  page.call("Here");

  function bring(start, end) {
    const at = rangeOf(start, end).getBoundingClientRect(), view = box.getBoundingClientRect();
    if (at.top < view.top + 20 || at.bottom > view.bottom - 20) box.scrollTop += at.top - view.top - box.clientHeight / 3;
  }

  return {
    // list: [start, end, accent, start, end, accent …] in UTF-16.
    places(list) {
      places = [];
      for (let i = 0; i < list.length; i += 3) places.push({ start: list[i], end: list[i + 1], accent: list[i + 2] });
      paint();
    },
    // Quotations that wait for a second editor: [start, end, start, end …] in UTF-16.
    waiting(list) {
      waiting = [];
      for (let i = 0; i < list.length; i += 2) waiting.push({ start: list[i], end: list[i + 1] });
      paint();
    },
    hints(list, current) {
      const before = hints[offered]?.start;
      hints = [];
      for (let i = 0; i < list.length; i += 2) hints.push({ start: list[i], end: list[i + 1] });
      offered = current;
      const next = hints[offered];
      if (next && next.start !== before && document.activeElement?.closest(".suggestions")) bring(next.start, next.end);
      paint();
    },
    // The words that the form holds; start < 0 for none.
    marked(start, end) {
      const selection = getSelection(), range = selection.rangeCount ? selection.getRangeAt(0) : null;
      const isSelected = marked && range && offsetOf(range.startContainer, range.startOffset) === marked.start && offsetOf(range.endContainer, range.endOffset) === marked.end;
      if (start < 0 && isSelected) selection.collapseToStart(); // the caret stays; what was selected since then too
      if (start < 0) taken = "";
      marked = start < 0 ? null : { start, end };
      told = marked ? `${start}-${end}` : "";
      paint();
    },
    show(start, end) {
      const wasOpen = isOpen();
      show("text");
      if (wasOpen) box.focus({ preventScroll: true });
      bring(start, end);
      paint();
    },
    // Where work goes on; whoever works elsewhere meanwhile is left there.
    focus(where) {
      const now = document.activeElement, isLost = !now || now === document.body;
      if (!isLost && (!bench.contains(now) || (now === box && where !== "form" && where !== "doubts"))) return;
      if (where === "queue" && now?.closest("[data-card-field]")) return; // what was decided before is told while the next card is filled in
      const find = selector => document.querySelector(selector)?.focus();
      ({
        text, form, queue,
        cardfield: () => {
          find("[data-card-field] :is(input:not([type=hidden]),textarea)");
          openedWith = document.activeElement.value;
        },
        doubts: () => find("[data-doubt] button"),
        list: () => find("#list-heading"),
      })[where]?.();
      if (wait?.where === where && where !== "form") release(); // the form does once it has the focus
    },
    dispose() { page.close(); clearTimeout(timer); clearTimeout(scrolled); off.abort(); clearInterval(alive); CSS.highlights?.clear(); },
  };
}
