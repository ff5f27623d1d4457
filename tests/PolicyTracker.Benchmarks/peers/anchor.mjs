// Runs the cases of AnchoringBenchmark through npm approx-string-match (the search of Hypothesis) and diff-match-patch.
// Usage: node anchor.mjs TEXT CASES.jsonl MAX_ERRORS. Prints one JSON object: for each peer the milliseconds and places.
import { readFileSync } from "node:fs";
import approx from "approx-string-match";
import { diff_match_patch } from "diff-match-patch";

const [textFile, casesFile, most] = process.argv.slice(2);
const text = readFileSync(textFile, "utf8");
const cases = readFileSync(casesFile, "utf8").trim().split("\n").map(line => JSON.parse(line));
const search = approx.default ?? approx;
const dmp = new diff_match_patch();
dmp.Match_Distance = text.length * 2;
const peers = {
  "approx-string-match": c => {
    const found = search(text, c.exact, Number(most));
    if (!found.length) return null;
    const best = found.reduce((a, b) => (b.errors < a.errors ? b : a));
    return [best.start, best.end];
  },
  // It matches 32 characters at most, so it is given the first 32 and where they stood.
  "diff-match-patch": c => {
    const at = dmp.match_main(text, c.exact.slice(0, 32), c.start);
    return at < 0 ? null : [at, at + c.exact.length];
  },
};
const result = {};
for (const [name, find] of Object.entries(peers)) {
  for (const warm = performance.now(); performance.now() - warm < 1000;) cases.forEach(find); // compilers of both sides need their time
  const start = performance.now();
  const places = cases.map(find);
  result[name] = { milliseconds: performance.now() - start, places };
}
console.log(JSON.stringify(result));
