/** Stories as files, and the loop that hands them to an agent, for doors. */
export { runDispatch, type DispatchIo } from "./dispatch.js";
export { runWork, type WorkIo } from "./work.js";
export { publishedSchemas } from "./contract.js";
