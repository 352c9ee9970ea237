// Sources and their records: alike in every run, about 4.7 kB of lcov a file.
const FUNCTIONS = 55;
const LINES_OF_FUNCTION = 6;
const TEXT = Array.from(
  { length: FUNCTIONS },
  (_, n) => `export function f${n}(a: number): number {\n  if (a > ${n}) {\n    return a * @;\n  }\n  return a;\n}\n`,
).join("");

/** Twenty packages whatever the size; paths ascend, as coverage:aggregate sorts them. */
export const PACKAGES = Array.from({ length: 20 }, (_, n) => `packages/p${pad(n, 2)}`);

/** @returns `count` repository-relative paths, ascending. */
export function pathsOf(count) {
  const perPackage = count / PACKAGES.length;
  return Array.from({ length: count }, (_, n) => `${PACKAGES[Math.floor(n / perPackage)]}/src/m${n % 10}/file${pad(n, 5)}.ts`).sort();
}

/** @returns the text of the source at `place`, and with a change to three of its lines. */
export function sourceOf(place) {
  const text = TEXT.replaceAll("@", String(place));
  let changes = 0;
  return { text, changed: text.replace(/return a \* /g, (found) => (changes++ < 3 ? "return 1 + a * " : found)) };
}

/**
 * Functions in lcov's old spelling, which every peer reads.
 * @param shard gives other counts, for reports of the same files.
 * @returns one record, spelled as coverage:aggregate writes it. Every line ran.
 */
export function recordOf(path, place, shard = 0) {
  const hits = (n) => 1 + ((place * 31 + n * 17 + shard * 7) % 99);
  const functions = Array.from({ length: FUNCTIONS }, (_, n) => n);
  const lines = functions.flatMap((n) => [2, 3, 5].map((line) => n * LINES_OF_FUNCTION + line));
  const arms = functions.flatMap((n) => [0, 1].map((arm) => `BRDA:${n * LINES_OF_FUNCTION + 2},${n},${arm},${hits(n + arm)}`));
  return [
    "TN:",
    `SF:${path}`,
    ...functions.map((n) => `FN:${n * LINES_OF_FUNCTION + 1},f${n}`),
    ...functions.map((n) => `FNDA:${hits(n)},f${n}`),
    `FNF:${functions.length}`,
    `FNH:${functions.length}`,
    ...arms,
    `BRF:${arms.length}`,
    `BRH:${arms.length}`,
    ...lines.map((line) => `DA:${line},${hits(line)}`),
    `LF:${lines.length}`,
    `LH:${lines.length}`,
    "end_of_record\n",
  ].join("\n");
}

function pad(n, width) {
  return String(n).padStart(width, "0");
}
