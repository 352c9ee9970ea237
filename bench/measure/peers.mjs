import { spawnSync } from "node:child_process";

const versions = new Map();

/** @returns what a peer says of itself, or undefined where it is not installed. */
function versionOf(peer) {
  if (!versions.has(peer)) {
    const { error, stdout } = spawnSync(peer, ["--version"], { encoding: "utf8" });
    versions.set(peer, error ? undefined : /\d+(\.\d+)+/.exec(stdout)?.[0]);
  }
  return versions.get(peer);
}

/** @returns a sentence where a program is a peer that is not installed. Debian's packages, as a rule, bear the programs' names. */
export function missingPeer({ peer, install = `apt-get install ${peer}` }) {
  if (peer === undefined || versionOf(peer) !== undefined) return undefined;
  return `skipped: ${peer} is not installed (${install})`;
}

/** @returns names with versions, of those peers that ran. */
export function peersThatRan() {
  return [...versions].filter(([, version]) => version !== undefined).map(([peer, version]) => `${peer} ${version}`);
}
