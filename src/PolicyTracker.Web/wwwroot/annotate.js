// Marks words in a text that Blazor rendered once and never touches again. Highlights are painted over it (CSS Custom
// Highlight API), so the text stays one text node and a position in it is a position in the source.
const isLow = unit => unit >= 0xDC00 && unit <= 0xDFFF;

function codePoints(text, from, to) {
  let n = 0;
  for (let i = from; i < to; i++) if (!isLow(text.charCodeAt(i))) n++;
  return n;
}

// most: the longest quotation, in UTF-16 units; a longer one would not fit into a message of the circuit.
export function mount(box, page, most) {
  const text = () => box.firstChild?.data ?? "";
  // Editable and refusing every edit: that gives a caret, selection by keyboard and touch, and a name for screen readers.
  box.contentEditable = "true";
  box.inputMode = "none";
  for (const edit of ["beforeinput", "paste", "cut", "drop", "dragstart"]) box.addEventListener(edit, e => e.preventDefault());
  box.addEventListener("keydown", e => {
    if (e.key === "Enter") { e.preventDefault(); document.querySelector("[data-first-field]")?.focus(); }
  });
  // "Select all" ends at the box itself, not in its text.
  const offsetOf = (node, offset) => node === box.firstChild ? offset : node !== box ? null : offset === 0 ? 0 : text().length;
  let timer = 0, last = "";
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      let start = offsetOf(range.startContainer, range.startOffset), end = offsetOf(range.endContainer, range.endOffset);
      if (start === null || end === null) return;
      const all = text();
      while (start < end && /\s/.test(all[start])) start++;
      while (end > start && /\s/.test(all[end - 1])) end--;
      if (isLow(all.charCodeAt(start))) start--;
      if (isLow(all.charCodeAt(end))) end++;
      if (start === end || last === `${start}-${end}`) return;
      last = `${start}-${end}`;
      if (end - start > most) return page.invokeMethodAsync("MarkTooMuch", end - start);
      const before = codePoints(all, 0, start);
      page.invokeMethodAsync("Mark", before, before + codePoints(all, start, end), all.slice(start, end));
    }, 120);
  };
  document.addEventListener("selectionchange", changed);
  return {
    // places: [{ start, end, accent }] in UTF-16; marked: the words being annotated, or null.
    paint(places, marked) {
      if (!globalThis.Highlight || !box.firstChild) return;
      const groups = new Map();
      for (const p of [...places, ...(marked ? [{ ...marked, accent: "marked" }] : [])]) {
        const range = new StaticRange({ startContainer: box.firstChild, startOffset: p.start, endContainer: box.firstChild, endOffset: p.end });
        groups.set(p.accent, [...(groups.get(p.accent) ?? []), range]);
      }
      for (const accent of ["suggested", "offered", "azure", "amber", "plum", "jade", "slate", "marked"]) {
        const highlight = new Highlight(...(groups.get(accent) ?? []));
        highlight.priority = accent === "marked" ? 1 : 0;
        CSS.highlights.set(`hl-${accent}`, highlight);
      }
    },
    show(start, end) {
      const range = document.createRange();
      range.setStart(box.firstChild, start);
      range.setEnd(box.firstChild, end);
      const at = range.getBoundingClientRect(), frame = box.getBoundingClientRect();
      box.scrollTop += at.top - frame.top - box.clientHeight / 3;
    },
    forget() { last = ""; },
    dispose() { document.removeEventListener("selectionchange", changed); CSS.highlights?.clear(); },
  };
}
