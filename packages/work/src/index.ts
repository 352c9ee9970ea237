/** Stories as files, the loop that hands them to an agent, and the rules that agents read, for doors. */
export { runAgents } from "./agents.js";
export { runDispatch, type DispatchIo } from "./dispatch.js";
export { runWork, type WorkIo } from "./work.js";
export { publishedSchemas } from "./contract.js";
