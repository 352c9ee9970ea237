import { captureNode } from "../process/capture-process.js";

/** Between these stands the answer: what the config itself prints may stand around it. */
const MARK = "bandline-thresholds:";

const ASK = `
const { resolveConfig } = await import("vitest/node");
const { vitestConfig } = await resolveConfig({ root: process.cwd(), watch: false });
process.stdout.write("\\n${MARK}" + JSON.stringify(vitestConfig.coverage.thresholds ?? null) + "\\n");
process.exit();
`;

export type AskedThresholds =
  | { readonly kind: "answered"; readonly thresholds: unknown }
  /** vitest is not installed, or the config cannot be loaded. */
  | { readonly kind: "failed"; readonly why: string };

/** @param folder absolute: the package's. @returns `coverage.thresholds` as its own vitest resolves them, by running its config. */
export async function askThresholds(folder: string, env: NodeJS.ProcessEnv): Promise<AskedThresholds> {
  const { stdout, stderr } = await captureNode(["--input-type=module", "--eval", ASK], { cwd: folder, env });
  const answer = stdout.split("\n").findLast((line) => line.startsWith(MARK));
  if (answer !== undefined) return { kind: "answered", thresholds: JSON.parse(answer.slice(MARK.length)) as unknown };
  const lines = stderr.trim().split("\n");
  const why = lines.find((line) => /^\s*\w*Error\b/.test(line)) ?? lines.slice(-1).join("");
  return { kind: "failed", why: why.trim() };
}
