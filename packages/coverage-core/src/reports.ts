/** `@repo/coverage-core/reports`: the verdict on a change in the formats of other programs, which few runs ask for. */
export { renderDiffCobertura } from "./report/diff/cobertura.js";
export { renderGithub } from "./report/diff/github.js";
export { renderGitlab } from "./report/diff/gitlab.js";
export { renderJunit } from "./report/diff/junit.js";
export { renderMarkdown } from "./report/diff/markdown.js";
export { renderRdjson } from "./report/diff/rdjson.js";
export { renderSarif } from "./report/diff/sarif.js";
