/** Source text → lines of markup. highlight.js escapes what it is given; only the languages that a change needs are loaded. */
import type { LanguageFn } from "highlight.js";
import { html, trusted, visible, type Html } from "./escape.js";

type Load = () => Promise<{ readonly default: LanguageFn }>;

const LANGUAGES: Readonly<Record<string, Load>> = {
  cpp: () => import("highlight.js/lib/languages/cpp"),
  csharp: () => import("highlight.js/lib/languages/csharp"),
  go: () => import("highlight.js/lib/languages/go"),
  java: () => import("highlight.js/lib/languages/java"),
  javascript: () => import("highlight.js/lib/languages/javascript"),
  kotlin: () => import("highlight.js/lib/languages/kotlin"),
  php: () => import("highlight.js/lib/languages/php"),
  python: () => import("highlight.js/lib/languages/python"),
  ruby: () => import("highlight.js/lib/languages/ruby"),
  rust: () => import("highlight.js/lib/languages/rust"),
  swift: () => import("highlight.js/lib/languages/swift"),
  typescript: () => import("highlight.js/lib/languages/typescript"),
};

const ENDINGS: Readonly<Record<string, string>> = {
  ...{ ts: "typescript", tsx: "typescript", mts: "typescript", cts: "typescript" },
  ...{ js: "javascript", jsx: "javascript", mjs: "javascript", cjs: "javascript" },
  ...{ c: "cpp", h: "cpp", cc: "cpp", cpp: "cpp", hpp: "cpp", cs: "csharp", go: "go", java: "java", kt: "kotlin", php: "php" },
  ...{ py: "python", rb: "ruby", rs: "rust", swift: "swift" },
};

/** Longer texts are shown plain: a reader waits for no colours. */
const LONGEST = 400_000;

/** @returns the lines of the text, each of them whole markup. */
export async function highlightLines(file: string, text: string): Promise<Html[]> {
  const shown = visible(text.replace(/\r\n?/g, "\n"));
  const language = ENDINGS[/\.([^./]+)$/.exec(file)?.[1] ?? ""];
  if (language === undefined || shown.length > LONGEST) return shown.split("\n").map((line) => html`${line}`);
  const { default: core } = await import("highlight.js/lib/core");
  if (core.getLanguage(language) === undefined) core.registerLanguage(language, (await (LANGUAGES[language] as Load)()).default);
  return splitMarkup(core.highlight(shown, { language, ignoreIllegals: true }).value).map(trusted);
}

/** A span that goes on over lines is ended with each of them, and begun again. */
function splitMarkup(markup: string): string[] {
  const open: string[] = [];
  const lines: string[] = [];
  let line = "";
  for (const [token] of markup.matchAll(/<span class="[^"]*">|<\/span>|\n|[^<\n]+/g)) {
    if (token === "\n") {
      lines.push(line + "</span>".repeat(open.length));
      line = open.join("");
    } else {
      if (token === "</span>") open.pop();
      else if (token.startsWith("<")) open.push(token);
      line += token;
    }
  }
  return [...lines, line];
}
