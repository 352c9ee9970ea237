import type { Notice } from "@repo/coverage-core";

/** Notices, each code once of what it is about, or else of its text; of each code the first few, then how many more. */
export interface Notices {
  readonly add: (notice: Notice) => void;
  readonly list: () => Notice[];
}

const MOST_PER_CODE = 5;
/** A report of a gigabyte may give reason for millions: more are neither kept nor counted. */
const MOST_KEPT = 1_000;

export function createNotices(): Notices {
  const byCode = new Map<string, Map<string, string>>();
  return {
    add({ code, message, about = message }) {
      const messages = byCode.get(code) ?? new Map<string, string>();
      byCode.set(code, messages);
      if (messages.size <= MOST_KEPT && !messages.has(about)) messages.set(about, message);
    },
    list: () =>
      [...byCode].flatMap(([code, messages]) => {
        const shown = [...messages.values()].slice(0, MOST_PER_CODE).map((message) => ({ code, message }));
        const more = Math.min(messages.size, MOST_KEPT) - shown.length;
        if (more === 0) return shown;
        return [...shown, { code, message: `${messages.size > MOST_KEPT ? "more than " : ""}${more} more of these` }];
      }),
  };
}

/** @param refreshed package reports that were merged before anything was judged. */
export function noteRefreshed(refreshed: readonly string[], { add }: Notices): void {
  if (refreshed.length === 0) return;
  add({ code: "REPORT_REFRESHED", message: `newer than coverage/lcov.info, so merged into it first: ${refreshed.join(", ")}` });
}
