/** `bandline/command`: what every command of the repository is made of, for those that judge no coverage: arguments, streams, exit codes, git and files. */
export { BandlineError, EXIT, painterFor, renderJson, type ExitCode, type Failure, type Painter, type Rendered } from "@repo/coverage-core";
export { deliver, parseFormat, type FormatRequest } from "./command/formats.js";
export { endQuietlyOnClosedPipe, showsColours, type Io, type Output } from "./command/io.js";
export { collect, parseArgs, parseDuration, parseLimit, printHelp, usageError } from "./command/parse-args.js";
export { faultOf, type Fault } from "./command/to-problem.js";
export {
  breakLock,
  createAtomicFile,
  holderOf,
  isAlive,
  openRepository,
  readIfThere,
  tryLock,
  withLock,
  writeAtomically,
  type Git,
  type Repository,
} from "@repo/coverage-io";
