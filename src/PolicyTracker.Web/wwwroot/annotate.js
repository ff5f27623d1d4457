// Marks words in a text that Blazor rendered once and never touches again. Highlights are painted over it (CSS Custom
// Highlight API), so the text stays one text node and a position in it is a position in the source.
const codePoints = s => [...s].length;

export function mount(box, page) {
  const text = () => box.firstChild?.data ?? "";
  // Editable and refusing every edit: that gives a caret, selection by keyboard and touch, and a name for screen readers.
  box.contentEditable = "true";
  box.inputMode = "none";
  for (const edit of ["beforeinput", "paste", "cut", "drop", "dragstart"]) box.addEventListener(edit, e => e.preventDefault());
  box.addEventListener("keydown", e => {
    if (e.key === "Enter") { e.preventDefault(); document.querySelector("[data-first-field]")?.focus(); }
  });
  let timer = 0, last = "";
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      if (range.startContainer !== box.firstChild || range.endContainer !== box.firstChild) return;
      let { startOffset: start, endOffset: end } = range;
      const all = text();
      while (start < end && /\s/.test(all[start])) start++;
      while (end > start && /\s/.test(all[end - 1])) end--;
      if (start === end || last === `${start}-${end}`) return;
      last = `${start}-${end}`;
      const before = codePoints(all.slice(0, start)), exact = all.slice(start, end);
      page.invokeMethodAsync("Mark", before, before + codePoints(exact), exact);
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
      for (const accent of ["azure", "amber", "plum", "jade", "slate", "marked"]) {
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
