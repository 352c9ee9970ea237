/** What a story's body says: its sections, its criteria, and the changelog that completing it needs. Comments are not content. */

export interface Criterion {
  readonly text: string;
  readonly checked: boolean;
  /** 1-based, in the file. */
  readonly line: number;
}

export interface Section {
  readonly title: string;
  /** 1-based, in the file. */
  readonly line: number;
  /** Without comments, trimmed. */
  readonly text: string;
}

export const OVERVIEW = "Overview";
export const CRITERIA = "Acceptance Criteria";
export const APPROACH = "Technical Approach";
export const CHANGELOG = "Changelog";

/** Every heading of level 2 or 3, in order; what stands in a comment or in a fenced block is no heading. */
export function sectionsOf(body: string, firstLine: number): Section[] {
  const lines = linesOf(body);
  const heads = lines.flatMap(({ text, isCode }, index) => {
    const title = isCode ? undefined : /^ {0,3}#{2,3}[ \t]+(.+?)[ \t]*#*[ \t]*$/.exec(text)?.[1];
    return title === undefined ? [] : [{ title, index }];
  });
  return heads.map(({ title, index }, place) => ({
    title,
    line: firstLine + index,
    text: lines
      .slice(index + 1, heads[place + 1]?.index)
      .map(({ text }) => text)
      .join("\n")
      .trim(),
  }));
}

export function criteriaOf(body: string, firstLine: number): Criterion[] {
  let isInside = false;
  return linesOf(body).flatMap(({ text, isCode }, index) => {
    if (!isCode && /^ {0,3}#{1,2}[ \t]/.test(text)) isInside = text.replace(/^[ #]+/, "").trim() === CRITERIA;
    const [, mark, said = ""] = isInside && !isCode ? (/^[ \t]*[-*+][ \t]+\[([ xX])\][ \t]+(.*)$/.exec(text) ?? []) : [];
    return mark === undefined ? [] : [{ text: said.trim(), checked: mark !== " ", line: firstLine + index }];
  });
}

/** @returns undefined where the section is not there, still in its comment, or empty. */
export function changelogOf(body: string): string | undefined {
  const text = sectionsOf(body, 1).find(({ title }) => title === CHANGELOG)?.text ?? "";
  return text === "" ? undefined : text;
}

interface Line {
  /** Without what stands in a comment. */
  readonly text: string;
  readonly isCode: boolean;
}

function linesOf(body: string): Line[] {
  let fence: string | undefined;
  let isComment = false;
  return body.split(/\r?\n/).map((line) => {
    if (fence !== undefined) {
      if (new RegExp(`^ {0,3}${fence}+[ \\t]*$`).test(line)) fence = undefined;
      return { text: line, isCode: true };
    }
    let text = "";
    let at = 0;
    while (at < line.length) {
      const mark = line.indexOf(isComment ? "-->" : "<!--", at);
      if (!isComment) text += line.slice(at, mark === -1 ? undefined : mark);
      if (mark === -1) break;
      at = mark + (isComment ? 3 : 4);
      isComment = !isComment;
    }
    fence = isComment ? undefined : /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    return { text, isCode: fence !== undefined };
  });
}
