/** What every agent that works here has to know, whatever reads it: the one source of what AGENTS.md and CLAUDE.md say between their markers. */
export const RULES = `## Rules of this repository

One manifest per feature states the coverage that is expected, and four layers of checks hold every change to it. \`docs/architecture.md\` says where things go, \`docs/style.md\` how code is written, \`docs/glossary.md\` in which words.

### Before you say that it is done

1. \`pnpm verify\` exits 0. It builds, tests with coverage, merges the reports and judges the changed lines. The three steps alone: \`pnpm test --coverage\`, \`pnpm coverage:aggregate --no-summary\`, \`pnpm coverage:diff --json\`.
2. Where it does not: stdout is one JSON document. Do what its \`nextActions\` say, and run it again. \`docs/guides/coverage.md\` explains each kind and each code.
3. The change has its test beside it. You broke the behaviour once, and saw the test fail.
4. What a user would notice has a line in CHANGELOG.md.

pnpm comes through npx where it is not on PATH: \`npx --yes pnpm@12.21.0 verify\`.

### How soon each gate sees it

| gate        | command                          | takes  |
| ----------- | -------------------------------- | ------ |
| types       | \`pnpm typecheck\`                 | 15 s   |
| lint        | \`pnpm lint\`, the pre-commit hook | 6.3 s  |
| boot        | the start of a program           | 0.2 s  |
| conformance | \`pnpm conformance\`               | 0.7 s  |
| L0          | a package's tests with coverage  | 2.2 s  |
| L1          | \`pnpm coverage:diff\`             | 0.1 s  |
| L2          | \`pnpm coverage:aggregate\`        | 0.3 s  |
| L3          | \`pnpm mutate --since main\`       | 6.6 s  |
| CI          | all of them                      | 11 min |

Ask the cheap ones while you work. \`docs/guides/conformance.md\` says what each sees first, \`docs/runbook.md\` what to do where one is red.

### What the gate refuses

- A changed line that can run and did not. No band softens this.
- An ignore hint, a skipped or deleted test, an assertion less, a lower band, a wider exemption. Test the code instead. Where a line truly cannot run under test: a reason behind \`--\` in the comment, and a test of what surrounds it.
- A report that is missing, empty or stale. Run the tests again; do not edit reports.

\`coverage/summary.json\`, \`coverage/mutation.json\` and \`coverage/badges\` are recorded on main. Leave them alone.

### Stories

Work lies in \`docs/work\`. \`pnpm work next\` says what to take, \`pnpm work pickup ID\` begins it, \`pnpm work complete ID\` ends it where every criterion is ticked, the changelog of the story is written and the gate is green. After a change of docs/work: \`pnpm work state\`. Under \`pnpm dispatch\` none of these is yours to run: \`docs/guides/work.md\`.
`;
