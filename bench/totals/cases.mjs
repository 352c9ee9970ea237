// Reports whose totals lcov reads as bandline should. What lcov 1.16 reads in another way is left out: names with commas, two functions of
// one name in a file, `FN` with an end line, counts with exponents, and files without a line.
const FILES = Array.from({ length: 12 }, (_, n) => `src/m${n % 3}/file${n}.ts`);

/** What is asked, and the texts of the reports that are merged. */
export const CASES = [
  {
    name: "reports that share no file",
    reports: spread(4, (random, n) => FILES.slice(3 * n, 3 * n + 3).map((file) => record(random, file))),
  },
  {
    name: "shards of the same files, each with lines of its own",
    reports: spread(5, (random) => FILES.map((file) => record(random, file))),
  },
  {
    name: "a report with many records of few files",
    reports: spread(1, (random) => Array.from({ length: 60 }, () => record(random, FILES[random(3)]))),
  },
  {
    name: "lines and arms said twice, counts below 0, checksums, comments, wrong sums and no newline at the end",
    reports: spread(3, (random) => [...FILES.map((file) => odd(random, record(random, file))), "# the end"]).map((text) => text.trimEnd()),
  },
];

function spread(count, recordsOf) {
  return Array.from({ length: count }, (_, n) => recordsOf(randomOf(count * 1_000 + n), n).join(""));
}

/** Some of forty lines, every third of them with arms, every fifth with a function. */
function record(random, file) {
  const lines = Array.from({ length: 40 }, (_, n) => n + 1).filter((line) => line === 1 || random(4) > 0);
  const functions = lines.filter((line) => line % 5 === 0);
  const arms = lines.filter((line) => line % 3 === 0).flatMap((line) => [0, 1, 2].map((arm) => [line, random(2), arm]));
  const count = () => random(3) * random(9);
  return [
    "TN:",
    `SF:${file}`,
    ...functions.map((line) => `FN:${line},f${line}`),
    ...functions.map((line) => `FNDA:${count()},f${line}`),
    ...arms.map((arm) => `BRDA:${arm.join(",")},${random(3) === 0 ? "-" : count()}`),
    ...lines.map((line) => `DA:${line},${count()}`),
    "end_of_record\n",
  ].join("\n");
}

function odd(random, text) {
  const more = ["# made up", "", "LF:1", "LH:99", "BRF:0", "VER:1"];
  return text.replace(/^.*\n/gm, (line) => {
    if (!/^(DA|BRDA)/.test(line)) return line;
    if (line.startsWith("BRDA")) return random(4) === 0 ? line + line : line;
    const number = /\d+/.exec(line)[0];
    return [line, line + line, `DA:${number},-3\n`, line.replace("\n", `,sum${number}\n`), `${more[random(more.length)]}\n${line}`][
      random(5)
    ];
  });
}

/** @returns whole numbers below a bound, the same for the same seed (mulberry32). */
function randomOf(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
