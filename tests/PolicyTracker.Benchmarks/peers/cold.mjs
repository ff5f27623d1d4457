// Answers each case once with npm approx-string-match and ends, so that the process can be timed from outside, beside
// `policytracker anchor` on the same files; both once more on a text of one line give what starting costs.
// Usage: node cold.mjs TEXT CASES.jsonl. Errors allowed as anchor allows them: 30 in 100.
import { readFileSync } from "node:fs";
import approx from "approx-string-match";

const [textFile, casesFile] = process.argv.slice(2);
const text = readFileSync(textFile, "utf8");
const search = approx.default ?? approx;
for (const line of readFileSync(casesFile, "utf8").trim().split("\n")) {
  const { id, exact } = JSON.parse(line);
  const most = exact.length <= 8 ? Math.min(Math.floor(exact.length / 3), 2) : Math.ceil(exact.length * 0.3);
  const found = text.includes(exact) ? [{ start: text.indexOf(exact), end: text.indexOf(exact) + exact.length, errors: 0 }] : search(text, exact, most);
  const best = found.length ? found.reduce((a, b) => (b.errors < a.errors ? b : a)) : null;
  console.log(JSON.stringify({ id, ...best }));
}
