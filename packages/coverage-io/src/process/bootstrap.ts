/** Imported by a process before its program; see `spawnGroup`. */
import { RUN_FOLDER } from "./run-folder-variable.js";
import { watchParent } from "./watch-parent.js";

const folder = process.env[RUN_FOLDER];
// Tests that start processes of their own hand none of this on.
Reflect.deleteProperty(process.env, RUN_FOLDER);
watchParent(process, folder, process.argv.includes("serve"));
