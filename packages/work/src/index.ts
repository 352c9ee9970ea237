/** Stories as files, for doors. */
export { runWork, type WorkIo } from "./work.js";
export { stateDocument, workDocument } from "./contract.js";
