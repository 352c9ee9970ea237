// Modules with their tests, alike in every run. What a test expects is what the function says: the tests pass, and notice what is otherwise.
import ts from "typescript";
import { KINDS } from "./function-kinds.mjs";
import { randomOf } from "./random.mjs";

const NAMES = [
  ..."account basket budget carrier claim coupon delivery deposit discount".split(" "),
  ..."fare grant guest invoice journey lease loan margin member".split(" "),
  ..."offer order parcel payment permit quota refund rental ticket".split(" "),
];
const FUNCTIONS = 2;
/** Of so many functions one is tested weakly. */
const WEAK_EVERY = 9;
const SEED = 20_240_101;

/** @returns modules, each with its `name`, `source` and `test`. */
export function makeModules() {
  const random = randomOf(SEED);
  return NAMES.map((name, place) => {
    const functions = Array.from({ length: FUNCTIONS }, (_, n) => {
      const [a, b, c, d] = [random(7, 12), random(2, 6), random(3, 6), random(1, 9)];
      const made = KINDS[(place * FUNCTIONS + n) % KINDS.length]({ name, a, b, c, d });
      const isWeak = (place * FUNCTIONS + n) % WEAK_EVERY === WEAK_EVERY - 1;
      return isWeak ? { ...made, calls: made.calls.slice(0, 2) } : made;
    });
    const source = functions.map((each) => each.source).join("\n");
    return { name, source, test: testOf(name, functions, load(source)) };
  });
}

function testOf(name, functions, built) {
  const names = functions.map((each) => each.function);
  const suites = functions.map(({ function: called, calls }) => {
    const tests = calls.map((call) => {
      const words = call.map((each) => JSON.stringify(each)).join(", ");
      const expected = JSON.stringify(built[called](...call));
      return `  it(${JSON.stringify(`of ${words}`)}, () => expect(${called}(${words})).toEqual(${expected}));\n`;
    });
    return `describe("${called}", () => {\n${tests.join("")}});\n`;
  });
  const imports = `import { describe, expect, it } from "vitest";\nimport { ${names.join(", ")} } from "./${name}.js";\n`;
  return [imports, ...suites].join("\n");
}

/** @returns what a module exports. */
function load(source) {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported = {};
  new Function("exports", outputText)(exported);
  return exported;
}
