/** `work`: stories, tasks and epics, from an idea to done. */
import {
  deliver,
  endQuietlyOnClosedPipe,
  collect,
  faultOf,
  parseArgs,
  parseLimit,
  printHelp,
  renderJson,
  usageError,
  type Io,
} from "bandline/command";
import { Option, type Command } from "commander";
import { failedWork, renderHumanWork } from "./commands/answer.js";
import { validate, writeState } from "./commands/check-files.js";
import { complete, pickUp, type CompleteFlags } from "./commands/move-item.js";
import { newItem, type NewFlags } from "./commands/new-item.js";
import { listItems, nextItems, showItem, type ListFlags } from "./commands/read-items.js";
import type { WorkDocument } from "./contract.js";
import { openWork, type WorkPlace } from "./files/open-work.js";
import { AMBIGUITIES, EXECUTORS, ISOLATIONS, KINDS, PRIORITIES, SIZES, STATES, isTimestamp } from "./story/schema.js";

/** What the door hands in beside the streams. */
export interface WorkIo extends Io {
  /** Now, in UTC with milliseconds. */
  readonly clock: () => string;
}

interface Flags {
  readonly cwd?: string;
  readonly json?: boolean;
  readonly at?: string;
}

interface Run {
  readonly id: string;
  readonly place: WorkPlace;
  readonly io: WorkIo;
  readonly clock: () => string;
}

interface Subcommand<F> {
  readonly define: (command: Command) => Command;
  readonly takesId: boolean;
  readonly run: (flags: F, run: Run) => Promise<WorkDocument>;
}

const one = (flags: string, description: string, names: readonly string[]) => new Option(flags, description).choices(names);

function subcommand<F>(
  takesId: boolean,
  define: (command: Command) => Command,
  run: (flags: F, run: Run) => Promise<WorkDocument>,
): Subcommand<F> {
  return { define, takesId, run };
}

const SUBCOMMANDS: Readonly<Record<string, Subcommand<never>>> = {
  new: subcommand<NewFlags>(
    false,
    (command) =>
      command
        .description("Make a story, a task or an epic.")
        .addOption(one("--kind <kind>", "what it is", KINDS).makeOptionMandatory())
        .requiredOption("--title <title>", "what it is called")
        .option("--id <slug>", "its name in paths (default: of the title)")
        .option("--epic <slug>", "the epic that it belongs to")
        .addOption(one("--state <state>", "default: idea", STATES))
        .addOption(one("--priority <priority>", "default: normal", PRIORITIES))
        .addOption(one("--size <size>", "default: medium", SIZES))
        .addOption(one("--ambiguity <ambiguity>", "default: low", AMBIGUITIES))
        .addOption(one("--executor <executor>", "default: standard", EXECUTORS))
        .addOption(one("--isolation <isolation>", "default: module", ISOLATIONS))
        .option("--assignee <name>", "repeatable", collect(String))
        .option("--label <name>", "repeatable", collect(String))
        .option("--depends-on <id>", "what has to be done before; repeatable", collect(String))
        .option("--touches <glob>", "files that it may change; repeatable", collect(String)),
    (flags, { place, clock }) => newItem(flags, place, clock()),
  ),
  list: subcommand<ListFlags>(
    false,
    (command) =>
      command
        .description("List what there is.")
        .addOption(one("--state <state>", "repeatable", STATES).argParser(collect(String)))
        .addOption(one("--kind <kind>", "repeatable", KINDS).argParser(collect(String)))
        .option("--epic <slug>", "of one epic")
        .option("--label <name>", "with this label")
        .option("--assignee <name>", "of this one"),
    (flags, { place }) => listItems(flags, place),
  ),
  next: subcommand<{ parallelize?: number }>(
    false,
    (command) =>
      command
        .description("Say what to take next: ready, and waiting for nothing.")
        .option("--parallelize <n>", "as many as can run side by side", parseLimit),
    (flags, { place }) => nextItems(flags, place),
  ),
  show: subcommand(
    true,
    (command) => command.description("Show one item whole."),
    (_, { id, place }) => showItem(id, place),
  ),
  pickup: subcommand<{ assignee?: string }>(
    true,
    (command) => command.description("Begin: from ready to in progress.").option("--assignee <name>", "who does it"),
    ({ assignee }, { id, place, clock }) => pickUp(id, assignee, place, clock()),
  ),
  complete: subcommand<CompleteFlags>(
    true,
    (command) =>
      command
        .description("Finish: all criteria checked, the changelog written, the gate green.")
        .option("--gate <command>", "what says whether the change is covered", "node scripts/coverage/diff.mjs --json"),
    (flags, { id, place, clock, io }) => complete(id, flags, place, clock, io.env),
  ),
  validate: subcommand<{ strict?: boolean }>(
    false,
    (command) =>
      command.description("Check every file.").option("--strict", "also what a reader misses: sections, order, criteria, references"),
    (flags, { place }) => validate(flags, place),
  ),
  state: subcommand<{ check?: boolean }>(
    false,
    (command) =>
      command.description("Write docs/work/_system/_state.json.").option("--check", "fail where it is out of date, and write nothing"),
    (flags, { place }) => writeState(flags, place),
  ),
};

/** @returns the exit code; stdout is one JSON document, also on an error. */
export async function runWork(argv: readonly string[], io: WorkIo): Promise<number> {
  endQuietlyOnClosedPipe(io);
  let flags: Flags = {};
  try {
    const [name = "", ...rest] = argv[0] === "--" ? argv.slice(1) : argv;
    const found = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
    if (name === "--help" || name === "-h") return printHelp(io, HELP);
    if (found === undefined)
      throw usageError(
        "work",
        `${name === "" ? "no command" : `unknown command ${name}`}; there are ${Object.keys(SUBCOMMANDS).join(", ")}`,
      );
    const parsed = parseArgs<Flags>(`work ${name}`, rest, (command) =>
      withCommon(found.define(command)).allowExcessArguments(found.takesId),
    );
    if (parsed.help !== null) return printHelp(io, parsed.help);
    flags = parsed.options;
    const { at } = flags;
    if (at !== undefined && !isTimestamp(at))
      throw usageError(`work ${name}`, `--at: received ${at}; allowed: a time such as 2024-01-02T03:04:05.678Z`);
    const [id = "", ...more] = parsed.operands;
    if (found.takesId && (id === "" || more.length > 0))
      throw usageError(`work ${name}`, `it takes one id; received ${parsed.operands.length}`);
    const run: Run = { id, place: await openWork(io, flags.cwd), io, clock: at === undefined ? io.clock : () => at };
    return await print(io, flags, await found.run(flags as never, run));
  } catch (error) {
    return print(io, flags, failedWork(faultOf(error)));
  }
}

function withCommon(command: Command): Command {
  return command
    .option("--cwd <dir>", "the repository, or a folder in it")
    .option("--json", "no summary for people on stderr")
    .option("--at <timestamp>", "the time that is written down (default: now)");
}

const HELP = `Usage: work COMMAND [options]

${Object.keys(SUBCOMMANDS)
  .map((name) => `  work ${name}`)
  .join("\n")}

work COMMAND --help tells of each.
`;

const REPORTERS = { json: renderJson, human: renderHumanWork };

function print(io: Io, { json = false }: Flags, document: WorkDocument): Promise<number> {
  return deliver(io, { document, failed: failedWork, reporters: REPORTERS, formats: [], quiet: json });
}
