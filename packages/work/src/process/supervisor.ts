/** Started by `runCommand` as a program of node, the command line as its argument; imported in another way it does nothing. */
import { fileURLToPath } from "node:url";
import { superviseAs } from "./supervise.js";

superviseAs(fileURLToPath(import.meta.url), process);
