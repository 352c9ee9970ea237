/** Tells a process which folder is its own. */
export const RUN_FOLDER = "BANDLINE_RUN_FOLDER";
