/** Why nothing on a line can run, in words. The words are for people; `analyseSource` decides. */
import { isTypeOnly } from "./analyse-source.js";
import { parseSource, walk, type AstNode, type ParsedSource } from "./parse-source.js";

/** @returns e.g. `a type`, `a comment`; asked of a line that has no statement. */
export function describeLine(file: string, text: string, line: number): string {
  const raw = text.split("\n")[line - 1] ?? "";
  if (raw.trim() === "") return "a blank line";
  const parsed = parseSource(file, text);
  if (parsed === undefined) return "no statement of the report, and the source cannot be parsed";
  const code = codeOf(parsed, line);
  if (code === undefined) return "a comment";
  return /^[{}()[\];,\s]*$/.test(code.text) ? "nothing but brackets" : describeCode(parsed, line, code.offset);
}

/** The line without its comments; undefined where nothing is left of it. */
function codeOf({ comments, text }: ParsedSource, line: number): { readonly text: string; readonly offset: number } | undefined {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const raw = lines[line - 1] as string;

  // By code units, as the parser counts them.
  const code = raw
    .split("")
    .map((each, index) => (comments.some((at) => at.start <= start + index && start + index < at.end) ? " " : each))
    .join("");
  const first = code.search(/\S/);
  return first === -1 ? undefined : { text: code, offset: start + first };
}

function describeCode({ program, lineOf }: ParsedSource, line: number, offset: number): string {
  const around = [...walk(program)].filter((node) => node.start <= offset && offset < node.end);
  const erased = around.find(isTypeOnly);
  if (erased !== undefined) return erased.type === "ImportDeclaration" ? "an import" : "a type";
  const isOn = (node: AstNode) => lineOf(node.start) <= line && line <= lineOf((node["body"] as AstNode).start);
  const all = [...walk(program)];
  if (all.some((node) => FUNCTIONS.test(node.type) && isOn(node))) return "the head of a function";
  if (all.some((node) => CLASSES.test(node.type) && isOn(node))) return "the head of a class";
  if (around.some(({ type }) => type.startsWith("Export"))) return "an export";
  return "no statement";
}

const FUNCTIONS = /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
const CLASSES = /^Class(?:Declaration|Expression)$/;
