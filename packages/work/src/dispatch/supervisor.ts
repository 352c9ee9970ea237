/** Started by `runCommand` as a program of node, the command line as its argument; imported in another way it does nothing. */
import { fileURLToPath } from "node:url";
import { supervise } from "./supervise.js";

const [, program, command] = process.argv;
if (command !== undefined && program === fileURLToPath(import.meta.url)) supervise(process, command);
