/** `pinned-workflows`: what runs in CI is what was looked at. A tag or a branch can be moved by others; a commit and a digest cannot. */
import type { RuleFinding } from "../contract/conformance.js";
import type { RepoPath } from "../path/repo-path.js";
import { readWorkflow, type Placed, type WorkflowFacts } from "./read-workflow.js";

export interface WorkflowFile {
  readonly file: RepoPath;
  readonly text: string;
}

export interface WorkflowsInput {
  readonly workflows: readonly WorkflowFile[];
  /** `packageManager` of the root's package.json, such as `pnpm@12.21.0`; null where it says none. */
  readonly packageManager: string | null;
}

export function judgeWorkflows({ workflows, packageManager }: WorkflowsInput): RuleFinding[] {
  return workflows.flatMap(({ file, text }) => {
    const facts = readWorkflow(text);
    const all = [
      ...facts.faults.map((fault) => of(fault, `it is no YAML: ${fault.text}`, `correct the YAML of ${file}`)),
      ...facts.uses.flatMap(judgeUse),
      ...facts.images.flatMap(judgeImage),
      ...judgePermissions(facts),
      ...judgeManager(text, packageManager),
    ];
    return withoutTwins(all).map((each) => ({ file, ...each, code: null }));
  });
}

/** What an anchor stands for is read wherever it is named, and told once. */
function withoutTwins(all: readonly Told[]): Told[] {
  const byPlace = new Map(all.map((each) => [`${each.line} ${each.message}`, each]));
  return [...byPlace.values()].sort((a, b) => a.line - b.line);
}

interface Told {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

function of({ line }: Pick<Placed, "line">, message: string, hint: string): Told {
  return { line, message, hint };
}

type Use = WorkflowFacts["uses"][number];

function judgeUse(use: Use): Told[] {
  if (use.text.startsWith("./")) return [];
  if (use.text.startsWith("docker://")) return judgeImage(use);
  const [action = "", ref = ""] = use.text.split("@");
  const repository = action.split("/").slice(0, 2).join("/");
  if (!/^[0-9a-f]{40}$/.test(ref)) {
    const asked = ref === "" ? "HEAD" : ref;
    const hint = `git ls-remote https://github.com/${repository} ${asked}, then: uses: ${action}@COMMIT # ${asked}`;
    return [of(use, `${use.text} is not pinned to a commit`, hint)];
  }
  const unsaid = /\d/.test(use.comment)
    ? []
    : [of(use, `${action} is pinned, and no comment says to which version`, `add the version behind it: uses: ${use.text} # VERSION`)];
  return [...unsaid, ...judgeNode(action, use)];
}

const FLOATING = /^(?:lts(?:\/.*|_.*)?|latest|node|current|\*|x)$/i;

/** Without a version setup-node takes what the runner has; with a name, what that stands for today. */
function judgeNode(action: string, use: Use): Told[] {
  if (action !== "actions/setup-node" || use.with.has("node-version-file")) return [];
  const version = use.with.get("node-version");
  if (version !== undefined && !FLOATING.test(version.text)) return [];
  const message =
    version === undefined ? "setup-node is told no version" : `node-version is ${version.text}, which is another one tomorrow`;
  return [of(version ?? use, message, "state a version: node-version: 24, or node-version-file: .nvmrc")];
}

function judgeImage({ text, line }: Placed): Told[] {
  const image = { text: text.replace(/^docker:\/\//, ""), line };
  // What a Docker action builds, and what a matrix has, stands elsewhere.
  if (image.text === "Dockerfile" || image.text.startsWith("./") || image.text.includes("${{") || image.text === "") return [];
  if (/@sha256:[0-9a-f]{64}$/.test(image.text)) return [];
  const hint = `docker buildx imagetools inspect ${image.text}, then: ${image.text.replace(/@.*/, "")}@sha256:DIGEST`;
  return [of(image, `the image ${image.text} is not pinned to a digest`, hint)];
}

function judgePermissions({ unpermitted, writeAll }: WorkflowFacts): Told[] {
  const hint = "add below on: permissions: { contents: read }";
  return [
    ...unpermitted.map((job) =>
      of(job, `the job ${job.text} states no permissions, so its token may do what the repository's settings say`, hint),
    ),
    ...writeAll.map((line) => of({ line }, "permissions is write-all", "name each permission that is needed, such as contents: read")),
  ];
}

/** `pnpm@12.21.0` in a command has to be the version that package.json says. */
function judgeManager(text: string, packageManager: string | null): Told[] {
  const [, name, version] = /^([a-z]+)@([^+]+)/.exec(packageManager ?? "") ?? [];
  if (name === undefined || version === undefined) return [];
  return text
    .split("\n")
    .flatMap((line, index) =>
      [...line.matchAll(new RegExp(`(?<![\\w/.-])${name}@([\\w.+-]+)`, "g"))]
        .filter(([, stated]) => stated !== version)
        .map(([said]) => of({ line: index + 1 }, `${said}, and package.json says ${name}@${version}`, `write ${name}@${version}`)),
    );
}
