/** What `coverage:trend` needs beside the rest: an entry of its own, so that no other command loads it. */
export * from "./trend/plain-history.js";
