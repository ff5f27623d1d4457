// A pasted text can have megabytes, more than a message of the circuit may: it is read when it is needed, as a stream of
// UTF-16 units, so that half a character comes across as what it is and can be named.
import { caller } from "/calls.js";

let page = null;

export function watch(box, component) {
  let timer = 0;
  page = caller(component);
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => page.call("Typed", size(box)), 400);
  });
}

// The page goes: what is typed into the last half second is read when it is saved, or not at all.
export function leave() { page?.close(); }

// The bytes of UTF-8 that the text will have when it is kept: known before any of it is sent.
export function size(box) { return new TextEncoder().encode(box.value).length; }

export function read(box) {
  const text = box.value, units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return new Uint8Array(units.buffer);
}

export function write(box, text) { box.value = text; }
