/**
 * Manifests as they are usually written: imports, and one exported call of the definer on an object of texts, numbers, lists and objects.
 * Their literal is JSON in another spelling, so it becomes JSON, and the parser of the whole language need not be loaded.
 * What is read here, `readLiteral` reads as the same value; where this says nothing, `readLiteral` decides.
 */

const GAP = /[ \t\r\n]+|\/\/[^\r\n]*|\/\*[^]*?\*\//;
/** Without escapes. */
const TEXT = /"[^"\\\r\n]*"|'[^'\\\r\n]*'/;
/** Few enough digits to come back as they were. */
const NUMBER = /-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?/;
const WORD = /[A-Za-z_$][\w$]*/;
/** Of an import that ends with its line, if not with a semicolon. */
const FROM = new RegExp(`from (?:${TEXT.source})(?=[ \\t]*[;\\r\\n])`);
/** On another line, it would begin another statement. */
const AS_CONST = /(?<=\} )as const\b/;
const PIECE = new RegExp([GAP, TEXT, NUMBER, FROM, AS_CONST, WORD, /[{}[\](),:;=]/].map(({ source }) => source).join("|"), "gy");

/** No word of the language has a capital letter. */
const NAME = "(?=[a-z\\d_]*[A-Z])\\w+";
/** What stands before the literal, and behind it: a piece a line. */
const HEAD = new RegExp(
  `^(?:import\\n\\{\\n${NAME}(?:\\n,\\n${NAME})*\\n\\}\\nfrom [^\\n]+\\n(?:;\\n)?)*export\\n(?:default|const\\n(?:manifest|${NAME})\\n=)\\n(\\w+)\\n\\($`,
);
const TAIL = /^(?:as const\n)?\)(?:\n;)?$/;

/** Where manifests stand. Other rules hold for a declaration file, or for plain JavaScript. */
const MANIFEST = /(?:^|\/)(?:feature|repo)\.manifest\.ts$/;
/** A manifest takes a few kilobytes. */
const LARGEST = 1 << 16;
/** `readLiteral` refuses what is nested twice as deeply. */
const DEEPEST = 50;
/** A control, another kind of blank or line's end, a byte order mark, half of a pair: a parser may see something else in it. */
const ODD = /[^\t\r\n -~\u00a1-\u1fff\u2030-\ud7ff]/;

/** @returns undefined where the file is spelled in any other way, or is wrong. Never throws. */
export function readPlainLiteral(file: string, text: string, callee: "defineFeature" | "defineRepo"): unknown {
  if (!MANIFEST.test(file) || text.length > LARGEST || ODD.test(text) || text.includes("__proto__")) return undefined;
  const pieces: string[] = text.match(PIECE) ?? [];
  if (pieces.join("") !== text) return undefined;
  const said = pieces.filter((piece) => !/^[ \t\r\n/]/.test(piece));
  const from = said.indexOf("(") + 1;
  const to = said.lastIndexOf("}") + 1;
  const called = HEAD.exec(said.slice(0, from).join("\n"))?.[1];
  return called === callee && TAIL.test(said.slice(to).join("\n")) ? valueOf(said.slice(from, to)) : undefined;
}

/** @returns undefined where the pieces stand in an order that JSON does not know. A blank keeps `12` and `n` apart. */
function valueOf(pieces: readonly string[]): unknown {
  if (depthOf(pieces) > DEEPEST) return undefined;
  try {
    return JSON.parse(pieces.map((piece, index) => spelled(piece, pieces[index - 1] ?? "", pieces[index + 1] ?? "")).join(" "));
  } catch {
    return undefined;
  }
}

function depthOf(pieces: readonly string[]): number {
  let [depth, deepest] = [0, 0];
  for (const piece of pieces) {
    if (piece === "{" || piece === "[") deepest = Math.max(deepest, (depth += 1));
    else if (piece === "}" || piece === "]") depth -= 1;
  }
  return deepest;
}

function spelled(piece: string, before: string, after: string): string {
  if (piece.startsWith("'")) return JSON.stringify(piece.slice(1, -1));
  // A comma behind nothing is a fault, or a hole in a list.
  if (piece === "," && /^[\]}]$/.test(after) && !/^[[{,:]$/.test(before)) return "";
  return after === ":" && /^[\w$]+$/.test(piece) ? `"${piece}"` : piece;
}
