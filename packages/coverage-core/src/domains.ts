/** `@repo/coverage-core/domains`: what `coverage:domains` needs beside the rest, so that no other command loads it. */
export * from "./domains/can-run.js";
export * from "./domains/contexts-of.js";
export * from "./domains/declared-domains.js";
export * from "./domains/judge-domains.js";
export * from "./domains/judge-test-files.js";
export * from "./domains/model.js";
export * from "./domains/place-tests.js";
export { renderHumanDomains } from "./report/human-domains.js";
export * from "./tests/executed-tests.js";
