/** What printing needs, loaded together. */
import { EXIT, renderJson, schemaId, type NewFeatureDocument, type Painter, type Rendered } from "@repo/coverage-core";
import type { Fault } from "../command/to-problem.js";

export { deliver } from "../command/formats.js";
export { faultOf } from "../command/to-problem.js";

export const REPORTERS = { json: renderJson, human: renderHumanNewFeature };

type Made = Pick<NewFeatureDocument, "registered"> & { readonly feature: NonNullable<NewFeatureDocument["feature"]> };

export function madeDocument({ feature, registered }: Made): NewFeatureDocument {
  const nextActions = ["pnpm verify", `pnpm mutate --filter ${feature.package}`];
  return { ...NOTHING, status: "pass", exitCode: EXIT.pass, feature, registered, nextActions };
}

/** The document of a run that came to nothing. */
export function failedNewFeature({ exitCode, problem }: Fault): NewFeatureDocument {
  return { ...NOTHING, exitCode, errors: [problem], nextActions: [problem.hint] };
}

/** The document of a run that an interrupt ended: what it had made is gone again. */
export function interruptedNewFeature(): NewFeatureDocument {
  return { ...NOTHING, exitCode: EXIT.interrupted };
}

const NOTHING: NewFeatureDocument = {
  $schema: schemaId("new-feature"),
  schemaVersion: "1.0",
  status: "error",
  exitCode: EXIT.bug,
  feature: null,
  registered: [],
  nextActions: [],
  errors: [],
};

function renderHumanNewFeature({ exitCode, feature, ...document }: NewFeatureDocument, paint: Painter): Rendered {
  const lines =
    feature === null
      ? [
          `new:feature ${paint.bad("error")}: nothing was made`,
          ...document.errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
        ]
      : [
          `new:feature ${paint.good("pass")}: ${feature.package} in ${feature.path}, ${feature.files.length} files`,
          `  known to ${document.registered.join(", ")}`,
          "next:",
          ...document.nextActions.map((action) => `  ${action}`),
        ];
  return { output: `${lines.join("\n")}\n`, exitCode };
}
