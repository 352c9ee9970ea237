import { spawnSync } from "node:child_process";

/** What `pnpm new:feature` hands over: the folder for the files, and what stands in them. Started by itself, the generator runs that. */
const asked = process.env.NEW_FEATURE;

export default function generators(plop) {
  plop.setGenerator("feature", {
    description: "a vertical feature package: layers, tests, manifest, vitest and Stryker configuration",
    prompts: [{ type: "input", name: "name", message: "Its name, in kebab-case:" }],
    actions: [asked === undefined ? makeAndRegister : filesOf(JSON.parse(asked))],
  });
}

function filesOf({ folder, ...data }) {
  return { type: "addMany", destination: folder, base: "templates", templateFiles: "templates/**", globOptions: { dot: true }, data };
}

/** A package that is not registered would be no feature. */
function makeAndRegister({ name, turbo }) {
  const { status } = spawnSync(process.execPath, ["scripts/new-feature.mjs", name], { cwd: turbo.paths.root, stdio: "inherit" });
  if (status !== 0) throw new Error(`pnpm new:feature ${name}`);
  return `packages/${name}`;
}
