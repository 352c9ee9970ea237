import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime-DegdyBIC.js";
import { A as childrenOf, B as schemaId, C as nameOf, D as mergeCoverage, E as readLines, F as METRICS, I as asRepoPath, L as byText, M as parseSource, N as bandOfLayer, O as canonical, P as BASELINE_LAYER, R as normalisePath, S as createPathJoiner, T as parseRepoSource, V as EXIT, _ as openReport, b as IoError, c as packageReports, d as spawnGit, f as gitEnv, g as modifiedAt, h as blobIdOf, i as readSources, j as isReadableSource, k as splitRecords, l as openFolder, m as writeAtomically, n as loadPolicy, o as mergedReport, p as gitError, r as mergeRecord, s as namedReports, t as createNotices, u as openRepository, v as readIfThere, w as parseFeatureSource, x as pctOf, z as BandlineError } from "./notices-DzhS__6X.js";
import { join, resolve } from "node:path";
import { lstat } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
// packages/coverage-core/dist/diff/unquote-path.js
const ESCAPES = {
	a: 7,
	b: 8,
	t: 9,
	n: 10,
	v: 11,
	f: 12,
	r: 13,
	"\"": 34,
	"\\": 92
};
/**
* A name as git writes it: plain, or C-quoted with octal bytes. Source: git's quote.c, `unquote_c_style`.
* @param text latin1, one character a byte.
* @returns undefined where the quotes do not close or hold an escape that git does not write.
*/
function unquotePath(text) {
	if (!text.startsWith("\"")) return decode(text);
	const inside = /^"((?:[^"\\]|\\[abtnvfr"\\]|\\[0-3][0-7]{2})*)"$/.exec(text)?.[1];
	return inside === void 0 ? void 0 : decode(inside.replace(/\\([0-7]{3}|.)/g, (_, escape) => String.fromCharCode(byteOf(escape))));
}
function byteOf(escape) {
	return ESCAPES[escape] ?? Number.parseInt(escape, 8);
}
function decode(latin1) {
	return Buffer.from(latin1, "latin1").toString("utf8");
}
// packages/coverage-core/dist/diff/file-names.js
/** The names of a file in a diff: in git's header, behind `--- ` and `+++ `, behind `rename from`. Each place has its own way to be unclear. */
const NO_FILE = "/dev/null";
function namesOf(stated) {
	const { header } = stated;
	const lines = {
		old: decoded(stated.old),
		new: decoded(stated.new)
	};
	const strip = hasPrefixes(header.old === void 0 ? lines : header) ? withoutPrefix : (name) => name;
	const nameOf = (line, ofHeader) => {
		const name = line ?? ofHeader;
		return name === void 0 || name === NO_FILE ? void 0 : strip(name);
	};
	return {
		old: stated.renamed.from ?? nameOf(lines.old, header.old),
		new: stated.renamed.to ?? nameOf(lines.new, header.new),
		isDeleted: lines.new === NO_FILE
	};
}
/** `a/x b/x`: only two halves of the same path can be told apart; a rename says its names in lines of their own. */
function splitHeader(text) {
	const half = (text.length - 1) / 2;
	const [old, next] = [decoded(text.slice(0, half)), decoded(text.slice(half + 1))];
	if (text[half] !== " " || old === void 0 || next === void 0) return {};
	return old === next || withoutPrefix(old) === withoutPrefix(next) ? {
		old,
		new: next
	} : {};
}
/** Perhaps quoted, perhaps with a tab and a time behind it. */
function decoded(text) {
	if (text === void 0) return void 0;
	return unquotePath(text.replace(/\t.*$/, ""));
}
/** With prefixes the two sides differ (`a/x`, `b/x`); without, they are the same name, which may begin with `a/` itself. */
function hasPrefixes(names) {
	return names.old !== names.new;
}
/** `a/` and `b/`, and git's mnemonic ones: index, work tree, commit, object. */
function withoutPrefix(name) {
	return name.replace(/^[abciow]\//, "");
}
// packages/coverage-core/dist/diff/hunk.js
const [PLUS, MINUS, BLANK, BACKSLASH$1, CR$1] = [
	43,
	45,
	32,
	92,
	13
];
/** @returns undefined where the line is no hunk header, or one of lines that cannot be. A count that is left out is 1. */
function parseHunkHeader(text) {
	const [, oldStart, oldCount = "1", newStart, newCount = "1"] = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text) ?? [];
	if (oldStart === void 0 || newStart === void 0) return void 0;
	const hunk = {
		oldStart: Number(oldStart),
		oldCount: Number(oldCount),
		newStart: Number(newStart),
		newCount: Number(newCount)
	};
	return hunk.newStart === 0 && hunk.newCount > 0 ? void 0 : hunk;
}
/** A count of 0 names the line before the gap: the next line of that side comes one later. */
function createHunk({ oldStart, oldCount, newStart, newCount }) {
	return {
		oldLeft: oldCount,
		newLeft: newCount,
		oldAt: oldStart + (oldCount === 0 ? 1 : 0),
		newAt: newStart + (newCount === 0 ? 1 : 0),
		run: void 0
	};
}
/** @returns what is wrong with the line, or undefined. */
function takeHunkLine(hunk, line, target) {
	const mark = line[0] ?? BLANK;
	if (mark === BACKSLASH$1) return void 0;
	if (mark === PLUS) takeAdded(hunk, target);
	else if (mark === MINUS) takeRemoved(hunk);
	else if (mark === BLANK || mark === CR$1) takeContext(hunk, target);
	else return "inside a hunk a line begins with a blank, + or -";
	return hunk.oldLeft < 0 || hunk.newLeft < 0 ? "the hunk is longer than its header says" : void 0;
}
function takeAdded(hunk, { lines }) {
	lines.push(hunk.newAt);
	hunk.run = grown(hunk, 0, 1);
	hunk.newAt += 1;
	hunk.newLeft -= 1;
}
function takeRemoved(hunk) {
	hunk.run = grown(hunk, 1, 0);
	hunk.oldAt += 1;
	hunk.oldLeft -= 1;
}
function takeContext(hunk, { hunks }) {
	if (hunk.run !== void 0) hunks.push(hunk.run);
	hunk.run = void 0;
	hunk.oldAt += 1;
	hunk.newAt += 1;
	hunk.oldLeft -= 1;
	hunk.newLeft -= 1;
}
function grown({ run, oldAt, newAt }, oldMore, newMore) {
	const at = run ?? {
		oldStart: oldAt,
		oldCount: 0,
		newStart: newAt,
		newCount: 0
	};
	return {
		...at,
		oldCount: at.oldCount + oldMore,
		newCount: at.newCount + newMore
	};
}
// packages/coverage-core/dist/diff/parse-unified-diff.js
/**
* Unified diff bytes → ChangedFile[].
* Hunks are read by the counts of their headers, so content that looks like a header (`+++ x`, `diff --git`) is content.
*/
/** The whole text at once. */
function parseUnifiedDiff(bytes) {
	const parser = createDiffParser();
	parser.push(bytes);
	return parser.end();
}
const NEWLINE$2 = 10;
const CR = 13;
const BACKSLASH = 92;
const SUBMODULE_MODE = "160000";
const SYMLINK_MODE = "120000";
/** A hunk's line behind its last one, but neither the next file's `--- ` nor the `-- ` above a mail's signature. */
const LEFT_OVER = /^[+ ]|^-(?!-- |- ?$)/;
/** Its hunks have a column for each parent; read as the diff of one, it would seem to change nothing. */
const COMBINED = /^diff --(?:cc|combined) /;
function createDiffParser() {
	const state = {
		files: [],
		file: void 0,
		hunk: void 0,
		lineNumber: 0,
		sawText: false
	};
	let rest = [];
	return {
		push(chunk) {
			const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
			let from = 0;
			for (let at = bytes.indexOf(NEWLINE$2); at !== -1; at = bytes.indexOf(NEWLINE$2, from)) {
				const tail = bytes.subarray(from, at);
				takeLine(state, rest.length === 0 ? tail : Buffer.concat([...rest, tail]));
				rest = [];
				from = at + 1;
			}
			if (from < bytes.length) rest.push(Buffer.from(bytes.subarray(from)));
		},
		end() {
			if (rest.length > 0) takeLine(state, Buffer.concat(rest));
			if (state.hunk !== void 0 && isOpen(state.hunk)) throw malformed(state, "the diff stops inside a hunk");
			closeFile(state);
			if (state.sawText && state.files.length === 0) throw malformed(state, "no file header was found");
			return state.files;
		}
	};
}
function takeLine(state, line) {
	state.lineNumber += 1;
	if (line.length > 0) state.sawText = true;
	const { hunk, file } = state;
	if (hunk !== void 0 && file !== void 0 && isOpen(hunk)) {
		const fault = takeHunkLine(hunk, line, file);
		if (fault !== void 0) throw malformed(state, fault);
	} else if (line[0] !== BACKSLASH) takeHeader(state, withoutCr(line).toString("latin1"));
}
function takeHeader(state, text) {
	const { file } = state;
	if (state.hunk !== void 0 && LEFT_OVER.test(text)) throw malformed(state, "the hunk is longer than its header says");
	closeHunk(state);
	if (COMBINED.test(text)) throw malformed(state, "this is the combined diff of a merge: compare two commits");
	if (text.startsWith("diff --git ")) openFile(state).names.header = splitHeader(text.slice(11));
	else if (text.startsWith("--- ")) (file === void 0 || file.names.old !== void 0 ? openFile(state) : file).names.old = text.slice(4);
	else if (text.startsWith("+++ ") && file !== void 0) file.names.new = text.slice(4);
	else if (text.startsWith("@@")) openHunk(state, text);
	else if (file?.hasHunk === false) takeExtended(file, text);
}
function openHunk(state, text) {
	const header = parseHunkHeader(text);
	if (header === void 0) throw malformed(state, "a hunk has no header that can be read");
	if (state.file === void 0) throw malformed(state, "a hunk stands before any file");
	state.file.hasHunk = true;
	state.hunk = createHunk(header);
}
/** git's own lines between the header and the hunks. */
function takeExtended(file, text) {
	const mode = /^(?:new file mode|old mode|new mode|deleted file mode|index [0-9a-f]+\.\.[0-9a-f]+) (\d{6})$/.exec(text)?.[1];
	if (mode === SUBMODULE_MODE) file.kind = "submodule";
	else if (mode === SYMLINK_MODE) file.kind = "symlink";
	if (text.startsWith("new file mode")) file.isNew = true;
	else if (text.startsWith("deleted file mode")) file.kind = "deleted";
	else if (text.startsWith("new mode") && file.kind === "text") file.kind = "mode";
	else if (/^Binary files .* differ$/.test(text) || text === "GIT binary patch") file.kind = file.kind === "deleted" ? "deleted" : "binary";
	const [, side, name = ""] = /^(?:rename|copy) (from|to) (.*)$/.exec(text) ?? [];
	const unquoted = unquotePath(name);
	if (side !== void 0 && unquoted !== void 0) file.names.renamed = {
		...file.names.renamed,
		[side]: unquoted
	};
}
function openFile(state) {
	closeFile(state);
	state.file = {
		names: {
			header: {},
			renamed: {},
			old: void 0,
			new: void 0
		},
		kind: "text",
		isNew: false,
		hasHunk: false,
		lines: [],
		hunks: []
	};
	return state.file;
}
function closeFile(state) {
	closeHunk(state);
	const { file } = state;
	if (file === void 0) return;
	if (file.names.old !== void 0 && !file.hasHunk) throw malformed(state, "no hunk stands behind the names");
	const names = namesOf(file.names);
	const deleted = file.kind === "deleted" || names.isDeleted;
	const name = deleted ? names.old : names.new;
	if (name === void 0) throw malformed(state, "a file's name could not be read");
	const kind = deleted ? "deleted" : file.kind === "mode" && file.hunks.length > 0 ? "text" : file.kind;
	const oldFile = file.isNew || names.old === void 0 ? null : asRepoPath(names.old);
	state.files.push({
		file: asRepoPath(name),
		oldFile,
		kind,
		lines: kind === "text" ? file.lines : [],
		hunks: file.hunks
	});
}
function closeHunk(state) {
	if (state.hunk?.run !== void 0) state.file?.hunks.push(state.hunk.run);
	state.hunk = void 0;
}
function isOpen({ oldLeft, newLeft }) {
	return oldLeft > 0 || newLeft > 0;
}
function withoutCr(line) {
	return line.at(-1) === CR ? line.subarray(0, -1) : line;
}
function malformed({ lineNumber }, message) {
	return new BandlineError({
		code: "DIFF_MALFORMED",
		message: `line ${lineNumber} of the diff: ${message}`,
		hint: "give a unified diff, as `git diff` prints it",
		exitCode: EXIT.data
	});
}
// packages/coverage-core/dist/gate/changed-arms.js
/** @returns the arms in the order of line, block and arm. */
function changedArms(lines, coverage, source) {
	const changed = new Set(lines);
	const blocks = /* @__PURE__ */ new Map();
	for (const arm of coverage.branches) {
		if (!changed.has(arm.line)) continue;
		const key = `${arm.line} ${arm.block}`;
		blocks.set(key, [...blocks.get(key) ?? [], arm]);
	}
	return [...blocks.values()].flatMap((arms) => {
		const names = namesFor(arms, [...blocks.values()], source?.facts ?? null);
		return arms.map(({ line, arm, taken }, index) => ({
			line,
			taken: (taken ?? 0) > 0,
			name: names[index] ?? `arm ${arm}`
		}));
	});
}
/** The branches of a line are told apart by their order; where report and source count differently, none is named. */
function namesFor(arms, blocks, facts) {
	const line = arms[0]?.line;
	const inReport = blocks.filter((block) => block[0]?.line === line);
	const inSource = facts?.branches.filter((branch) => branch.line === line) ?? [];
	const names = inSource[inReport.indexOf(arms)]?.arms ?? [];
	return inReport.length === inSource.length && names.length === arms.length ? names : [];
}
// packages/coverage-core/dist/gate/executable-lines.js
/** @returns executions by changed line, in the order of `lines`; a line that is absent has no executable code. */
function executionsOf(lines, coverage, source) {
	const executions = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const hits = coverage.lines.get(line) ?? coverage.lines.get(source?.facts?.statementAt.get(line) ?? line);
		if (hits !== void 0) executions.set(line, hits);
	}
	return executions;
}
/** Without a report: which lines could run, as far as the text tells; of a line that it does not have it tells nothing. */
function possiblyExecutable(lines, { facts, text }) {
	if (facts !== null) return lines.filter((line) => facts.statementAt.has(line));
	const texts = text.split("\n");
	return lines.filter((line) => texts[line - 1]?.trim() !== "");
}
// packages/coverage-core/dist/gate/ranges.js
/** @param gaps ascending by line. @returns neighbours of one kind in one function as one range, in the order of the lines. */
function rangesOf(gaps, source, coverage) {
	const ranges = [];
	for (const gap of gaps) {
		const inside = functionAt(gap.line, source?.facts ?? null, coverage);
		const arms = gap.arms.map((arm) => ({
			line: gap.line,
			arm
		}));
		const last = ranges.at(-1);
		if (last !== void 0 && last.kind === gap.kind && last.lines.at(-1) === gap.line - 1 && last.function?.line === inside?.line) ranges[ranges.length - 1] = {
			...last,
			lines: [...last.lines, gap.line],
			arms: [...last.arms, ...arms]
		};
		else ranges.push({
			kind: gap.kind,
			lines: [gap.line],
			function: inside,
			arms
		});
	}
	return ranges;
}
/** The innermost function around a line, which is the last to begin: by the source, else by what the report knows of functions. */
function functionAt(line, facts, coverage) {
	const innermost = (facts?.functions ?? coverage?.functions.map((each) => ({
		...each,
		endLine: each.endLine ?? Number.POSITIVE_INFINITY
	})) ?? []).findLast((each) => each.line <= line && line <= each.endLine);
	return innermost === void 0 ? null : {
		name: innermost.name,
		line: innermost.line
	};
}
// packages/coverage-core/dist/gate/judge-file.js
/** @returns the verdict; never throws. A stale file is one gap: its numbers speak of another text. */
function judgeFile(input) {
	const { coverage, source } = input;
	if (coverage === void 0) return withoutReport(input, runnableOf(input));
	if (source?.freshness === "stale") return stale(input, runnableOf(input));
	return judged(input, coverage);
}
function runnableOf({ change, source }) {
	return source === void 0 ? change.lines : possiblyExecutable(change.lines, source);
}
function withoutReport(input, runnable) {
	const [first] = input.change.lines;
	if (first === void 0 || runnable.length === 0) return verdict(input, []);
	return {
		...verdict(input, [{
			line: first,
			kind: "no-coverage-data",
			arms: []
		}]),
		executableLines: runnable.length
	};
}
function stale(input, runnable) {
	const [first] = input.change.lines;
	if (first === void 0 || runnable.length === 0) return verdict(input, []);
	return {
		...verdict(input, [{
			line: first,
			kind: "stale-coverage",
			arms: []
		}]),
		status: "error"
	};
}
function judged(input, coverage) {
	const executions = executionsOf(input.change.lines, coverage, input.source);
	const arms = changedArms(input.change.lines, coverage, input.source);
	const uncovered = [...executions].filter(([, hits]) => hits === 0).map(([line]) => ({
		line,
		kind: "uncovered",
		arms: []
	}));
	const partial = partialBranches(arms, executions, input.policy.band.branches);
	return {
		...verdict(input, [...uncovered, ...partial].sort((a, b) => a.line - b.line)),
		executableLines: executions.size,
		coveredLines: executions.size - uncovered.length,
		branches: {
			total: arms.length,
			taken: arms.filter(({ taken }) => taken).length
		}
	};
}
/** Listed only where the band is missed; an arm on a line that never ran is part of that line's gap. */
function partialBranches(arms, executions, requiredPercent) {
	if (arms.filter((arm) => arm.taken).length * 100 >= requiredPercent * arms.length) return [];
	const missing = arms.filter((arm) => !arm.taken && executions.get(arm.line) !== 0);
	return [...new Set(missing.map(({ line }) => line))].map((line) => ({
		line,
		kind: "partial-branch",
		arms: missing.filter((arm) => arm.line === line).map(({ name }) => name)
	}));
}
function verdict(input, gaps) {
	return {
		file: input.change.file,
		policy: input.policy,
		status: gaps.length === 0 ? "pass" : "fail",
		changedLines: input.change.lines.length,
		executableLines: 0,
		coveredLines: 0,
		branches: {
			total: 0,
			taken: 0
		},
		ranges: rangesOf(gaps, input.source, input.coverage)
	};
}
// packages/coverage-core/dist/gate/judge-diff.js
/** Endings of languages for which coverage is measured somewhere: such a file is gated even where no report knows it. */
const SOURCE_ENDINGS = /\.(?:[cm]?[jt]sx?|py|go|rs|java|kts?|scala|groovy|rb|php|cs|fs|vb|c|cc|cpp|cxx|h|hh|hpp|hxx|m|mm|swift|dart|exs?|erl|hs|clj[cs]?|lua|pl|pm|vue|svelte)$/;
/** @returns a verdict for every gated file. Never throws. */
function judgeDiff(input) {
	const withPolicy = input.changes.map((change) => ({
		change,
		policy: gatedPolicy(change.file, input)
	}));
	const files = withPolicy.filter(({ change, policy }) => policy.exempt === null && change.kind === "text" && change.lines.length > 0).map(({ change, policy }) => judgeFile({
		change,
		policy,
		coverage: input.coverageOf(change.file),
		source: input.sourceOf(change.file)
	}));
	return {
		status: statusOf(files),
		reason: reasonOf(withPolicy, files),
		filesChanged: input.changes.length,
		files
	};
}
/** The policy of a file, exempt too where no reader understands it and no report speaks of it (an image, a style sheet). */
function gatedPolicy(file, { policyOf, coverageOf }) {
	const policy = policyOf(file);
	if (policy.exempt !== null || SOURCE_ENDINGS.test(file) || coverageOf(file) !== void 0) return policy;
	return {
		...policy,
		exempt: {
			id: "no-reader",
			why: "no coverage is measured for such files"
		}
	};
}
function statusOf(files) {
	if (files.some(({ status }) => status === "fail")) return "fail";
	return files.some(({ status }) => status === "error") ? "error" : "pass";
}
function reasonOf(changes, files) {
	if (changes.length === 0) return "empty-diff";
	if (changes.every(({ policy }) => policy.exempt !== null)) return "only-exempt";
	return files.some(({ executableLines, ranges }) => executableLines > 0 || ranges.length > 0) ? null : "no-executable-lines";
}
// packages/coverage-core/dist/guard/comments.js
/** @returns the comments of a file in order; its lines where the language is not parsed, so that a hint is never missed. */
function commentsOf(file, text) {
	const parsed = isReadableSource(file) ? parseSource(file, text) : void 0;
	if (parsed === void 0) return text.split("\n").map((line, index) => ({
		text: line,
		line: index + 1,
		endLine: index + 1
	}));
	return parsed.comments.map(({ value, start, end }) => ({
		text: value,
		line: parsed.lineOf(start),
		endLine: parsed.lineOf(end - 1)
	}));
}
/** The words behind ` -- `. `@preserve` and the like only speak to a bundler. */
function reasonIn(text) {
	const [, said = ""] = /\s--\s+(.*)$/s.exec(text) ?? [];
	const reason = said.replace(/@(?:preserve|license)\b/g, "").replace(/(?:\*\/|-->|\})\s*$/, "").trim();
	return reason === "" ? null : reason;
}
/** The reason that a comment on one of these lines gives. */
function reasonNear(comments, lines) {
	const wanted = new Set(lines);
	return comments.filter(({ line, endLine }) => wanted.has(line) || wanted.has(endLine)).map(({ text }) => reasonIn(text)).find((reason) => reason !== null) ?? null;
}
/** What stands on a line that the change added. */
function onChangedLines(items, { lines }) {
	const changed = new Set(lines);
	return items.filter(({ line }) => changed.has(line));
}
// packages/coverage-core/dist/guard/changed-manifests.js
/** Manifests that promise less than before, compared by value. */
function changedManifests(input) {
	const features = input.features.flatMap((pair) => placed(pair, featureLosses(pair), input));
	return input.repo === null ? features : [...features, ...placed(input.repo, repoLosses(input.repo), input)];
}
function featureLosses({ base, head }) {
	if (base === null || head === null) return [];
	const layers = [.../* @__PURE__ */ new Set([
		BASELINE_LAYER,
		...Object.keys(base.coverage.bands),
		...Object.keys(head.coverage.bands)
	])];
	const score = {
		before: base.coverage.mutationScore ?? 80,
		now: head.coverage.mutationScore ?? 80
	};
	const targets = (base.coverage.mutationTargets ?? []).filter((layer) => head.coverage.mutationTargets?.includes(layer) !== true);
	return [
		...layers.flatMap((layer) => lowered(layer, bandOfLayer(layer, base), bandOfLayer(layer, head))),
		...score.now < score.before ? [{
			kind: "band-lowered",
			detail: `mutationScore from ${score.before} to ${score.now}`,
			word: "mutationScore"
		}] : [],
		...targets.map((layer) => ({
			kind: "band-lowered",
			detail: `mutationTargets without ${layer}`,
			word: "mutationTargets"
		})),
		...added(base.coverage.exempt ?? [], head.coverage.exempt ?? []).map((glob) => ({
			kind: "exempt-widened",
			detail: glob,
			word: glob
		})),
		...movedLayers(base, head)
	];
}
/** A glob that left a layer leaves its files to a lower band, and one that joined another may do the same. */
function movedLayers(base, head) {
	const before = Object.entries(base.coverage.layers ?? {});
	const now = head.coverage.layers ?? {};
	return before.flatMap(([layer, globs]) => added(now[layer] ?? [], globs).map((glob) => ({
		kind: "band-lowered",
		detail: `layer ${layer} without ${glob}`,
		word: layer
	})));
}
function repoLosses({ base, head }) {
	const before = base?.exempt ?? [];
	const rules = (head?.exempt ?? []).flatMap((rule) => {
		const old = before.find(({ id }) => id === rule.id);
		const globs = added(old?.globs ?? [], rule.globs).map((glob) => `${rule.id}: ${glob}`);
		const excepts = added(rule.except ?? [], old?.except ?? []).map((glob) => `${rule.id}: no longer excepts ${glob}`);
		return [...globs, ...excepts].map((detail) => ({
			kind: "exempt-widened",
			detail,
			word: rule.id
		}));
	});
	if (base?.band === void 0) return rules;
	const nothing = {
		statements: 0,
		branches: 0,
		functions: 0,
		lines: 0
	};
	return [...rules, ...lowered("the repository", base.band, head?.band ?? nothing)];
}
function lowered(layer, before, now) {
	return METRICS.filter((metric) => now[metric] < before[metric]).map((metric) => ({
		kind: "band-lowered",
		detail: `${layer}.${metric} from ${before[metric]} to ${now[metric]}`,
		word: layer
	}));
}
function added(before, now) {
	return now.filter((item) => !before.includes(item));
}
function placed({ file }, losses, { changes, textOf }) {
	const text = textOf(file) ?? "";
	const changed = changes.find((change) => change.file === file);
	return losses.map(({ kind, detail, word }) => {
		const line = lineOf(word, text, changed);
		return {
			kind,
			file,
			line,
			detail,
			reason: reasonNear(commentsOf(file, text), line === null ? [] : [line - 1, line])
		};
	});
}
function lineOf(word, text, change) {
	const lines = text.split("\n");
	return change?.lines.find((line) => lines[line - 1]?.includes(word)) ?? change?.lines[0] ?? null;
}
// packages/coverage-core/dist/guard/multiset.js
/** @returns the items of `now` that `before` does not account for, each as often as it came on top, in the order of `now`. */
function addedTo(before, now, keyOf) {
	const left = /* @__PURE__ */ new Map();
	for (const item of before) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
	return now.filter((item) => {
		const known = left.get(keyOf(item)) ?? 0;
		left.set(keyOf(item), known - 1);
		return known <= 0;
	});
}
// packages/coverage-core/dist/guard/tests-of.js
/** A test file's text → its tests: titles, how many cases, how many assertions, and whether one is told not to run. */
const NONE$1 = {
	tests: [],
	skips: [],
	imports: []
};
const TESTS = /* @__PURE__ */ new Set([
	"it",
	"test",
	"xit",
	"xtest",
	"fit"
]);
const SUITES = /* @__PURE__ */ new Set([
	"describe",
	"suite",
	"xdescribe",
	"fdescribe"
]);
const SKIP_WORDS = [
	"skip",
	"only",
	"todo"
];
const SKIPPED_NAMES = {
	xit: "skip",
	xtest: "skip",
	xdescribe: "skip",
	fit: "only",
	fdescribe: "only"
};
function isTestFile(file) {
	return /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(file) || /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(file);
}
/** @returns nothing where the text cannot be parsed: its tests would not run either. */
function testsOf(file, text) {
	if (file.endsWith(".py")) return pythonTests(text);
	const parsed = parseSource(file, text);
	if (parsed === void 0) return NONE$1;
	const facts = {
		tests: [],
		skips: [],
		imports: []
	};
	collect$1(parsed.program, parsed, facts);
	return facts;
}
function collect$1(node, parsed, facts) {
	if (node.type === "ImportDeclaration") noteImport(node, facts);
	const called = node.type === "CallExpression" ? calledName(node["callee"]) : void 0;
	if (called === void 0 || !(TESTS.has(called.root) || SUITES.has(called.root))) {
		for (const child of childrenOf(node)) collect$1(child, parsed, facts);
		return;
	}
	noteCall(node, called, parsed, facts);
	for (const child of node["arguments"]) collect$1(child, parsed, facts);
}
function noteCall(node, called, parsed, facts) {
	const args = node["arguments"];
	const title = titleOf(args[0], parsed);
	const line = parsed.lineOf(node.start);
	const word = SKIPPED_NAMES[called.root] ?? called.properties.find((property) => SKIP_WORDS.includes(property)) ?? skipOption(args[1]);
	if (word !== void 0) facts.skips.push({
		title,
		line,
		word
	});
	if (TESTS.has(called.root)) facts.tests.push({
		title,
		line,
		cases: called.rows ?? 1,
		assertions: assertionsIn(node)
	});
}
function noteImport(node, facts) {
	const specifier = node["source"]["value"];
	if (typeof specifier === "string" && specifier.startsWith(".")) facts.imports.push(specifier);
}
/** `it.skip.each(table)` → root `it`, properties `skip`, `each`. */
function calledName(callee) {
	if (callee.type === "Identifier") return {
		root: String(callee["name"]),
		properties: [],
		rows: void 0
	};
	if (callee.type === "MemberExpression") {
		const inner = calledName(callee["object"]);
		return inner && {
			...inner,
			properties: [...inner.properties, String(callee["property"]["name"])]
		};
	}
	if (callee.type === "CallExpression") {
		const inner = calledName(callee["callee"]);
		const [table] = callee["arguments"];
		return inner && {
			...inner,
			rows: table?.type === "ArrayExpression" ? table["elements"].length : inner.rows
		};
	}
	return callee.type === "TaggedTemplateExpression" ? calledName(callee["tag"]) : void 0;
}
function titleOf(argument, { text }) {
	if (argument === void 0) return "";
	return argument.type === "Literal" ? String(argument["value"]) : text.slice(argument.start, argument.end);
}
/** `it("…", { skip: true }, …)`. */
function skipOption(argument) {
	if (argument?.type !== "ObjectExpression") return void 0;
	const set = argument["properties"].find((property) => SKIP_WORDS.includes(String(property["key"]?.["name"])) && property["value"]["value"] === true);
	return set === void 0 ? void 0 : String(set["key"]["name"]);
}
/** Calls that begin with `expect`, `assert` or `check`. */
function assertionsIn(node) {
	const own = node.type === "CallExpression" && node["callee"] !== void 0 && isAssertion(node["callee"]) ? 1 : 0;
	return childrenOf(node).reduce((sum, child) => sum + assertionsIn(child), own);
}
function isAssertion(callee) {
	if (callee.type === "MemberExpression") return callee["object"]["name"] === "assert";
	return callee.type === "Identifier" && /^(?:expect|assert|check)/.test(String(callee["name"]));
}
const PYTHON_SKIP = /(?:@(?:pytest\.mark\.|unittest\.)|\bpytest\.(?=skip\())(skip\w*|xfail)/;
/** Python by its lines: a test is a `def test…`, an assertion begins with `assert` or `self.assert`. */
function pythonTests(text) {
	const tests = [];
	const skips = [];
	for (const [index, content] of text.split("\n").entries()) {
		const title = /^\s*(?:async\s+)?def\s+(test\w*)/.exec(content)?.[1];
		const word = PYTHON_SKIP.exec(content)?.[1];
		if (title !== void 0) tests.push({
			title,
			line: index + 1,
			cases: 1,
			assertions: 0
		});
		if (word !== void 0) skips.push({
			title: content.trim(),
			line: index + 1,
			word
		});
		const last = tests.at(-1);
		if (last !== void 0 && /^\s+(?:assert\b|self\.assert|with pytest\.raises)/.test(content)) tests[tests.length - 1] = {
			...last,
			assertions: last.assertions + 1
		};
	}
	return {
		tests,
		skips,
		imports: []
	};
}
// packages/coverage-core/dist/guard/changed-tests.js
const NONE = {
	tests: [],
	skips: [],
	imports: []
};
/** A test that moved to another file of the same change is not deleted. */
function changedTests(input) {
	const files = input.changes.filter(({ file, oldFile, kind }) => (kind === "text" || kind === "deleted") && (isTestFile(file) || isTestFile(oldFile ?? ""))).map((change) => read(change, input));
	const added = files.flatMap(({ before, now }) => addedTo(before.tests, now.tests, ({ title }) => title).map(({ title }) => title));
	return files.flatMap((test) => [
		...skipped(test),
		...deleted(test, added, input.changes),
		...weakened(test, input.changes)
	]);
}
function read(change, { textOf, baseTextOf }) {
	const text = change.kind === "deleted" || !isTestFile(change.file) ? void 0 : textOf(change.file);
	const oldFile = change.oldFile ?? change.file;
	const baseText = change.oldFile === null ? void 0 : baseTextOf(oldFile);
	return {
		change,
		before: baseText === void 0 ? NONE : testsOf(oldFile, baseText),
		now: text === void 0 ? NONE : testsOf(change.file, text),
		comments: text === void 0 ? [] : commentsOf(change.file, text)
	};
}
function skipped({ change, before, now, comments }) {
	return (before === NONE ? onChangedLines(now.skips, change) : addedTo(before.skips, now.skips, ({ title, word }) => `${word} ${title}`)).map(({ title, line, word }) => ({
		kind: "test-skipped",
		file: change.file,
		line,
		detail: `.${word} on "${title}"`,
		reason: reasonNear(comments, [line - 1, line])
	}));
}
/** Counted, so that a test under a new title is not a deleted one; a title that turned up in another file has moved. */
function deleted({ change, before, now, comments }, added, changes) {
	if (isSubjectGone(change, changes)) return [];
	const gone = addedTo(now.tests, before.tests, ({ title }) => title);
	const [moved, missing] = [gone.filter(({ title }) => added.includes(title)), gone.filter(({ title }) => !added.includes(title))];
	const fewer = cases(before.tests) - cases(moved) - cases(now.tests);
	if (fewer <= 0) return [];
	const titles = missing.map(({ title }) => `"${title}"`).join(", ");
	const detail = `${fewer} ${fewer === 1 ? "case" : "cases"} fewer${titles === "" ? "" : `; gone: ${titles}`}`;
	return [{
		kind: "test-deleted",
		file: change.file,
		line: null,
		detail,
		reason: reasonNear(comments, change.lines)
	}];
}
function weakened({ change, before, now, comments }, changes) {
	if (isSubjectChanged(change.file, now, changes)) return [];
	return now.tests.flatMap((test) => {
		const [old, ...more] = before.tests.filter(({ title }) => title === test.title);
		if (old === void 0 || more.length > 0 || test.assertions >= old.assertions) return [];
		return [{
			kind: "assertion-removed",
			file: change.file,
			line: test.line,
			detail: `"${test.title}" had ${old.assertions} assertions and has ${test.assertions}`,
			reason: reasonNear(comments, [test.line - 1, ...change.lines])
		}];
	});
}
function cases(tests) {
	return tests.reduce((sum, test) => sum + test.cases, 0);
}
/** `a/b.test.ts` tests `a/b`. */
function stemOf(file) {
	return file.replace(/(?:\.(?:test|spec))?\.[cm]?[jt]sx?$/, "").replace(/(^|\/)test_([^/]*)\.py$/, "$1$2").replace(/(?:_test)?\.py$/, "");
}
function isSubjectGone({ file, oldFile }, changes) {
	const stem = stemOf(oldFile ?? file);
	return changes.some((change) => change.kind === "deleted" && !isTestFile(change.file) && stemOf(change.file) === stem);
}
function isSubjectChanged(file, { imports }, changes) {
	const folder = file.slice(0, file.lastIndexOf("/") + 1);
	const stems = /* @__PURE__ */ new Set([stemOf(file), ...imports.map((specifier) => stemOf(normalisePath(`${folder}${specifier}`)))]);
	return changes.some((change) => !isTestFile(change.file) && stems.has(stemOf(change.file)));
}
// packages/coverage-core/dist/guard/ignore-hints.js
/** Sources: the documentation of vitest, c8, istanbul, node, Stryker, coverage.py, lcov, gcovr, Dart's coverage and PHPUnit. */
const HINTS = [
	/\b(?:v8|c8|istanbul)\s+ignore\s+(?!stop\b)\w+/i,
	/\bnode:coverage\s+(?:ignore|disable)\b/,
	/\bStryker\s+disable\b/,
	/\bpragma:\s*no\s*(?:cover|branch)\b/i,
	/\b(?:LCOV|GCOV|GCOVR)_EXCL_(?!STOP|BR_STOP)\w+/,
	/\bcoverage:ignore-(?:line|start|file)\b/,
	/@codeCoverageIgnore(?!End)\w*/
];
/** A hint that only moved is not new: hints are compared by their words, not by their place. Where the base is unknown, their place decides. */
function addedHints(change, text, baseText) {
	const now = hintsIn(change.file, text);
	return (baseText === void 0 ? onChangedLines(now, change) : addedTo(hintsIn(change.file, baseText), now, ({ hint }) => hint)).map(({ hint, line, text: comment }) => ({
		kind: "ignore-added",
		file: change.file,
		line,
		detail: hint,
		reason: reasonIn(comment)
	}));
}
/** Most files hold no such words anywhere, and are not parsed for their comments. */
function hintsIn(file, text) {
	if (!HINTS.some((each) => each.test(text))) return [];
	return commentsOf(file, text).flatMap((comment) => {
		const hint = HINTS.map((each) => each.exec(comment.text)?.[0]).find((found) => found !== void 0);
		return hint === void 0 ? [] : [{
			...comment,
			hint: hint.replace(/\s+/g, " ")
		}];
	});
}
// packages/coverage-core/dist/guard/judge-guard.js
/**
* The guard: does a change make the gate see less? Ignore hints, skipped and deleted tests, removed assertions, lowered bands, wider exemptions.
* Pure. A finding whose own comment gives a reason behind ` -- ` is accepted, and still listed.
*/
/** Documentation may speak of hints. */
const PROSE = /\.(?:md|mdx|json|ya?ml|txt|lock|html|css|svg)$/;
/** @returns the findings by file and line. Never throws. */
function judgeGuard(input) {
	return [
		...input.changes.filter(({ file, kind, lines }) => kind === "text" && lines.length > 0 && !isTestFile(file) && !PROSE.test(file)).flatMap((change) => {
			const text = input.textOf(change.file);
			return text === void 0 ? [] : addedHints(change, text, change.oldFile === null ? void 0 : input.baseTextOf(change.oldFile));
		}),
		...changedTests(input),
		...changedManifests(input)
	].sort((a, b) => byText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
}
// packages/coverage-core/dist/lcov/byte-source.js
/** @returns the bytes from `from` up to, not with, `to`. */
function bytesBetween(source, from, to) {
	const bytes = Buffer.allocUnsafe(to - from);
	return bytes.subarray(0, source.read(bytes, from));
}
const CHUNK = 1 << 20;
const NEWLINE$1 = 10;
/** @returns the number, from 1, of the line that begins at offset `at`. */
function lineNumberAt(source, at) {
	let line = 1;
	for (let from = 0; from < at; from += CHUNK) {
		const bytes = bytesBetween(source, from, Math.min(at, from + CHUNK));
		for (let newline = bytes.indexOf(NEWLINE$1); newline !== -1; newline = bytes.indexOf(NEWLINE$1, newline + 1)) line += 1;
	}
	return line;
}
// packages/coverage-core/dist/lcov/find-records.js
/**
* The records of a few files out of a report of any size.
* A regular report, in which every `SF:` stands behind an `end_of_record`, is searched for `SF:` alone; only what is asked for is read on.
* Anything else is left to `splitRecords`, which knows every exception and every fault.
*/
/**
* @param name the report's path, for errors.
* @param pick is asked once for the path of every record, in order; undefined leaves the record out.
* @param chunkSize how many bytes are looked at together.
* @returns the picked records, in order.
* @throws BandlineError as `splitRecords`.
*/
function findRecords(source, name, pick, chunkSize = 1 << 20) {
	const found = (findPlaces(source, chunkSize)?.flatMap((place) => {
		const as = pick(place.path);
		return as === void 0 ? [] : [{
			place,
			as
		}];
	}))?.map(({ place, as }) => ({
		as,
		record: recordAt(source, place)
	}));
	if (found?.every(({ record }) => record !== void 0) === true) return found;
	return splitRecords(bytesBetween(source, 0, source.size), name).flatMap((record) => {
		const as = pick(record.file);
		return as === void 0 ? [] : [{
			record,
			as
		}];
	});
}
/** @returns undefined where the bytes there are not one whole record. */
function recordAt(source, { path, from, to }) {
	const bytes = bytesBetween(source, from, to);
	const end = bytes.lastIndexOf(END);
	const isWhole = bytes.indexOf(END) === end;
	let line;
	return isWhole ? {
		file: path,
		bytes,
		get line() {
			return line ??= lineNumberAt(source, from);
		}
	} : void 0;
}
const SF = Buffer.from("SF:");
const END = Buffer.from("\nend_of_record");
const NEWLINE = 10;
/** Enough for the lines between two records: `end_of_record`, and the name of a test. */
const LOOK_BEHIND = 512;
/** @returns where each record is; undefined where the report is not a regular one. */
function findPlaces(source, chunkSize) {
	const window = Buffer.allocUnsafeSlow(Math.max(chunkSize, 2 * LOOK_BEHIND));
	const places = [];
	for (let base = 0, filled = 0, next = 0;;) {
		filled += source.read(window.subarray(filled), base + filled);
		const isEnd = base + filled >= source.size;
		const bytes = window.subarray(0, filled);
		let at = bytes.indexOf(SF, next);
		for (; at !== -1; at = bytes.indexOf(SF, at + SF.length)) {
			if (at + base > 0 && bytes[at - 1] !== NEWLINE) continue;
			const newline = bytes.indexOf(NEWLINE, at);
			if (newline === -1) break;
			const from = base + startOfRecord(bytes, at, base === 0 && places.length === 0);
			const path = bytes.toString("utf8", at + SF.length, newline).trim();
			if (from < base || path === "") return void 0;
			const last = places.at(-1);
			if (last !== void 0) last.to = from;
			places.push({
				path,
				from,
				to: source.size
			});
		}
		if (isEnd) return at === -1 && places.length > 0 && endsWhole(bytes) ? places : void 0;
		const rest = at === -1 ? filled - SF.length + 1 : at;
		const kept = Math.max(0, rest - LOOK_BEHIND);
		if (kept === 0) return void 0;
		window.copyWithin(0, kept, filled);
		base += kept;
		filled -= kept;
		next = rest - kept;
	}
}
/** @returns where the lines begin that belong to the record of the `SF:` at `at`; -1 where no `end_of_record` stands before them. */
function startOfRecord(bytes, at, isFirst) {
	if (at === 0) return isFirst ? 0 : -1;
	const before = bytes.lastIndexOf(NEWLINE, at - 2);
	if (before === -1 && !isFirst) return -1;
	const line = bytes.toString("latin1", before + 1, at - 1).trimEnd();
	if (line === "end_of_record") return at;
	return line.startsWith("TN:") ? startOfRecord(bytes, before + 1, isFirst) : -1;
}
function endsWhole(bytes) {
	return /\nend_of_record\s*$/.test(bytes.toString("latin1", Math.max(0, bytes.length - LOOK_BEHIND)));
}
// packages/coverage-core/dist/lcov/parse-with-lcov-parse.js
var import_lib = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	var fs = __require("fs");
	var path = __require("path");
	/* istanbul ignore next */
	var exists = fs.exists || path.exists;
	var walkFile = function(str, cb) {
		var data = [], item;
		["end_of_record"].concat(str.split("\n")).forEach(function(line) {
			line = line.trim();
			var allparts = line.split(":"), parts = [allparts.shift(), allparts.join(":")], lines, fn;
			switch (parts[0].toUpperCase()) {
				case "TN":
					item.title = parts[1].trim();
					break;
				case "SF":
					item.file = parts.slice(1).join(":").trim();
					break;
				case "FNF":
					item.functions.found = Number(parts[1].trim());
					break;
				case "FNH":
					item.functions.hit = Number(parts[1].trim());
					break;
				case "LF":
					item.lines.found = Number(parts[1].trim());
					break;
				case "LH":
					item.lines.hit = Number(parts[1].trim());
					break;
				case "DA":
					lines = parts[1].split(",");
					item.lines.details.push({
						line: Number(lines[0]),
						hit: Number(lines[1])
					});
					break;
				case "FN":
					fn = parts[1].split(",");
					item.functions.details.push({
						name: fn[1],
						line: Number(fn[0])
					});
					break;
				case "FNDA":
					fn = parts[1].split(",");
					item.functions.details.some(function(i, k) {
						if (i.name === fn[1] && i.hit === void 0) {
							item.functions.details[k].hit = Number(fn[0]);
							return true;
						}
					});
					break;
				case "BRDA":
					fn = parts[1].split(",");
					item.branches.details.push({
						line: Number(fn[0]),
						block: Number(fn[1]),
						branch: Number(fn[2]),
						taken: fn[3] === "-" ? 0 : Number(fn[3])
					});
					break;
				case "BRF":
					item.branches.found = Number(parts[1]);
					break;
				case "BRH": item.branches.hit = Number(parts[1]);
			}
			if (line.indexOf("end_of_record") > -1) {
				data.push(item);
				item = {
					lines: {
						found: 0,
						hit: 0,
						details: []
					},
					functions: {
						hit: 0,
						found: 0,
						details: []
					},
					branches: {
						hit: 0,
						found: 0,
						details: []
					}
				};
			}
		});
		data.shift();
		if (data.length) cb(null, data);
		else cb("Failed to parse string");
	};
	var parse = function(file, cb) {
		exists(file, function(x) {
			if (!x) return walkFile(file, cb);
			fs.readFile(file, "utf8", function(err, str) {
				walkFile(str, cb);
			});
		});
	};
	module.exports = parse;
	module.exports.source = walkFile;
})))(), 1);
/** `-` on its way through lcov-parse. */
const NEVER = -1;
/** @param name, warn, throws as for `readLines`. */
function parseWithLcovParse(record, name, warn = () => {}) {
	const read = readLines(record, name, warn);
	const functions = read.filter((line) => line.type === "function");
	const arms = read.filter((line) => line.type === "arm");
	const parsed = parse([
		"SF:record",
		...oldSpelling(read),
		"end_of_record"
	].join("\n"));
	return canonical(record.file, parsed.lines.details.map(({ line, hit }) => [line, hit]), parsed.functions.details.map(({ name: id, line, hit }) => {
		const { name, endLine } = functions[Number(id)];
		return {
			name,
			line,
			endLine,
			hits: hit ?? 0
		};
	}), parsed.branches.details.map(({ line, block: index, taken }) => {
		const { block, arm } = arms[index];
		return {
			line,
			block,
			arm,
			taken: taken === NEVER ? null : taken
		};
	}));
}
/** Arms are numbered in their order. */
function oldSpelling(read) {
	let arms = 0;
	return read.map((line) => {
		switch (line.type) {
			case "line": return `DA:${line.line},${line.hits}`;
			case "function": return `FN:${line.line},${line.id}`;
			case "function-hits": return `FNDA:${line.hits},${line.id}`;
			case "arm": return `BRDA:${line.line},${arms++},0,${line.taken ?? NEVER}`;
		}
	});
}
/** lcov-parse calls back before it returns when it is given text. */
function parse(text) {
	const answers = [];
	import_lib.default.source(text, (_error, data) => answers.push(data));
	return answers[0]?.[0];
}
// packages/coverage-core/dist/report/commands.js
/** Runs the tests of one package, or of all, and writes their reports. */
function testCommand(policy) {
	return policy.package === null || policy.package.folder === "" ? "pnpm test --coverage" : `pnpm test --coverage --filter ${policy.package.name}`;
}
/** Runs one test file; the package's tests where there is none, or where it lies in a folder that the manifest only speaks for. */
function nearestCommand(policy, nearestTest) {
	if (nearestTest === null || policy.package === null) return testCommand(policy);
	const { folder, name } = policy.package;
	if (folder === "") return `pnpm exec vitest run ${quoted(nearestTest)} --coverage`;
	if (!nearestTest.startsWith(`${folder}/`)) return testCommand(policy);
	return `pnpm --filter ${name} exec vitest run ${quoted(nearestTest.slice(folder.length + 1))} --coverage`;
}
/** For a shell: `[id]` and blanks occur in names of routes. */
function quoted(path) {
	return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
// packages/coverage-core/dist/report/next-actions.js
/** What to do about each kind, the most severe first. */
const ACTIONS = [
	{
		kind: "stale-coverage",
		say: (at) => `${at} was edited after its tests ran: run its tests again`
	},
	{
		kind: "no-coverage-data",
		say: (at) => `${at} is in no report: add a test that imports it`
	},
	{
		kind: "uncovered",
		say: (at, what) => `test ${at}${what}, which no test runs`
	},
	{
		kind: "partial-branch",
		say: (at, what) => `test ${at}${what}`
	},
	{
		kind: "lost-coverage",
		say: (at, what) => `test ${at}${what} again, which was covered before`
	}
];
const GUARD_ACTIONS = {
	"ignore-added": "take the ignore hint back and test the code",
	"test-skipped": "let the test run",
	"test-deleted": "bring the test back",
	"assertion-removed": "bring the assertion back",
	"band-lowered": "take the lower promise back",
	"exempt-widened": "take the exemption back and test the code"
};
/** What the guard found comes before everything: it is what makes the rest look better than it is. */
function guardActions(guard) {
	return guard.filter(({ reason }) => reason === null).map(({ kind, file, line, detail }) => `${GUARD_ACTIONS[kind]}, or say why behind " -- " in a comment there: ${file}${line === null ? "" : `:${line}`} (${detail})`);
}
/** More than these nobody reads at once; the ranges say the rest. */
const MOST_ACTIONS = 20;
/** @returns one sentence a range with the command behind it, the most severe kind first, at most 20 and how many more; empty where the gate is green. */
function nextActionsOf(files, guard) {
	const actions = [...guardActions(guard), ...allActions(files)];
	const more = actions.length - MOST_ACTIONS;
	return more > 0 ? [...actions.slice(0, MOST_ACTIONS), `and ${more} more, as fileSummaries has them`] : actions;
}
function allActions(files) {
	return ACTIONS.flatMap(({ kind, say }) => files.flatMap(({ file, ranges }) => ranges.filter((range) => range.kind === kind).map((range) => {
		const at = kind === "no-coverage-data" || kind === "stale-coverage" ? file : `${file}:${range.start}${range.end > range.start ? `-${range.end}` : ""}`;
		const arms = range.branches.map(({ arm }) => arm).join(", ");
		return `${say(at, `${range.function === null ? "" : ` (${range.function.name})`}${arms === "" ? "" : `: never taken: ${arms}`}`)}; then: ${range.command}`;
	})));
}
// packages/coverage-core/dist/report/snippet.js
const MOST_LINES = 6;
const LONGEST_LINE = 120;
/** @param lines of the whole text. @returns those from `start` to `end`, at most six, each cut at 120 characters. */
function snippetOf(lines, start, end) {
	const wanted = lines.slice(start - 1, end);
	const shown = wanted.slice(0, MOST_LINES).map((line) => line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
	const rest = wanted.length - shown.length;
	return [...shown, ...rest > 0 ? [`… ${rest} more`] : []].join("\n");
}
// packages/coverage-core/dist/report/diff-document.js
function diffDocument(input) {
	const { verdict } = input;
	const summaries = verdict.files.map((file) => fileSummary(file, input));
	const shown = limited(summaries, input.limit);
	const total = rangeCount(summaries);
	const guarded = input.guard.some(({ reason }) => reason === null);
	const status = guarded ? "fail" : verdict.status;
	return {
		...emptyDocument(exitCodeOf(status), status === "error" ? [staleProblem(verdict)] : []),
		status,
		reason: guarded ? null : verdict.reason,
		base: input.base,
		head: input.head,
		summary: summaryOf(verdict),
		fileSummaries: input.brief === true ? shown.filter(({ status }) => status !== "pass") : shown,
		uncovered: shown.flatMap(hitsOf),
		guard: input.guard.map((finding) => ({
			...finding,
			accepted: finding.reason !== null
		})),
		nextActions: nextActionsOf(summaries, input.guard),
		truncated: rangeCount(shown) < total ? {
			shown: rangeCount(shown),
			total
		} : null,
		warnings: [...input.warnings]
	};
}
/** The document of a run that could not judge: complete, with `errors` and nothing else to say. */
function emptyDocument(exitCode, errors) {
	return {
		$schema: schemaId("coverage-diff"),
		schemaVersion: "1.0",
		status: "error",
		reason: null,
		exitCode,
		base: null,
		head: null,
		summary: {
			filesChanged: 0,
			filesGated: 0,
			uncoveredCount: 0,
			changedLines: 0,
			executableLines: 0,
			coveredLines: 0,
			percent: null,
			branches: {
				total: 0,
				taken: 0,
				percent: null
			}
		},
		fileSummaries: [],
		uncovered: [],
		guard: [],
		nextActions: errors.map(({ hint }) => hint),
		truncated: null,
		warnings: [],
		errors: [...errors]
	};
}
function exitCodeOf(status) {
	return {
		pass: EXIT.pass,
		fail: EXIT.gateFailed,
		error: EXIT.data
	}[status];
}
function summaryOf({ filesChanged, files }) {
	const sum = (of) => files.reduce((total, file) => total + of(file), 0);
	const [executableLines, coveredLines] = [sum((file) => file.executableLines), sum((file) => file.coveredLines)];
	const [total, taken] = [sum((file) => file.branches.total), sum((file) => file.branches.taken)];
	return {
		filesChanged,
		filesGated: files.length,
		uncoveredCount: sum((file) => file.ranges.reduce((count, { lines }) => count + lines.length, 0)),
		changedLines: sum((file) => file.changedLines),
		executableLines,
		coveredLines,
		percent: pctOf(coveredLines, executableLines),
		branches: {
			total,
			taken,
			percent: pctOf(taken, total)
		}
	};
}
function fileSummary(file, input) {
	const { policy, branches, ranges, ...counts } = file;
	const lines = input.brief === true || ranges.length === 0 ? void 0 : input.textOf(file.file)?.split("\n");
	const nearestTest = input.nearestTestOf(file.file);
	return {
		file: counts.file,
		package: policy.package?.name ?? null,
		layer: policy.layer,
		band: { ...policy.band },
		status: counts.status,
		changedLines: counts.changedLines,
		executableLines: counts.executableLines,
		coveredLines: counts.coveredLines,
		percent: pctOf(counts.coveredLines, counts.executableLines),
		branches: {
			...branches,
			percent: pctOf(branches.taken, branches.total)
		},
		ranges: ranges.map((range) => rangeOf(range, file, nearestTest, lines))
	};
}
function rangeOf(range, { policy }, nearestTest, lines) {
	const [start, end] = [range.lines.at(0), range.lines.at(-1)];
	return {
		start,
		end,
		lines: [...range.lines],
		kind: range.kind,
		function: range.function,
		branches: [...range.arms],
		snippet: lines === void 0 ? null : snippetOf(lines, start, end),
		nearestTest,
		command: range.kind === "stale-coverage" ? testCommand(policy) : nearestCommand(policy, nearestTest)
	};
}
function limited(files, limit) {
	let left = limit ?? Number.POSITIVE_INFINITY;
	return files.map((file) => {
		const ranges = file.ranges.slice(0, Math.max(0, left));
		left -= ranges.length;
		return {
			...file,
			ranges
		};
	});
}
function rangeCount(files) {
	return files.reduce((count, { ranges }) => count + ranges.length, 0);
}
function hitsOf({ file, ranges }) {
	return ranges.flatMap(({ kind, lines }) => lines.map((line) => ({
		file,
		line,
		kind
	})));
}
function staleProblem({ files }) {
	const stale = files.filter(({ status }) => status === "error");
	const commands = [...new Set(stale.map(({ policy }) => testCommand(policy)))];
	return {
		code: "REPORT_STALE",
		message: `the report was made from other text of ${stale.map(({ file }) => file).join(", ")}`,
		hint: commands.join(" && ")
	};
}
// packages/coverage-core/dist/report/human-diff.js
const REASONS = {
	"empty-diff": "nothing changed",
	"only-exempt": "every changed file is exempt",
	"no-executable-lines": "no changed line can run"
};
const KINDS = {
	uncovered: "did not run",
	"no-coverage-data": "is in no report",
	"partial-branch": "branch never taken",
	"stale-coverage": "edited after its tests ran",
	"lost-coverage": "was covered before"
};
/** The verdict for people: what failed, where, and what to do next. */
function renderHumanDiff(document, paint) {
	return {
		output: `${[
			headline(document, paint),
			...document.fileSummaries.flatMap((file) => fileLines(file, paint)),
			...document.guard.map((finding) => guardLine(finding, paint)),
			...document.truncated === null ? [] : [`  … ${document.truncated.total - document.truncated.shown} more ranges (--limit)`],
			...document.errors.flatMap(({ code, message, hint }) => [`${paint.bad(code)}: ${message}`, `  next: ${hint}`]),
			...document.warnings.map(({ code, message }) => `${paint.note("warning")} ${code}: ${message}`),
			...document.nextActions.length === 0 || document.errors.length > 0 ? [] : ["next:", ...document.nextActions.map((action) => `  ${action}`)]
		].join("\n")}\n`,
		exitCode: document.exitCode
	};
}
function headline({ status, reason, summary, base }, paint) {
	const word = status === "pass" ? paint.good("pass") : paint.bad(status);
	const against = base === null ? "" : ` against ${base.ref} (${base.sha.slice(0, 7)}, ${base.chosenBy})`;
	if (reason !== null) return `coverage:diff ${word}${against}: ${REASONS[reason]}`;
	if (summary.executableLines === 0 && status === "error") return `coverage:diff ${word}${against}`;
	const percent = summary.percent === null ? "" : ` (${summary.percent} %)`;
	return `coverage:diff ${word}${against}: ${summary.coveredLines} of ${summary.executableLines} changed executable lines ran${percent}`;
}
function fileLines({ file, status, ranges, layer, branches, band }, paint) {
	if (status === "pass") return [];
	const arms = branches.total === 0 ? "" : `, ${branches.taken} of ${branches.total} arms (band ${band.branches} %)`;
	return [`  ${paint.strong(file)} (${layer}${arms})`, ...ranges.map((range) => `    ${rangeLine(range)}`)];
}
function rangeLine({ start, end, kind, function: inside, branches }) {
	const place = end > start ? `${start}-${end}` : `${start}`;
	const where = inside === null ? "" : ` in ${inside.name}`;
	const arms = branches.length === 0 ? "" : `: ${branches.map(({ arm }) => arm).join(", ")}`;
	return `${place} ${kind}: ${KINDS[kind]}${where}${arms}`;
}
function guardLine({ kind, file, line, detail, reason }, paint) {
	return `  ${reason === null ? paint.bad("guard") : paint.note("accepted")} ${kind} ${file}${line === null ? "" : `:${line}`}: ${detail}${reason === null ? "" : ` -- ${reason}`}`;
}
// packages/coverage-core/dist/report/painter.js
var import_picocolors = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	let p = process || {};
	let argv = p.argv || [];
	let env = p.env || {};
	let isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
	let formatter = (open, close, replace = open) => (input) => {
		let string = "" + input, index = string.indexOf(close, open.length);
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
	};
	let replaceClose = (string, close, replace, index) => {
		let result = "", cursor = 0;
		do {
			result += string.substring(cursor, index) + replace;
			cursor = index + close.length;
			index = string.indexOf(close, cursor);
		} while (~index);
		return result + string.substring(cursor);
	};
	let createColors = (enabled = isColorSupported) => {
		let f = enabled ? formatter : () => String;
		return {
			isColorSupported: enabled,
			reset: f("\x1B[0m", "\x1B[0m"),
			bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
			dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
			italic: f("\x1B[3m", "\x1B[23m"),
			underline: f("\x1B[4m", "\x1B[24m"),
			inverse: f("\x1B[7m", "\x1B[27m"),
			hidden: f("\x1B[8m", "\x1B[28m"),
			strikethrough: f("\x1B[9m", "\x1B[29m"),
			black: f("\x1B[30m", "\x1B[39m"),
			red: f("\x1B[31m", "\x1B[39m"),
			green: f("\x1B[32m", "\x1B[39m"),
			yellow: f("\x1B[33m", "\x1B[39m"),
			blue: f("\x1B[34m", "\x1B[39m"),
			magenta: f("\x1B[35m", "\x1B[39m"),
			cyan: f("\x1B[36m", "\x1B[39m"),
			white: f("\x1B[37m", "\x1B[39m"),
			gray: f("\x1B[90m", "\x1B[39m"),
			bgBlack: f("\x1B[40m", "\x1B[49m"),
			bgRed: f("\x1B[41m", "\x1B[49m"),
			bgGreen: f("\x1B[42m", "\x1B[49m"),
			bgYellow: f("\x1B[43m", "\x1B[49m"),
			bgBlue: f("\x1B[44m", "\x1B[49m"),
			bgMagenta: f("\x1B[45m", "\x1B[49m"),
			bgCyan: f("\x1B[46m", "\x1B[49m"),
			bgWhite: f("\x1B[47m", "\x1B[49m"),
			blackBright: f("\x1B[90m", "\x1B[39m"),
			redBright: f("\x1B[91m", "\x1B[39m"),
			greenBright: f("\x1B[92m", "\x1B[39m"),
			yellowBright: f("\x1B[93m", "\x1B[39m"),
			blueBright: f("\x1B[94m", "\x1B[39m"),
			magentaBright: f("\x1B[95m", "\x1B[39m"),
			cyanBright: f("\x1B[96m", "\x1B[39m"),
			whiteBright: f("\x1B[97m", "\x1B[39m"),
			bgBlackBright: f("\x1B[100m", "\x1B[49m"),
			bgRedBright: f("\x1B[101m", "\x1B[49m"),
			bgGreenBright: f("\x1B[102m", "\x1B[49m"),
			bgYellowBright: f("\x1B[103m", "\x1B[49m"),
			bgBlueBright: f("\x1B[104m", "\x1B[49m"),
			bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
			bgCyanBright: f("\x1B[106m", "\x1B[49m"),
			bgWhiteBright: f("\x1B[107m", "\x1B[49m")
		};
	};
	module.exports = createColors();
	module.exports.createColors = createColors;
})))(), 1);
/** @param colours whether the stream that is written to shows colours. */
function painterFor(colours) {
	const { green, red, yellow, bold } = import_picocolors.default.createColors(colours);
	return {
		good: green,
		bad: red,
		note: yellow,
		strong: bold
	};
}
// packages/coverage-core/dist/report/render.js
/** A document as one line of JSON text would be hard to read in a log: two blanks a level, one newline at the end. */
function renderJson(document) {
	return {
		output: `${JSON.stringify(document, null, 2)}\n`,
		exitCode: document.exitCode
	};
}
// packages/coverage-core/dist/source/analyse-source.js
/**
* Source text → what a verdict about its lines needs: which statement each line belongs to, which function, which branches begin there.
* The statements are those that istanbul and vitest's v8 provider count, so that a changed line finds the `DA` line that speaks for it.
* Source: ast-v8-to-istanbul, the visitor of its `convert`.
*/
/** @returns undefined where the text cannot be parsed. */
function analyseSource(file, text) {
	const parsed = parseSource(file, text);
	if (parsed === void 0) return void 0;
	const facts = {
		statementAt: /* @__PURE__ */ new Map(),
		functions: [],
		branches: [],
		lineOf: parsed.lineOf,
		text
	};
	visit(parsed.program, facts, void 0);
	for (const line of linesWithoutCode(parsed, text)) facts.statementAt.delete(line);
	return facts;
}
const STATEMENTS = /* @__PURE__ */ new Set([
	"BreakStatement",
	"ContinueStatement",
	"DebuggerStatement",
	"DoWhileStatement",
	"ExpressionStatement",
	"ForInStatement",
	"ForOfStatement",
	"ForStatement",
	"IfStatement",
	"LabeledStatement",
	"ReturnStatement",
	"SwitchStatement",
	"ThrowStatement",
	"TryStatement",
	"WhileStatement",
	"WithStatement",
	"Decorator",
	"TSEnumDeclaration",
	"TSEnumMember",
	"TSModuleDeclaration",
	"TSParameterProperty"
]);
const FUNCTIONS = /* @__PURE__ */ new Set([
	"FunctionDeclaration",
	"FunctionExpression",
	"ArrowFunctionExpression"
]);
function visit(node, facts, parent) {
	if (isTypeOnly(node)) return erase(facts, node, parent);
	if (FUNCTIONS.has(node.type)) noteFunction(node, parent, facts);
	const counted = countedPart(node);
	if (counted !== void 0) paint(facts, node, facts.lineOf(counted.start));
	noteBranch(node, parent, facts);
	for (const child of childrenOf(node)) visit(child, facts, node);
}
/** Types, interfaces, imports and ambient code: nothing of them runs, whatever statement they stand in. */
function isTypeOnly(node) {
	return /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression|TypeAssertion|InstantiationExpression|Enum|Module|ExportAssignment|ParameterProperty)/.test(node.type) || node.type === "ImportDeclaration" || node["declare"] === true || node["exportKind"] === "type" || node.type === "TSModuleDeclaration" && childrenOf(node["body"]).every(isTypeOnly);
}
/** The node whose first line a report counts for `node`; undefined where `node` is no statement of its own. */
function countedPart(node) {
	if (node.type === "ExpressionStatement" && typeof node["directive"] === "string") return void 0;
	if (STATEMENTS.has(node.type)) return node;
	if (node.type === "VariableDeclarator") return node["init"] ?? void 0;
	if (node.type === "PropertyDefinition") return node["value"] ?? void 0;
}
function paint(facts, node, statementLine) {
	for (const line of linesOf(node, facts)) facts.statementAt.set(line, statementLine);
}
/** A type inside a statement, such as an annotation, shares its first and its last line with code; one that stands among statements does not. */
function erase(facts, node, parent) {
	const lines = linesOf(node, facts);
	const own = parent !== void 0 && BODIES.has(parent.type) ? lines.filter((line) => facts.statementAt.get(line) !== line) : lines.slice(1, -1);
	for (const line of own) facts.statementAt.delete(line);
}
const BODIES = /* @__PURE__ */ new Set([
	"BlockStatement",
	"ClassBody",
	"StaticBlock",
	"TSModuleBlock"
]);
function linesOf(node, { lineOf }) {
	const first = lineOf(node.start);
	const last = lineOf(Math.max(node.start, node.end - 1));
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
function noteFunction(node, parent, facts) {
	const body = node["body"];
	facts.functions.push({
		name: functionName(node, parent),
		line: facts.lineOf(node.start),
		endLine: facts.lineOf(node.end - 1)
	});
	if (node["expression"] === true) paint(facts, body, facts.lineOf(body.start));
}
function functionName(node, parent) {
	const name = [
		node["id"],
		parent?.["key"],
		parent?.["id"]
	].find((each) => typeof each?.["name"] === "string")?.["name"];
	return typeof name === "string" ? name : "(anonymous)";
}
function noteBranch(node, parent, facts) {
	const arms = armsOf(node, parent, facts);
	if (arms.length > 0) facts.branches.push({
		line: facts.lineOf(node.start),
		arms
	});
}
function armsOf(node, parent, facts) {
	if (node.type === "IfStatement") return ["if", "else"];
	if (node.type === "ConditionalExpression") return ["? then", ": otherwise"];
	if (node.type === "AssignmentPattern") return ["default value"];
	if (node.type === "SwitchStatement") return node["cases"].map(({ test }) => test === null ? "default" : `case ${facts.text.slice(test.start, test.end)}`);
	if (node.type === "LogicalExpression" && parent?.type !== "LogicalExpression") return ["left side", ...rightSides(node)];
	return [];
}
/** `a && b || c` is one branch with an arm for each operand. */
function rightSides(node) {
	if (node.type !== "LogicalExpression") return [];
	const [left, right] = [node["left"], node["right"]];
	return [
		...rightSides(left),
		`${String(node["operator"])} right side`,
		...rightSides(right)
	];
}
/** Blank lines, comments, and lines of nothing but punctuation belong to a statement, but nothing on them runs. */
function linesWithoutCode({ comments }, text) {
	let end = 0;
	return [...comments.map((comment) => {
		const piece = text.slice(end, comment.start) + text.slice(comment.start, comment.end).replace(/[^\n]/g, " ");
		end = comment.end;
		return piece;
	}), text.slice(end)].join("").split("\n").flatMap((line, index) => /^[\s{}()[\];,]*$/.test(line) ? [index + 1] : []);
}
// packages/coverage-core/dist/source/nearest-test.js
const TEST = /^(.*)\.(?:test|spec)\.[cm]?[jt]sx?$/;
/** @param files every file of the repository. The sibling test wins, then one of the same name in `__tests__`. */
function createNearestTest(files) {
	let tests;
	return (file) => {
		const byStem = tests ??= testsByStem(files);
		const stem = file.replace(/\.[^./]+$/, "");
		const slash = stem.lastIndexOf("/") + 1;
		return byStem.get(stem) ?? byStem.get(`${stem.slice(0, slash)}__tests__/${stem.slice(slash)}`) ?? null;
	};
}
function testsByStem(files) {
	const byStem = /* @__PURE__ */ new Map();
	const tests = files.filter((file) => TEST.test(file));
	for (const file of tests.sort(byText)) {
		const stem = TEST.exec(file)?.[1];
		if (stem !== void 0 && !byStem.has(stem)) byStem.set(stem, file);
	}
	return byStem;
}
// packages/coverage-io/dist/git/read-blobs.js
/**
* The text of files at a commit, by one process for all of them.
* @param commit a commit or a tree.
* @returns texts by path, as UTF-8; a path that is not there is absent, and so is one with a line break in it, which git's protocol cannot name.
* @throws IoError NOT_A_REPOSITORY, GIT_MISSING or GIT_FAILED: what git did not say would pass for files that are not there.
*/
async function readTextsAt(root, commit, paths) {
	const asked = paths.filter((path) => !/[\r\n]/.test(path));
	if (asked.length === 0) return /* @__PURE__ */ new Map();
	return textsIn(await answersTo(asked.map((path) => `${commit}:${path}\n`).join(""), root), asked);
}
async function answersTo(questions, root) {
	const chunks = [];
	await spawnGit(root, {
		args: ["cat-file", "--batch"],
		input: questions,
		onChunk: (chunk) => void chunks.push(chunk)
	});
	return Buffer.concat(chunks);
}
/** The answers stand in the order of the questions: `id blob size`, the bytes, a newline; or a line that ends with `missing`. */
function textsIn(bytes, asked) {
	const texts = /* @__PURE__ */ new Map();
	let at = 0;
	for (const path of asked) {
		const newline = bytes.indexOf(10, at);
		const size = /^[0-9a-f]+ (blob|\w+) (\d+)$/.exec(bytes.toString("utf8", at, newline));
		at = newline + 1;
		if (size === null) continue;
		const end = at + Number(size[2]);
		if (size[1] === "blob") texts.set(path, bytes.toString("utf8", at, end));
		at = end + 1;
	}
	return texts;
}
// packages/coverage-io/dist/git/read-changes.js
/** Every option that a user's configuration could turn, turned the way the parser reads it. */
const FORCED = [
	"--no-ext-diff",
	"--no-textconv",
	"--no-color",
	"--src-prefix=a/",
	"--dst-prefix=b/",
	"--find-renames",
	"-l1000",
	"-O/dev/null",
	"--diff-algorithm=histogram",
	"--unified=0",
	"--inter-hunk-context=0",
	"--submodule=short",
	"--ignore-submodules=none"
];
/**
* One diff, from a commit to the files on disk: committed, staged and unstaged changes together. Untracked files are not in it.
* @param onChunk receives the unified diff's bytes in order.
*/
async function streamDiff({ git }, from, onChunk, { asText } = {}) {
	const chosen = asText === void 0 ? ["--"] : [
		"--text",
		"--",
		...asText
	];
	await git.stream([
		"--literal-pathspecs",
		"--no-optional-locks",
		"diff",
		...FORCED,
		from,
		...chosen
	], onChunk);
}
/** @returns untracked files that are not ignored, every line of each changed, in the order of their names. */
async function readUntracked({ root, ...repository }) {
	const changes = [];
	for (const file of await repository.untracked()) {
		const change = await untracked(root, file);
		if (change !== void 0) changes.push(change);
	}
	return changes;
}
/** @returns undefined where the file has gone since git saw it. */
async function untracked(root, file) {
	const added = {
		file,
		oldFile: null,
		lines: [],
		hunks: []
	};
	if (file.endsWith("/")) return {
		...added,
		kind: "submodule"
	};
	const path = join(root, file);
	if ((await lstat(path).catch(() => void 0))?.isSymbolicLink() === true) return {
		...added,
		kind: "symlink"
	};
	const bytes = await readIfThere(path);
	if (bytes === void 0) {
		assertNameIsWhole(file);
		return;
	}
	if (isBinary(bytes)) return {
		...added,
		kind: "binary"
	};
	const count = lineCount(bytes);
	const lines = Array.from({ length: count }, (_, index) => index + 1);
	return {
		...added,
		kind: "text",
		lines,
		hunks: count === 0 ? [] : [{
			oldStart: 1,
			oldCount: 0,
			newStart: 1,
			newCount: count
		}]
	};
}
/** @throws IoError for a name that is not UTF-8: such a file is there, and may not count as gone. */
function assertNameIsWhole(file) {
	if (!file.includes("�")) return;
	throw new IoError({
		code: "FILE_UNREADABLE",
		message: `${file}: its name is not UTF-8`,
		hint: "rename the file, or let git ignore it",
		exitCode: 3
	});
}
/** git calls a file binary by a NUL among its first 8,000 bytes. Source: git's xdiff-interface.c, `buffer_is_binary`. */
function isBinary(bytes) {
	return bytes.subarray(0, 8e3).includes(0);
}
function lineCount(bytes) {
	let count = 0;
	for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
	return bytes.length > 0 && bytes.at(-1) !== 10 ? count + 1 : count;
}
// packages/coverage-io/dist/git/rare-questions.js
/** Questions that few runs ask go through simple-git, which is loaded when the first of them comes. */
/** @returns git's answer without the newline at its end. @throws IoError with git's own words. */
async function askRarely(folder, ...args) {
	const { simpleGit } = await import("./dist-CkMRj8U3.js");
	return (await simpleGit({
		baseDir: folder,
		errors: (error, { exitCode }) => error ?? (exitCode === 0 ? void 0 : Buffer.from(`it ended with ${exitCode} and without a word`))
	}).env(gitEnv()).raw(args).catch((error) => {
		throw gitError(args, error);
	})).trim();
}
// packages/coverage-io/dist/git/resolve-base.js
/** CI's words for "what this change is to be merged into", and whether they name a branch or a commit. */
const CI_BASES = [
	{
		variable: "GITHUB_BASE_REF",
		is: "branch"
	},
	{
		variable: "CI_MERGE_REQUEST_DIFF_BASE_SHA",
		is: "commit"
	},
	{
		variable: "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
		is: "branch"
	},
	{
		variable: "BITBUCKET_PR_DESTINATION_BRANCH",
		is: "branch"
	},
	{
		variable: "SYSTEM_PULLREQUEST_TARGETBRANCH",
		is: "branch"
	},
	{
		variable: "CHANGE_TARGET",
		is: "branch"
	},
	{
		variable: "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
		is: "branch"
	}
];
const DEFAULT_BASES = [
	"origin/HEAD",
	"origin/main",
	"origin/master",
	"main",
	"master"
];
/**
* What the change is compared with, first that applies: `--base`, CI's environment, the manifest, then the usual branches.
* @throws IoError BASE_NOT_FOUND, NO_MERGE_BASE or SHALLOW_CLONE, each with the command that mends it.
*/
async function resolveBase(repository, options) {
	const { git, root } = repository;
	const wanted = await wantedBase(options);
	const found = (options.flag === void 0 ? await pullRequestBase(git, options.env) : void 0) ?? await firstThatExists(repository, wanted);
	const [mergeBase, head] = await Promise.all([git.ask("merge-base", found.sha, "HEAD"), commitOf(git, "HEAD")]);
	if (mergeBase === void 0) throw await noMergeBase(repository, found.ref);
	const base = {
		ref: found.ref,
		sha: found.sha,
		mergeBase: mergeBase.trim(),
		chosenBy: found.chosenBy
	};
	return base.mergeBase === head && wanted.chosenBy !== "flag" && !(await repository.head()).dirty ? lastCommit(git, root, head) : base;
}
async function wantedBase({ flag, env, manifest }) {
	if (flag !== void 0) return {
		refs: [flag],
		chosenBy: "flag"
	};
	for (const { variable, is } of CI_BASES) {
		const value = env[variable]?.replace(/^refs\/heads\//, "");
		if (value === void 0 || value === "") continue;
		return {
			refs: is === "commit" ? [value] : [`origin/${value}`, value],
			chosenBy: `env:${variable}`
		};
	}
	const stated = await manifest?.();
	if (stated !== void 0) return {
		refs: [stated],
		chosenBy: "manifest"
	};
	return {
		refs: DEFAULT_BASES,
		chosenBy: "default"
	};
}
/** CI checks out a merge of the base and the change: its first parent is the base. Without CI's word, a merge commit is just a commit. */
async function pullRequestBase(git, env) {
	if (!/^refs\/pull\/\d+\/merge$/.test(env["GITHUB_REF"] ?? "")) return void 0;
	if (await commitOf(git, "HEAD^2") === void 0) return void 0;
	const sha = await commitOf(git, "HEAD^1");
	return sha === void 0 ? void 0 : {
		ref: "HEAD^1",
		sha,
		chosenBy: "pull-request-merge"
	};
}
async function firstThatExists(repository, { refs, chosenBy }) {
	for (const ref of refs) {
		const sha = await commitOf(repository.git, ref);
		if (sha !== void 0) return {
			ref,
			sha,
			chosenBy
		};
	}
	await repository.head();
	if (chosenBy !== "flag" && await isShallow(repository.root)) throw shallow(`the clone is shallow and does not hold ${refs.join(" or ")}`);
	const remote = /^origin\/(.+)$/.exec(refs[0] ?? "")?.[1];
	throw new IoError({
		code: "BASE_NOT_FOUND",
		message: `no commit is called ${refs.join(" or ")} (chosen by ${chosenBy})`,
		hint: remote === void 0 || chosenBy === "default" ? "name a commit that exists: pnpm coverage:diff --base REF" : `git fetch origin ${remote}:refs/remotes/origin/${remote}`,
		exitCode: 4
	});
}
/** `^{commit}` behind it makes a name of whatever it is, also of what begins with `-`. */
async function commitOf(git, ref) {
	return (await git.ask("rev-parse", "--verify", `${ref}^{commit}`))?.trim();
}
async function noMergeBase({ root, ...repository }, ref) {
	await repository.head();
	if (await isShallow(root)) return shallow(`the clone is shallow and has no common commit with ${ref}`);
	return new IoError({
		code: "NO_MERGE_BASE",
		message: `HEAD and ${ref} have no common commit`,
		hint: "name a base with a common history: pnpm coverage:diff --base REF",
		exitCode: 4
	});
}
/** A push to the base branch itself is judged on its last commit; the first commit of all on everything it holds. */
async function lastCommit(git, root, head) {
	const parent = await commitOf(git, "HEAD^");
	if (parent !== void 0) return {
		ref: "HEAD^",
		sha: parent,
		mergeBase: parent,
		chosenBy: "last-commit"
	};
	if (await isShallow(root)) throw shallow(`the clone holds only ${head.slice(0, 7)}, not the commit before it`);
	const emptyTree = await askRarely(root, "hash-object", "-t", "tree", "/dev/null");
	return {
		ref: "(nothing)",
		sha: emptyTree,
		mergeBase: emptyTree,
		chosenBy: "first-commit"
	};
}
async function isShallow(root) {
	return await askRarely(root, "rev-parse", "--is-shallow-repository") === "true";
}
function shallow(message) {
	return new IoError({
		code: "SHALLOW_CLONE",
		message,
		hint: "git fetch --unshallow (on GitHub: actions/checkout with fetch-depth: 0)",
		exitCode: 4
	});
}
// node_modules/.pnpm/commander@14.0.3/node_modules/commander/lib/error.js
var require_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* CommanderError class
	*/
	var CommanderError = class extends Error {
		/**
		* Constructs the CommanderError class
		* @param {number} exitCode suggested exit code which could be used with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		*/
		constructor(exitCode, code, message) {
			super(message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
			this.code = code;
			this.exitCode = exitCode;
			this.nestedError = void 0;
		}
	};
	/**
	* InvalidArgumentError class
	*/
	var InvalidArgumentError = class extends CommanderError {
		/**
		* Constructs the InvalidArgumentError class
		* @param {string} [message] explanation of why argument is invalid
		*/
		constructor(message) {
			super(1, "commander.invalidArgument", message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
		}
	};
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
}));
// node_modules/.pnpm/commander@14.0.3/node_modules/commander/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Argument = class {
		/**
		* Initialize a new command argument with the given name and description.
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @param {string} name
		* @param {string} [description]
		*/
		constructor(name, description) {
			this.description = description || "";
			this.variadic = false;
			this.parseArg = void 0;
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.argChoices = void 0;
			switch (name[0]) {
				case "<":
					this.required = true;
					this._name = name.slice(1, -1);
					break;
				case "[":
					this.required = false;
					this._name = name.slice(1, -1);
					break;
				default:
					this.required = true;
					this._name = name;
			}
			if (this._name.endsWith("...")) {
				this.variadic = true;
				this._name = this._name.slice(0, -3);
			}
		}
		/**
		* Return argument name.
		*
		* @return {string}
		*/
		name() {
			return this._name;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Argument}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Set the custom handler for processing CLI command arguments into argument values.
		*
		* @param {Function} [fn]
		* @return {Argument}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Only allow argument value to be one of choices.
		*
		* @param {string[]} values
		* @return {Argument}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Make argument required.
		*
		* @returns {Argument}
		*/
		argRequired() {
			this.required = true;
			return this;
		}
		/**
		* Make argument optional.
		*
		* @returns {Argument}
		*/
		argOptional() {
			this.required = false;
			return this;
		}
	};
	/**
	* Takes an argument and returns its human readable equivalent for help usage.
	*
	* @param {Argument} arg
	* @return {string}
	* @private
	*/
	function humanReadableArgName(arg) {
		const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
		return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
	}
	exports.Argument = Argument;
	exports.humanReadableArgName = humanReadableArgName;
}));
// node_modules/.pnpm/commander@14.0.3/node_modules/commander/lib/help.js
var require_help = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { humanReadableArgName } = require_argument();
	/**
	* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
	* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
	* @typedef { import("./argument.js").Argument } Argument
	* @typedef { import("./command.js").Command } Command
	* @typedef { import("./option.js").Option } Option
	*/
	var Help = class {
		constructor() {
			this.helpWidth = void 0;
			this.minWidthToWrap = 40;
			this.sortSubcommands = false;
			this.sortOptions = false;
			this.showGlobalOptions = false;
		}
		/**
		* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
		* and just before calling `formatHelp()`.
		*
		* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
		*
		* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
		*/
		prepareContext(contextOptions) {
			this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
		}
		/**
		* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
		*
		* @param {Command} cmd
		* @returns {Command[]}
		*/
		visibleCommands(cmd) {
			const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
			const helpCommand = cmd._getHelpCommand();
			if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
			if (this.sortSubcommands) visibleCommands.sort((a, b) => {
				return a.name().localeCompare(b.name());
			});
			return visibleCommands;
		}
		/**
		* Compare options for sort.
		*
		* @param {Option} a
		* @param {Option} b
		* @returns {number}
		*/
		compareOptions(a, b) {
			const getSortKey = (option) => {
				return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
			};
			return getSortKey(a).localeCompare(getSortKey(b));
		}
		/**
		* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleOptions(cmd) {
			const visibleOptions = cmd.options.filter((option) => !option.hidden);
			const helpOption = cmd._getHelpOption();
			if (helpOption && !helpOption.hidden) {
				const removeShort = helpOption.short && cmd._findOption(helpOption.short);
				const removeLong = helpOption.long && cmd._findOption(helpOption.long);
				if (!removeShort && !removeLong) visibleOptions.push(helpOption);
				else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description));
				else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description));
			}
			if (this.sortOptions) visibleOptions.sort(this.compareOptions);
			return visibleOptions;
		}
		/**
		* Get an array of the visible global options. (Not including help.)
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleGlobalOptions(cmd) {
			if (!this.showGlobalOptions) return [];
			const globalOptions = [];
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
				const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
				globalOptions.push(...visibleOptions);
			}
			if (this.sortOptions) globalOptions.sort(this.compareOptions);
			return globalOptions;
		}
		/**
		* Get an array of the arguments if any have a description.
		*
		* @param {Command} cmd
		* @returns {Argument[]}
		*/
		visibleArguments(cmd) {
			if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
				argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
			});
			if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
			return [];
		}
		/**
		* Get the command term to show in the list of subcommands.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandTerm(cmd) {
			const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
			return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
		}
		/**
		* Get the option term to show in the list of options.
		*
		* @param {Option} option
		* @returns {string}
		*/
		optionTerm(option) {
			return option.flags;
		}
		/**
		* Get the argument term to show in the list of arguments.
		*
		* @param {Argument} argument
		* @returns {string}
		*/
		argumentTerm(argument) {
			return argument.name();
		}
		/**
		* Get the longest command term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestSubcommandTermLength(cmd, helper) {
			return helper.visibleCommands(cmd).reduce((max, command) => {
				return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
			}, 0);
		}
		/**
		* Get the longest option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestOptionTermLength(cmd, helper) {
			return helper.visibleOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest global option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestGlobalOptionTermLength(cmd, helper) {
			return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest argument term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestArgumentTermLength(cmd, helper) {
			return helper.visibleArguments(cmd).reduce((max, argument) => {
				return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
			}, 0);
		}
		/**
		* Get the command usage to be displayed at the top of the built-in help.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandUsage(cmd) {
			let cmdName = cmd._name;
			if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
			let ancestorCmdNames = "";
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
			return ancestorCmdNames + cmdName + " " + cmd.usage();
		}
		/**
		* Get the description for the command.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandDescription(cmd) {
			return cmd.description();
		}
		/**
		* Get the subcommand summary to show in the list of subcommands.
		* (Fallback to description for backwards compatibility.)
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandDescription(cmd) {
			return cmd.summary() || cmd.description();
		}
		/**
		* Get the option description to show in the list of options.
		*
		* @param {Option} option
		* @return {string}
		*/
		optionDescription(option) {
			const extraInfo = [];
			if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (option.defaultValue !== void 0) {
				if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
			}
			if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
			if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (option.description) return `${option.description} ${extraDescription}`;
				return extraDescription;
			}
			return option.description;
		}
		/**
		* Get the argument description to show in the list of arguments.
		*
		* @param {Argument} argument
		* @return {string}
		*/
		argumentDescription(argument) {
			const extraInfo = [];
			if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (argument.description) return `${argument.description} ${extraDescription}`;
				return extraDescription;
			}
			return argument.description;
		}
		/**
		* Format a list of items, given a heading and an array of formatted items.
		*
		* @param {string} heading
		* @param {string[]} items
		* @param {Help} helper
		* @returns string[]
		*/
		formatItemList(heading, items, helper) {
			if (items.length === 0) return [];
			return [
				helper.styleTitle(heading),
				...items,
				""
			];
		}
		/**
		* Group items by their help group heading.
		*
		* @param {Command[] | Option[]} unsortedItems
		* @param {Command[] | Option[]} visibleItems
		* @param {Function} getGroup
		* @returns {Map<string, Command[] | Option[]>}
		*/
		groupItems(unsortedItems, visibleItems, getGroup) {
			const result = /* @__PURE__ */ new Map();
			unsortedItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
			});
			visibleItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
				result.get(group).push(item);
			});
			return result;
		}
		/**
		* Generate the built-in help text.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {string}
		*/
		formatHelp(cmd, helper) {
			const termWidth = helper.padWidth(cmd, helper);
			const helpWidth = helper.helpWidth ?? 80;
			function callFormatItem(term, description) {
				return helper.formatItem(term, termWidth, description, helper);
			}
			let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
			const commandDescription = helper.commandDescription(cmd);
			if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
			const argumentList = helper.visibleArguments(cmd).map((argument) => {
				return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
			});
			output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
			this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
				const optionList = options.map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList(group, optionList, helper));
			});
			if (helper.showGlobalOptions) {
				const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
			}
			this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
				const commandList = commands.map((sub) => {
					return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
				});
				output = output.concat(this.formatItemList(group, commandList, helper));
			});
			return output.join("\n");
		}
		/**
		* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
		*
		* @param {string} str
		* @returns {number}
		*/
		displayWidth(str) {
			return stripColor(str).length;
		}
		/**
		* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
		*
		* @param {string} str
		* @returns {string}
		*/
		styleTitle(str) {
			return str;
		}
		styleUsage(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word === "[command]") return this.styleSubcommandText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleCommandText(word);
			}).join(" ");
		}
		styleCommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleOptionDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleSubcommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleArgumentDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleDescriptionText(str) {
			return str;
		}
		styleOptionTerm(str) {
			return this.styleOptionText(str);
		}
		styleSubcommandTerm(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleSubcommandText(word);
			}).join(" ");
		}
		styleArgumentTerm(str) {
			return this.styleArgumentText(str);
		}
		styleOptionText(str) {
			return str;
		}
		styleArgumentText(str) {
			return str;
		}
		styleSubcommandText(str) {
			return str;
		}
		styleCommandText(str) {
			return str;
		}
		/**
		* Calculate the pad width from the maximum term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		padWidth(cmd, helper) {
			return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
		}
		/**
		* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
		*
		* @param {string} str
		* @returns {boolean}
		*/
		preformatted(str) {
			return /\n[^\S\r\n]/.test(str);
		}
		/**
		* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
		*
		* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
		*   TTT  DDD DDDD
		*        DD DDD
		*
		* @param {string} term
		* @param {number} termWidth
		* @param {string} description
		* @param {Help} helper
		* @returns {string}
		*/
		formatItem(term, termWidth, description, helper) {
			const itemIndent = 2;
			const itemIndentStr = " ".repeat(itemIndent);
			if (!description) return itemIndentStr + term;
			const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
			const spacerWidth = 2;
			const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
			let formattedDescription;
			if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
			else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
			return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
		}
		/**
		* Wrap a string at whitespace, preserving existing line breaks.
		* Wrapping is skipped if the width is less than `minWidthToWrap`.
		*
		* @param {string} str
		* @param {number} width
		* @returns {string}
		*/
		boxWrap(str, width) {
			if (width < this.minWidthToWrap) return str;
			const rawLines = str.split(/\r\n|\n/);
			const chunkPattern = /[\s]*[^\s]+/g;
			const wrappedLines = [];
			rawLines.forEach((line) => {
				const chunks = line.match(chunkPattern);
				if (chunks === null) {
					wrappedLines.push("");
					return;
				}
				let sumChunks = [chunks.shift()];
				let sumWidth = this.displayWidth(sumChunks[0]);
				chunks.forEach((chunk) => {
					const visibleWidth = this.displayWidth(chunk);
					if (sumWidth + visibleWidth <= width) {
						sumChunks.push(chunk);
						sumWidth += visibleWidth;
						return;
					}
					wrappedLines.push(sumChunks.join(""));
					const nextChunk = chunk.trimStart();
					sumChunks = [nextChunk];
					sumWidth = this.displayWidth(nextChunk);
				});
				wrappedLines.push(sumChunks.join(""));
			});
			return wrappedLines.join("\n");
		}
	};
	/**
	* Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
	*
	* @param {string} str
	* @returns {string}
	* @package
	*/
	function stripColor(str) {
		return str.replace(/\x1b\[\d*(;\d*)*m/g, "");
	}
	exports.Help = Help;
	exports.stripColor = stripColor;
}));
// node_modules/.pnpm/commander@14.0.3/node_modules/commander/lib/option.js
var require_option = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Option = class {
		/**
		* Initialize a new `Option` with the given `flags` and `description`.
		*
		* @param {string} flags
		* @param {string} [description]
		*/
		constructor(flags, description) {
			this.flags = flags;
			this.description = description || "";
			this.required = flags.includes("<");
			this.optional = flags.includes("[");
			this.variadic = /\w\.\.\.[>\]]$/.test(flags);
			this.mandatory = false;
			const optionFlags = splitOptionFlags(flags);
			this.short = optionFlags.shortFlag;
			this.long = optionFlags.longFlag;
			this.negate = false;
			if (this.long) this.negate = this.long.startsWith("--no-");
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.presetArg = void 0;
			this.envVar = void 0;
			this.parseArg = void 0;
			this.hidden = false;
			this.argChoices = void 0;
			this.conflictsWith = [];
			this.implied = void 0;
			this.helpGroupHeading = void 0;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Option}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Preset to use when option used without option-argument, especially optional but also boolean and negated.
		* The custom processing (parseArg) is called.
		*
		* @example
		* new Option('--color').default('GREYSCALE').preset('RGB');
		* new Option('--donate [amount]').preset('20').argParser(parseFloat);
		*
		* @param {*} arg
		* @return {Option}
		*/
		preset(arg) {
			this.presetArg = arg;
			return this;
		}
		/**
		* Add option name(s) that conflict with this option.
		* An error will be displayed if conflicting options are found during parsing.
		*
		* @example
		* new Option('--rgb').conflicts('cmyk');
		* new Option('--js').conflicts(['ts', 'jsx']);
		*
		* @param {(string | string[])} names
		* @return {Option}
		*/
		conflicts(names) {
			this.conflictsWith = this.conflictsWith.concat(names);
			return this;
		}
		/**
		* Specify implied option values for when this option is set and the implied options are not.
		*
		* The custom processing (parseArg) is not called on the implied values.
		*
		* @example
		* program
		*   .addOption(new Option('--log', 'write logging information to file'))
		*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
		*
		* @param {object} impliedOptionValues
		* @return {Option}
		*/
		implies(impliedOptionValues) {
			let newImplied = impliedOptionValues;
			if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
			this.implied = Object.assign(this.implied || {}, newImplied);
			return this;
		}
		/**
		* Set environment variable to check for option value.
		*
		* An environment variable is only used if when processed the current option value is
		* undefined, or the source of the current value is 'default' or 'config' or 'env'.
		*
		* @param {string} name
		* @return {Option}
		*/
		env(name) {
			this.envVar = name;
			return this;
		}
		/**
		* Set the custom handler for processing CLI option arguments into option values.
		*
		* @param {Function} [fn]
		* @return {Option}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Whether the option is mandatory and must have a value after parsing.
		*
		* @param {boolean} [mandatory=true]
		* @return {Option}
		*/
		makeOptionMandatory(mandatory = true) {
			this.mandatory = !!mandatory;
			return this;
		}
		/**
		* Hide option in help.
		*
		* @param {boolean} [hide=true]
		* @return {Option}
		*/
		hideHelp(hide = true) {
			this.hidden = !!hide;
			return this;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Only allow option value to be one of choices.
		*
		* @param {string[]} values
		* @return {Option}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Return option name.
		*
		* @return {string}
		*/
		name() {
			if (this.long) return this.long.replace(/^--/, "");
			return this.short.replace(/^-/, "");
		}
		/**
		* Return option name, in a camelcase format that can be used
		* as an object attribute key.
		*
		* @return {string}
		*/
		attributeName() {
			if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
			return camelcase(this.name());
		}
		/**
		* Set the help group heading.
		*
		* @param {string} heading
		* @return {Option}
		*/
		helpGroup(heading) {
			this.helpGroupHeading = heading;
			return this;
		}
		/**
		* Check if `arg` matches the short or long flag.
		*
		* @param {string} arg
		* @return {boolean}
		* @package
		*/
		is(arg) {
			return this.short === arg || this.long === arg;
		}
		/**
		* Return whether a boolean option.
		*
		* Options are one of boolean, negated, required argument, or optional argument.
		*
		* @return {boolean}
		* @package
		*/
		isBoolean() {
			return !this.required && !this.optional && !this.negate;
		}
	};
	/**
	* This class is to make it easier to work with dual options, without changing the existing
	* implementation. We support separate dual options for separate positive and negative options,
	* like `--build` and `--no-build`, which share a single option value. This works nicely for some
	* use cases, but is tricky for others where we want separate behaviours despite
	* the single shared option value.
	*/
	var DualOptions = class {
		/**
		* @param {Option[]} options
		*/
		constructor(options) {
			this.positiveOptions = /* @__PURE__ */ new Map();
			this.negativeOptions = /* @__PURE__ */ new Map();
			this.dualOptions = /* @__PURE__ */ new Set();
			options.forEach((option) => {
				if (option.negate) this.negativeOptions.set(option.attributeName(), option);
				else this.positiveOptions.set(option.attributeName(), option);
			});
			this.negativeOptions.forEach((value, key) => {
				if (this.positiveOptions.has(key)) this.dualOptions.add(key);
			});
		}
		/**
		* Did the value come from the option, and not from possible matching dual option?
		*
		* @param {*} value
		* @param {Option} option
		* @returns {boolean}
		*/
		valueFromOption(value, option) {
			const optionKey = option.attributeName();
			if (!this.dualOptions.has(optionKey)) return true;
			const preset = this.negativeOptions.get(optionKey).presetArg;
			const negativeValue = preset !== void 0 ? preset : false;
			return option.negate === (negativeValue === value);
		}
	};
	/**
	* Convert string from kebab-case to camelCase.
	*
	* @param {string} str
	* @return {string}
	* @private
	*/
	function camelcase(str) {
		return str.split("-").reduce((str, word) => {
			return str + word[0].toUpperCase() + word.slice(1);
		});
	}
	/**
	* Split the short and long flag out of something like '-m,--mixed <value>'
	*
	* @private
	*/
	function splitOptionFlags(flags) {
		let shortFlag;
		let longFlag;
		const shortFlagExp = /^-[^-]$/;
		const longFlagExp = /^--[^-]/;
		const flagParts = flags.split(/[ |,]+/).concat("guard");
		if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
		if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (!shortFlag && longFlagExp.test(flagParts[0])) {
			shortFlag = longFlag;
			longFlag = flagParts.shift();
		}
		if (flagParts[0].startsWith("-")) {
			const unsupportedFlag = flagParts[0];
			const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
			if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
			if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
			if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
			throw new Error(`${baseError}
- unrecognised flag format`);
		}
		if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
		return {
			shortFlag,
			longFlag
		};
	}
	exports.Option = Option;
	exports.DualOptions = DualOptions;
}));
// node_modules/.pnpm/commander@14.0.3/node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = /* @__PURE__ */ __commonJSMin(((exports) => {
	const maxDistance = 3;
	function editDistance(a, b) {
		if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
		const d = [];
		for (let i = 0; i <= a.length; i++) d[i] = [i];
		for (let j = 0; j <= b.length; j++) d[0][j] = j;
		for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
			let cost = 1;
			if (a[i - 1] === b[j - 1]) cost = 0;
			else cost = 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
		return d[a.length][b.length];
	}
	/**
	* Find close matches, restricted to same number of edits.
	*
	* @param {string} word
	* @param {string[]} candidates
	* @returns {string}
	*/
	function suggestSimilar(word, candidates) {
		if (!candidates || candidates.length === 0) return "";
		candidates = Array.from(new Set(candidates));
		const searchingOptions = word.startsWith("--");
		if (searchingOptions) {
			word = word.slice(2);
			candidates = candidates.map((candidate) => candidate.slice(2));
		}
		let similar = [];
		let bestDistance = maxDistance;
		const minSimilarity = .4;
		candidates.forEach((candidate) => {
			if (candidate.length <= 1) return;
			const distance = editDistance(word, candidate);
			const length = Math.max(word.length, candidate.length);
			if ((length - distance) / length > minSimilarity) {
				if (distance < bestDistance) {
					bestDistance = distance;
					similar = [candidate];
				} else if (distance === bestDistance) similar.push(candidate);
			}
		});
		similar.sort((a, b) => a.localeCompare(b));
		if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
		if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
		if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
		return "";
	}
	exports.suggestSimilar = suggestSimilar;
}));
// node_modules/.pnpm/commander@14.0.3/node_modules/commander/lib/command.js
var require_command = /* @__PURE__ */ __commonJSMin(((exports) => {
	const EventEmitter = __require("node:events").EventEmitter;
	const childProcess = __require("node:child_process");
	const path = __require("node:path");
	const fs = __require("node:fs");
	const process = __require("node:process");
	const { Argument, humanReadableArgName } = require_argument();
	const { CommanderError } = require_error();
	const { Help, stripColor } = require_help();
	const { Option, DualOptions } = require_option();
	const { suggestSimilar } = require_suggestSimilar();
	var Command = class Command extends EventEmitter {
		/**
		* Initialize a new `Command`.
		*
		* @param {string} [name]
		*/
		constructor(name) {
			super();
			/** @type {Command[]} */
			this.commands = [];
			/** @type {Option[]} */
			this.options = [];
			this.parent = null;
			this._allowUnknownOption = false;
			this._allowExcessArguments = false;
			/** @type {Argument[]} */
			this.registeredArguments = [];
			this._args = this.registeredArguments;
			/** @type {string[]} */
			this.args = [];
			this.rawArgs = [];
			this.processedArgs = [];
			this._scriptPath = null;
			this._name = name || "";
			this._optionValues = {};
			this._optionValueSources = {};
			this._storeOptionsAsProperties = false;
			this._actionHandler = null;
			this._executableHandler = false;
			this._executableFile = null;
			this._executableDir = null;
			this._defaultCommandName = null;
			this._exitCallback = null;
			this._aliases = [];
			this._combineFlagAndOptionalValue = true;
			this._description = "";
			this._summary = "";
			this._argsDescription = void 0;
			this._enablePositionalOptions = false;
			this._passThroughOptions = false;
			this._lifeCycleHooks = {};
			/** @type {(boolean | string)} */
			this._showHelpAfterError = false;
			this._showSuggestionAfterError = true;
			this._savedState = null;
			this._outputConfiguration = {
				writeOut: (str) => process.stdout.write(str),
				writeErr: (str) => process.stderr.write(str),
				outputError: (str, write) => write(str),
				getOutHelpWidth: () => process.stdout.isTTY ? process.stdout.columns : void 0,
				getErrHelpWidth: () => process.stderr.isTTY ? process.stderr.columns : void 0,
				getOutHasColors: () => useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
				getErrHasColors: () => useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
				stripColor: (str) => stripColor(str)
			};
			this._hidden = false;
			/** @type {(Option | null | undefined)} */
			this._helpOption = void 0;
			this._addImplicitHelpCommand = void 0;
			/** @type {Command} */
			this._helpCommand = void 0;
			this._helpConfiguration = {};
			/** @type {string | undefined} */
			this._helpGroupHeading = void 0;
			/** @type {string | undefined} */
			this._defaultCommandGroup = void 0;
			/** @type {string | undefined} */
			this._defaultOptionGroup = void 0;
		}
		/**
		* Copy settings that are useful to have in common across root command and subcommands.
		*
		* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
		*
		* @param {Command} sourceCommand
		* @return {Command} `this` command for chaining
		*/
		copyInheritedSettings(sourceCommand) {
			this._outputConfiguration = sourceCommand._outputConfiguration;
			this._helpOption = sourceCommand._helpOption;
			this._helpCommand = sourceCommand._helpCommand;
			this._helpConfiguration = sourceCommand._helpConfiguration;
			this._exitCallback = sourceCommand._exitCallback;
			this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
			this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
			this._allowExcessArguments = sourceCommand._allowExcessArguments;
			this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
			this._showHelpAfterError = sourceCommand._showHelpAfterError;
			this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
			return this;
		}
		/**
		* @returns {Command[]}
		* @private
		*/
		_getCommandAndAncestors() {
			const result = [];
			for (let command = this; command; command = command.parent) result.push(command);
			return result;
		}
		/**
		* Define a command.
		*
		* There are two styles of command: pay attention to where to put the description.
		*
		* @example
		* // Command implemented using action handler (description is supplied separately to `.command`)
		* program
		*   .command('clone <source> [destination]')
		*   .description('clone a repository into a newly created directory')
		*   .action((source, destination) => {
		*     console.log('clone command called');
		*   });
		*
		* // Command implemented using separate executable file (description is second parameter to `.command`)
		* program
		*   .command('start <service>', 'start named service')
		*   .command('stop [service]', 'stop named service, or all if no name supplied');
		*
		* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
		* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
		* @param {object} [execOpts] - configuration options (for executable)
		* @return {Command} returns new command for action handler, or `this` for executable command
		*/
		command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
			let desc = actionOptsOrExecDesc;
			let opts = execOpts;
			if (typeof desc === "object" && desc !== null) {
				opts = desc;
				desc = null;
			}
			opts = opts || {};
			const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
			const cmd = this.createCommand(name);
			if (desc) {
				cmd.description(desc);
				cmd._executableHandler = true;
			}
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			cmd._hidden = !!(opts.noHelp || opts.hidden);
			cmd._executableFile = opts.executableFile || null;
			if (args) cmd.arguments(args);
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd.copyInheritedSettings(this);
			if (desc) return this;
			return cmd;
		}
		/**
		* Factory routine to create a new unattached command.
		*
		* See .command() for creating an attached subcommand, which uses this routine to
		* create the command. You can override createCommand to customise subcommands.
		*
		* @param {string} [name]
		* @return {Command} new command
		*/
		createCommand(name) {
			return new Command(name);
		}
		/**
		* You can customise the help with a subclass of Help by overriding createHelp,
		* or by overriding Help properties using configureHelp().
		*
		* @return {Help}
		*/
		createHelp() {
			return Object.assign(new Help(), this.configureHelp());
		}
		/**
		* You can customise the help by overriding Help properties using configureHelp(),
		* or with a subclass of Help by overriding createHelp().
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureHelp(configuration) {
			if (configuration === void 0) return this._helpConfiguration;
			this._helpConfiguration = configuration;
			return this;
		}
		/**
		* The default output goes to stdout and stderr. You can customise this for special
		* applications. You can also customise the display of errors by overriding outputError.
		*
		* The configuration properties are all functions:
		*
		*     // change how output being written, defaults to stdout and stderr
		*     writeOut(str)
		*     writeErr(str)
		*     // change how output being written for errors, defaults to writeErr
		*     outputError(str, write) // used for displaying errors and not used for displaying help
		*     // specify width for wrapping help
		*     getOutHelpWidth()
		*     getErrHelpWidth()
		*     // color support, currently only used with Help
		*     getOutHasColors()
		*     getErrHasColors()
		*     stripColor() // used to remove ANSI escape codes if output does not have colors
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureOutput(configuration) {
			if (configuration === void 0) return this._outputConfiguration;
			this._outputConfiguration = {
				...this._outputConfiguration,
				...configuration
			};
			return this;
		}
		/**
		* Display the help or a custom message after an error occurs.
		*
		* @param {(boolean|string)} [displayHelp]
		* @return {Command} `this` command for chaining
		*/
		showHelpAfterError(displayHelp = true) {
			if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
			this._showHelpAfterError = displayHelp;
			return this;
		}
		/**
		* Display suggestion of similar commands for unknown commands, or options for unknown options.
		*
		* @param {boolean} [displaySuggestion]
		* @return {Command} `this` command for chaining
		*/
		showSuggestionAfterError(displaySuggestion = true) {
			this._showSuggestionAfterError = !!displaySuggestion;
			return this;
		}
		/**
		* Add a prepared subcommand.
		*
		* See .command() for creating an attached subcommand which inherits settings from its parent.
		*
		* @param {Command} cmd - new subcommand
		* @param {object} [opts] - configuration options
		* @return {Command} `this` command for chaining
		*/
		addCommand(cmd, opts) {
			if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
			opts = opts || {};
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			if (opts.noHelp || opts.hidden) cmd._hidden = true;
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd._checkForBrokenPassThrough();
			return this;
		}
		/**
		* Factory routine to create a new unattached argument.
		*
		* See .argument() for creating an attached argument, which uses this routine to
		* create the argument. You can override createArgument to return a custom argument.
		*
		* @param {string} name
		* @param {string} [description]
		* @return {Argument} new argument
		*/
		createArgument(name, description) {
			return new Argument(name, description);
		}
		/**
		* Define argument syntax for command.
		*
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @example
		* program.argument('<input-file>');
		* program.argument('[output-file]');
		*
		* @param {string} name
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom argument processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		argument(name, description, parseArg, defaultValue) {
			const argument = this.createArgument(name, description);
			if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
			else argument.default(parseArg);
			this.addArgument(argument);
			return this;
		}
		/**
		* Define argument syntax for command, adding multiple at once (without descriptions).
		*
		* See also .argument().
		*
		* @example
		* program.arguments('<cmd> [env]');
		*
		* @param {string} names
		* @return {Command} `this` command for chaining
		*/
		arguments(names) {
			names.trim().split(/ +/).forEach((detail) => {
				this.argument(detail);
			});
			return this;
		}
		/**
		* Define argument syntax for command, adding a prepared argument.
		*
		* @param {Argument} argument
		* @return {Command} `this` command for chaining
		*/
		addArgument(argument) {
			const previousArgument = this.registeredArguments.slice(-1)[0];
			if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
			if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
			this.registeredArguments.push(argument);
			return this;
		}
		/**
		* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
		*
		* @example
		*    program.helpCommand('help [cmd]');
		*    program.helpCommand('help [cmd]', 'show help');
		*    program.helpCommand(false); // suppress default help command
		*    program.helpCommand(true); // add help command even if no subcommands
		*
		* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
		* @param {string} [description] - custom description
		* @return {Command} `this` command for chaining
		*/
		helpCommand(enableOrNameAndArgs, description) {
			if (typeof enableOrNameAndArgs === "boolean") {
				this._addImplicitHelpCommand = enableOrNameAndArgs;
				if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
				return this;
			}
			const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
			const helpDescription = description ?? "display help for command";
			const helpCommand = this.createCommand(helpName);
			helpCommand.helpOption(false);
			if (helpArgs) helpCommand.arguments(helpArgs);
			if (helpDescription) helpCommand.description(helpDescription);
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Add prepared custom help command.
		*
		* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
		* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
		* @return {Command} `this` command for chaining
		*/
		addHelpCommand(helpCommand, deprecatedDescription) {
			if (typeof helpCommand !== "object") {
				this.helpCommand(helpCommand, deprecatedDescription);
				return this;
			}
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Lazy create help command.
		*
		* @return {(Command|null)}
		* @package
		*/
		_getHelpCommand() {
			if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
				if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
				return this._helpCommand;
			}
			return null;
		}
		/**
		* Add hook for life cycle event.
		*
		* @param {string} event
		* @param {Function} listener
		* @return {Command} `this` command for chaining
		*/
		hook(event, listener) {
			const allowedValues = [
				"preSubcommand",
				"preAction",
				"postAction"
			];
			if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
			if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
			else this._lifeCycleHooks[event] = [listener];
			return this;
		}
		/**
		* Register callback to use as replacement for calling process.exit.
		*
		* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
		* @return {Command} `this` command for chaining
		*/
		exitOverride(fn) {
			if (fn) this._exitCallback = fn;
			else this._exitCallback = (err) => {
				if (err.code !== "commander.executeSubCommandAsync") throw err;
			};
			return this;
		}
		/**
		* Call process.exit, and _exitCallback if defined.
		*
		* @param {number} exitCode exit code for using with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		* @return never
		* @private
		*/
		_exit(exitCode, code, message) {
			if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
			process.exit(exitCode);
		}
		/**
		* Register callback `fn` for the command.
		*
		* @example
		* program
		*   .command('serve')
		*   .description('start service')
		*   .action(function() {
		*      // do work here
		*   });
		*
		* @param {Function} fn
		* @return {Command} `this` command for chaining
		*/
		action(fn) {
			const listener = (args) => {
				const expectedArgsCount = this.registeredArguments.length;
				const actionArgs = args.slice(0, expectedArgsCount);
				if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
				else actionArgs[expectedArgsCount] = this.opts();
				actionArgs.push(this);
				return fn.apply(this, actionArgs);
			};
			this._actionHandler = listener;
			return this;
		}
		/**
		* Factory routine to create a new unattached option.
		*
		* See .option() for creating an attached option, which uses this routine to
		* create the option. You can override createOption to return a custom option.
		*
		* @param {string} flags
		* @param {string} [description]
		* @return {Option} new option
		*/
		createOption(flags, description) {
			return new Option(flags, description);
		}
		/**
		* Wrap parseArgs to catch 'commander.invalidArgument'.
		*
		* @param {(Option | Argument)} target
		* @param {string} value
		* @param {*} previous
		* @param {string} invalidArgumentMessage
		* @private
		*/
		_callParseArg(target, value, previous, invalidArgumentMessage) {
			try {
				return target.parseArg(value, previous);
			} catch (err) {
				if (err.code === "commander.invalidArgument") {
					const message = `${invalidArgumentMessage} ${err.message}`;
					this.error(message, {
						exitCode: err.exitCode,
						code: err.code
					});
				}
				throw err;
			}
		}
		/**
		* Check for option flag conflicts.
		* Register option if no conflicts found, or throw on conflict.
		*
		* @param {Option} option
		* @private
		*/
		_registerOption(option) {
			const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
			if (matchingOption) {
				const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
				throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
			}
			this._initOptionGroup(option);
			this.options.push(option);
		}
		/**
		* Check for command name and alias conflicts with existing commands.
		* Register command if no conflicts found, or throw on conflict.
		*
		* @param {Command} command
		* @private
		*/
		_registerCommand(command) {
			const knownBy = (cmd) => {
				return [cmd.name()].concat(cmd.aliases());
			};
			const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
			if (alreadyUsed) {
				const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
				const newCmd = knownBy(command).join("|");
				throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
			}
			this._initCommandGroup(command);
			this.commands.push(command);
		}
		/**
		* Add an option.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addOption(option) {
			this._registerOption(option);
			const oname = option.name();
			const name = option.attributeName();
			if (option.negate) {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(name, option.defaultValue === void 0 ? true : option.defaultValue, "default");
			} else if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
			const handleOptionValue = (val, invalidValueMessage, valueSource) => {
				if (val == null && option.presetArg !== void 0) val = option.presetArg;
				const oldValue = this.getOptionValue(name);
				if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
				else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
				if (val == null) {
					if (option.negate) val = false;
					else if (option.isBoolean() || option.optional) val = true;
					else val = "";
				}
				this.setOptionValueWithSource(name, val, valueSource);
			};
			this.on("option:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "cli");
			});
			if (option.envVar) this.on("optionEnv:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "env");
			});
			return this;
		}
		/**
		* Internal implementation shared by .option() and .requiredOption()
		*
		* @return {Command} `this` command for chaining
		* @private
		*/
		_optionEx(config, flags, description, fn, defaultValue) {
			if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
			const option = this.createOption(flags, description);
			option.makeOptionMandatory(!!config.mandatory);
			if (typeof fn === "function") option.default(defaultValue).argParser(fn);
			else if (fn instanceof RegExp) {
				const regex = fn;
				fn = (val, def) => {
					const m = regex.exec(val);
					return m ? m[0] : def;
				};
				option.default(defaultValue).argParser(fn);
			} else option.default(fn);
			return this.addOption(option);
		}
		/**
		* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
		* option-argument is indicated by `<>` and an optional option-argument by `[]`.
		*
		* See the README for more details, and see also addOption() and requiredOption().
		*
		* @example
		* program
		*     .option('-p, --pepper', 'add pepper')
		*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
		*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
		*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		option(flags, description, parseArg, defaultValue) {
			return this._optionEx({}, flags, description, parseArg, defaultValue);
		}
		/**
		* Add a required option which must have a value after parsing. This usually means
		* the option must be specified on the command line. (Otherwise the same as .option().)
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		requiredOption(flags, description, parseArg, defaultValue) {
			return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
		}
		/**
		* Alter parsing of short flags with optional values.
		*
		* @example
		* // for `.option('-f,--flag [value]'):
		* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
		* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
		*
		* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
		* @return {Command} `this` command for chaining
		*/
		combineFlagAndOptionalValue(combine = true) {
			this._combineFlagAndOptionalValue = !!combine;
			return this;
		}
		/**
		* Allow unknown options on the command line.
		*
		* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
		* @return {Command} `this` command for chaining
		*/
		allowUnknownOption(allowUnknown = true) {
			this._allowUnknownOption = !!allowUnknown;
			return this;
		}
		/**
		* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
		*
		* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
		* @return {Command} `this` command for chaining
		*/
		allowExcessArguments(allowExcess = true) {
			this._allowExcessArguments = !!allowExcess;
			return this;
		}
		/**
		* Enable positional options. Positional means global options are specified before subcommands which lets
		* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
		* The default behaviour is non-positional and global options may appear anywhere on the command line.
		*
		* @param {boolean} [positional]
		* @return {Command} `this` command for chaining
		*/
		enablePositionalOptions(positional = true) {
			this._enablePositionalOptions = !!positional;
			return this;
		}
		/**
		* Pass through options that come after command-arguments rather than treat them as command-options,
		* so actual command-options come before command-arguments. Turning this on for a subcommand requires
		* positional options to have been enabled on the program (parent commands).
		* The default behaviour is non-positional and options may appear before or after command-arguments.
		*
		* @param {boolean} [passThrough] for unknown options.
		* @return {Command} `this` command for chaining
		*/
		passThroughOptions(passThrough = true) {
			this._passThroughOptions = !!passThrough;
			this._checkForBrokenPassThrough();
			return this;
		}
		/**
		* @private
		*/
		_checkForBrokenPassThrough() {
			if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
		}
		/**
		* Whether to store option values as properties on command object,
		* or store separately (specify false). In both cases the option values can be accessed using .opts().
		*
		* @param {boolean} [storeAsProperties=true]
		* @return {Command} `this` command for chaining
		*/
		storeOptionsAsProperties(storeAsProperties = true) {
			if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
			if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
			this._storeOptionsAsProperties = !!storeAsProperties;
			return this;
		}
		/**
		* Retrieve option value.
		*
		* @param {string} key
		* @return {object} value
		*/
		getOptionValue(key) {
			if (this._storeOptionsAsProperties) return this[key];
			return this._optionValues[key];
		}
		/**
		* Store option value.
		*
		* @param {string} key
		* @param {object} value
		* @return {Command} `this` command for chaining
		*/
		setOptionValue(key, value) {
			return this.setOptionValueWithSource(key, value, void 0);
		}
		/**
		* Store option value and where the value came from.
		*
		* @param {string} key
		* @param {object} value
		* @param {string} source - expected values are default/config/env/cli/implied
		* @return {Command} `this` command for chaining
		*/
		setOptionValueWithSource(key, value, source) {
			if (this._storeOptionsAsProperties) this[key] = value;
			else this._optionValues[key] = value;
			this._optionValueSources[key] = source;
			return this;
		}
		/**
		* Get source of option value.
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSource(key) {
			return this._optionValueSources[key];
		}
		/**
		* Get source of option value. See also .optsWithGlobals().
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSourceWithGlobals(key) {
			let source;
			this._getCommandAndAncestors().forEach((cmd) => {
				if (cmd.getOptionValueSource(key) !== void 0) source = cmd.getOptionValueSource(key);
			});
			return source;
		}
		/**
		* Get user arguments from implied or explicit arguments.
		* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
		*
		* @private
		*/
		_prepareUserArgs(argv, parseOptions) {
			if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
			parseOptions = parseOptions || {};
			if (argv === void 0 && parseOptions.from === void 0) {
				if (process.versions?.electron) parseOptions.from = "electron";
				const execArgv = process.execArgv ?? [];
				if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
			}
			if (argv === void 0) argv = process.argv;
			this.rawArgs = argv.slice();
			let userArgs;
			switch (parseOptions.from) {
				case void 0:
				case "node":
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
					break;
				case "electron":
					if (process.defaultApp) {
						this._scriptPath = argv[1];
						userArgs = argv.slice(2);
					} else userArgs = argv.slice(1);
					break;
				case "user":
					userArgs = argv.slice(0);
					break;
				case "eval":
					userArgs = argv.slice(1);
					break;
				default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
			}
			if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
			this._name = this._name || "program";
			return userArgs;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Use parseAsync instead of parse if any of your action handlers are async.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* program.parse(); // parse process.argv and auto-detect electron and special node flags
		* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
		* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv] - optional, defaults to process.argv
		* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
		* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
		* @return {Command} `this` command for chaining
		*/
		parse(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			this._parseCommand([], userArgs);
			return this;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
		* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
		* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv]
		* @param {object} [parseOptions]
		* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
		* @return {Promise}
		*/
		async parseAsync(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			await this._parseCommand([], userArgs);
			return this;
		}
		_prepareForParse() {
			if (this._savedState === null) this.saveStateBeforeParse();
			else this.restoreStateBeforeParse();
		}
		/**
		* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state saved.
		*/
		saveStateBeforeParse() {
			this._savedState = {
				_name: this._name,
				_optionValues: { ...this._optionValues },
				_optionValueSources: { ...this._optionValueSources }
			};
		}
		/**
		* Restore state before parse for calls after the first.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state restored.
		*/
		restoreStateBeforeParse() {
			if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
			this._name = this._savedState._name;
			this._scriptPath = null;
			this.rawArgs = [];
			this._optionValues = { ...this._savedState._optionValues };
			this._optionValueSources = { ...this._savedState._optionValueSources };
			this.args = [];
			this.processedArgs = [];
		}
		/**
		* Throw if expected executable is missing. Add lots of help for author.
		*
		* @param {string} executableFile
		* @param {string} executableDir
		* @param {string} subcommandName
		*/
		_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
			if (fs.existsSync(executableFile)) return;
			const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
			throw new Error(executableMissing);
		}
		/**
		* Execute a sub-command executable.
		*
		* @private
		*/
		_executeSubCommand(subcommand, args) {
			args = args.slice();
			let launchWithNode = false;
			const sourceExt = [
				".js",
				".ts",
				".tsx",
				".mjs",
				".cjs"
			];
			function findFile(baseDir, baseName) {
				const localBin = path.resolve(baseDir, baseName);
				if (fs.existsSync(localBin)) return localBin;
				if (sourceExt.includes(path.extname(baseName))) return void 0;
				const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
				if (foundExt) return `${localBin}${foundExt}`;
			}
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
			let executableDir = this._executableDir || "";
			if (this._scriptPath) {
				let resolvedScriptPath;
				try {
					resolvedScriptPath = fs.realpathSync(this._scriptPath);
				} catch {
					resolvedScriptPath = this._scriptPath;
				}
				executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
			}
			if (executableDir) {
				let localFile = findFile(executableDir, executableFile);
				if (!localFile && !subcommand._executableFile && this._scriptPath) {
					const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
					if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
				}
				executableFile = localFile || executableFile;
			}
			launchWithNode = sourceExt.includes(path.extname(executableFile));
			let proc;
			if (process.platform !== "win32") {
				if (launchWithNode) {
					args.unshift(executableFile);
					args = incrementNodeInspectorPort(process.execArgv).concat(args);
					proc = childProcess.spawn(process.argv[0], args, { stdio: "inherit" });
				} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
			} else {
				this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process.execArgv).concat(args);
				proc = childProcess.spawn(process.execPath, args, { stdio: "inherit" });
			}
			if (!proc.killed) [
				"SIGUSR1",
				"SIGUSR2",
				"SIGTERM",
				"SIGINT",
				"SIGHUP"
			].forEach((signal) => {
				process.on(signal, () => {
					if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
				});
			});
			const exitCallback = this._exitCallback;
			proc.on("close", (code) => {
				code = code ?? 1;
				if (!exitCallback) process.exit(code);
				else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
			});
			proc.on("error", (err) => {
				if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
				if (!exitCallback) process.exit(1);
				else {
					const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
					wrappedError.nestedError = err;
					exitCallback(wrappedError);
				}
			});
			this.runningCommand = proc;
		}
		/**
		* @private
		*/
		_dispatchSubcommand(commandName, operands, unknown) {
			const subCommand = this._findCommand(commandName);
			if (!subCommand) this.help({ error: true });
			subCommand._prepareForParse();
			let promiseChain;
			promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
			promiseChain = this._chainOrCall(promiseChain, () => {
				if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
				else return subCommand._parseCommand(operands, unknown);
			});
			return promiseChain;
		}
		/**
		* Invoke help directly if possible, or dispatch if necessary.
		* e.g. help foo
		*
		* @private
		*/
		_dispatchHelpCommand(subcommandName) {
			if (!subcommandName) this.help();
			const subCommand = this._findCommand(subcommandName);
			if (subCommand && !subCommand._executableHandler) subCommand.help();
			return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
		}
		/**
		* Check this.args against expected this.registeredArguments.
		*
		* @private
		*/
		_checkNumberOfArguments() {
			this.registeredArguments.forEach((arg, i) => {
				if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
			});
			if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
			if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
		}
		/**
		* Process this.args using this.registeredArguments and save as this.processedArgs!
		*
		* @private
		*/
		_processArguments() {
			const myParseArg = (argument, value, previous) => {
				let parsedValue = value;
				if (value !== null && argument.parseArg) {
					const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
					parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
				}
				return parsedValue;
			};
			this._checkNumberOfArguments();
			const processedArgs = [];
			this.registeredArguments.forEach((declaredArg, index) => {
				let value = declaredArg.defaultValue;
				if (declaredArg.variadic) {
					if (index < this.args.length) {
						value = this.args.slice(index);
						if (declaredArg.parseArg) value = value.reduce((processed, v) => {
							return myParseArg(declaredArg, v, processed);
						}, declaredArg.defaultValue);
					} else if (value === void 0) value = [];
				} else if (index < this.args.length) {
					value = this.args[index];
					if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
				}
				processedArgs[index] = value;
			});
			this.processedArgs = processedArgs;
		}
		/**
		* Once we have a promise we chain, but call synchronously until then.
		*
		* @param {(Promise|undefined)} promise
		* @param {Function} fn
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCall(promise, fn) {
			if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
			return fn();
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallHooks(promise, event) {
			let result = promise;
			const hooks = [];
			this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
				hookedCommand._lifeCycleHooks[event].forEach((callback) => {
					hooks.push({
						hookedCommand,
						callback
					});
				});
			});
			if (event === "postAction") hooks.reverse();
			hooks.forEach((hookDetail) => {
				result = this._chainOrCall(result, () => {
					return hookDetail.callback(hookDetail.hookedCommand, this);
				});
			});
			return result;
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {Command} subCommand
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallSubCommandHook(promise, subCommand, event) {
			let result = promise;
			if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
				result = this._chainOrCall(result, () => {
					return hook(this, subCommand);
				});
			});
			return result;
		}
		/**
		* Process arguments in context of this command.
		* Returns action result, in case it is a promise.
		*
		* @private
		*/
		_parseCommand(operands, unknown) {
			const parsed = this.parseOptions(unknown);
			this._parseOptionsEnv();
			this._parseOptionsImplied();
			operands = operands.concat(parsed.operands);
			unknown = parsed.unknown;
			this.args = operands.concat(unknown);
			if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
			if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
			if (this._defaultCommandName) {
				this._outputHelpIfRequested(unknown);
				return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
			}
			if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
			this._outputHelpIfRequested(parsed.unknown);
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			const checkForUnknownOptions = () => {
				if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
			};
			const commandEvent = `command:${this.name()}`;
			if (this._actionHandler) {
				checkForUnknownOptions();
				this._processArguments();
				let promiseChain;
				promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
				promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
				if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
					this.parent.emit(commandEvent, operands, unknown);
				});
				promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
				return promiseChain;
			}
			if (this.parent?.listenerCount(commandEvent)) {
				checkForUnknownOptions();
				this._processArguments();
				this.parent.emit(commandEvent, operands, unknown);
			} else if (operands.length) {
				if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
				if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
				else if (this.commands.length) this.unknownCommand();
				else {
					checkForUnknownOptions();
					this._processArguments();
				}
			} else if (this.commands.length) {
				checkForUnknownOptions();
				this.help({ error: true });
			} else {
				checkForUnknownOptions();
				this._processArguments();
			}
		}
		/**
		* Find matching command.
		*
		* @private
		* @return {Command | undefined}
		*/
		_findCommand(name) {
			if (!name) return void 0;
			return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
		}
		/**
		* Return an option matching `arg` if any.
		*
		* @param {string} arg
		* @return {Option}
		* @package
		*/
		_findOption(arg) {
			return this.options.find((option) => option.is(arg));
		}
		/**
		* Display an error message if a mandatory option does not have a value.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForMissingMandatoryOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd.options.forEach((anOption) => {
					if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
				});
			});
		}
		/**
		* Display an error message if conflicting options are used together in this.
		*
		* @private
		*/
		_checkForConflictingLocalOptions() {
			const definedNonDefaultOptions = this.options.filter((option) => {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0) return false;
				return this.getOptionValueSource(optionKey) !== "default";
			});
			definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
				const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
				if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
			});
		}
		/**
		* Display an error message if conflicting options are used together.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForConflictingOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd._checkForConflictingLocalOptions();
			});
		}
		/**
		* Parse options from `argv` removing known options,
		* and return argv split into operands and unknown arguments.
		*
		* Side effects: modifies command by storing options. Does not reset state if called again.
		*
		* Examples:
		*
		*     argv => operands, unknown
		*     --known kkk op => [op], []
		*     op --known kkk => [op], []
		*     sub --unknown uuu op => [sub], [--unknown uuu op]
		*     sub -- --unknown uuu op => [sub --unknown uuu op], []
		*
		* @param {string[]} args
		* @return {{operands: string[], unknown: string[]}}
		*/
		parseOptions(args) {
			const operands = [];
			const unknown = [];
			let dest = operands;
			function maybeOption(arg) {
				return arg.length > 1 && arg[0] === "-";
			}
			const negativeNumberArg = (arg) => {
				if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
				return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
			};
			let activeVariadicOption = null;
			let activeGroup = null;
			let i = 0;
			while (i < args.length || activeGroup) {
				const arg = activeGroup ?? args[i++];
				activeGroup = null;
				if (arg === "--") {
					if (dest === unknown) dest.push(arg);
					dest.push(...args.slice(i));
					break;
				}
				if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
					this.emit(`option:${activeVariadicOption.name()}`, arg);
					continue;
				}
				activeVariadicOption = null;
				if (maybeOption(arg)) {
					const option = this._findOption(arg);
					if (option) {
						if (option.required) {
							const value = args[i++];
							if (value === void 0) this.optionMissingArgument(option);
							this.emit(`option:${option.name()}`, value);
						} else if (option.optional) {
							let value = null;
							if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
							this.emit(`option:${option.name()}`, value);
						} else this.emit(`option:${option.name()}`);
						activeVariadicOption = option.variadic ? option : null;
						continue;
					}
				}
				if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
					const option = this._findOption(`-${arg[1]}`);
					if (option) {
						if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
						else {
							this.emit(`option:${option.name()}`);
							activeGroup = `-${arg.slice(2)}`;
						}
						continue;
					}
				}
				if (/^--[^=]+=/.test(arg)) {
					const index = arg.indexOf("=");
					const option = this._findOption(arg.slice(0, index));
					if (option && (option.required || option.optional)) {
						this.emit(`option:${option.name()}`, arg.slice(index + 1));
						continue;
					}
				}
				if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
				if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
					if (this._findCommand(arg)) {
						operands.push(arg);
						unknown.push(...args.slice(i));
						break;
					} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
						operands.push(arg, ...args.slice(i));
						break;
					} else if (this._defaultCommandName) {
						unknown.push(arg, ...args.slice(i));
						break;
					}
				}
				if (this._passThroughOptions) {
					dest.push(arg, ...args.slice(i));
					break;
				}
				dest.push(arg);
			}
			return {
				operands,
				unknown
			};
		}
		/**
		* Return an object containing local option values as key-value pairs.
		*
		* @return {object}
		*/
		opts() {
			if (this._storeOptionsAsProperties) {
				const result = {};
				const len = this.options.length;
				for (let i = 0; i < len; i++) {
					const key = this.options[i].attributeName();
					result[key] = key === this._versionOptionName ? this._version : this[key];
				}
				return result;
			}
			return this._optionValues;
		}
		/**
		* Return an object containing merged local and global option values as key-value pairs.
		*
		* @return {object}
		*/
		optsWithGlobals() {
			return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
		}
		/**
		* Display error message and exit (or call exitOverride).
		*
		* @param {string} message
		* @param {object} [errorOptions]
		* @param {string} [errorOptions.code] - an id string representing the error
		* @param {number} [errorOptions.exitCode] - used with process.exit
		*/
		error(message, errorOptions) {
			this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
			if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
			else if (this._showHelpAfterError) {
				this._outputConfiguration.writeErr("\n");
				this.outputHelp({ error: true });
			}
			const config = errorOptions || {};
			const exitCode = config.exitCode || 1;
			const code = config.code || "commander.error";
			this._exit(exitCode, code, message);
		}
		/**
		* Apply any option related environment variables, if option does
		* not have a value from cli or client code.
		*
		* @private
		*/
		_parseOptionsEnv() {
			this.options.forEach((option) => {
				if (option.envVar && option.envVar in process.env) {
					const optionKey = option.attributeName();
					if (this.getOptionValue(optionKey) === void 0 || [
						"default",
						"config",
						"env"
					].includes(this.getOptionValueSource(optionKey))) {
						if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
						else this.emit(`optionEnv:${option.name()}`);
					}
				}
			});
		}
		/**
		* Apply any implied option values, if option is undefined or default value.
		*
		* @private
		*/
		_parseOptionsImplied() {
			const dualHelper = new DualOptions(this.options);
			const hasCustomOptionValue = (optionKey) => {
				return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
			};
			this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
				Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
					this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
				});
			});
		}
		/**
		* Argument `name` is missing.
		*
		* @param {string} name
		* @private
		*/
		missingArgument(name) {
			const message = `error: missing required argument '${name}'`;
			this.error(message, { code: "commander.missingArgument" });
		}
		/**
		* `Option` is missing an argument.
		*
		* @param {Option} option
		* @private
		*/
		optionMissingArgument(option) {
			const message = `error: option '${option.flags}' argument missing`;
			this.error(message, { code: "commander.optionMissingArgument" });
		}
		/**
		* `Option` does not have a value, and is a mandatory option.
		*
		* @param {Option} option
		* @private
		*/
		missingMandatoryOptionValue(option) {
			const message = `error: required option '${option.flags}' not specified`;
			this.error(message, { code: "commander.missingMandatoryOptionValue" });
		}
		/**
		* `Option` conflicts with another option.
		*
		* @param {Option} option
		* @param {Option} conflictingOption
		* @private
		*/
		_conflictingOption(option, conflictingOption) {
			const findBestOptionFromValue = (option) => {
				const optionKey = option.attributeName();
				const optionValue = this.getOptionValue(optionKey);
				const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
				const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
				if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
				return positiveOption || option;
			};
			const getErrorMessage = (option) => {
				const bestOption = findBestOptionFromValue(option);
				const optionKey = bestOption.attributeName();
				if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
				return `option '${bestOption.flags}'`;
			};
			const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
			this.error(message, { code: "commander.conflictingOption" });
		}
		/**
		* Unknown option `flag`.
		*
		* @param {string} flag
		* @private
		*/
		unknownOption(flag) {
			if (this._allowUnknownOption) return;
			let suggestion = "";
			if (flag.startsWith("--") && this._showSuggestionAfterError) {
				let candidateFlags = [];
				let command = this;
				do {
					const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
					candidateFlags = candidateFlags.concat(moreFlags);
					command = command.parent;
				} while (command && !command._enablePositionalOptions);
				suggestion = suggestSimilar(flag, candidateFlags);
			}
			const message = `error: unknown option '${flag}'${suggestion}`;
			this.error(message, { code: "commander.unknownOption" });
		}
		/**
		* Excess arguments, more than expected.
		*
		* @param {string[]} receivedArgs
		* @private
		*/
		_excessArguments(receivedArgs) {
			if (this._allowExcessArguments) return;
			const expected = this.registeredArguments.length;
			const s = expected === 1 ? "" : "s";
			const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
			this.error(message, { code: "commander.excessArguments" });
		}
		/**
		* Unknown command.
		*
		* @private
		*/
		unknownCommand() {
			const unknownName = this.args[0];
			let suggestion = "";
			if (this._showSuggestionAfterError) {
				const candidateNames = [];
				this.createHelp().visibleCommands(this).forEach((command) => {
					candidateNames.push(command.name());
					if (command.alias()) candidateNames.push(command.alias());
				});
				suggestion = suggestSimilar(unknownName, candidateNames);
			}
			const message = `error: unknown command '${unknownName}'${suggestion}`;
			this.error(message, { code: "commander.unknownCommand" });
		}
		/**
		* Get or set the program version.
		*
		* This method auto-registers the "-V, --version" option which will print the version number.
		*
		* You can optionally supply the flags and description to override the defaults.
		*
		* @param {string} [str]
		* @param {string} [flags]
		* @param {string} [description]
		* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
		*/
		version(str, flags, description) {
			if (str === void 0) return this._version;
			this._version = str;
			flags = flags || "-V, --version";
			description = description || "output the version number";
			const versionOption = this.createOption(flags, description);
			this._versionOptionName = versionOption.attributeName();
			this._registerOption(versionOption);
			this.on("option:" + versionOption.name(), () => {
				this._outputConfiguration.writeOut(`${str}\n`);
				this._exit(0, "commander.version", str);
			});
			return this;
		}
		/**
		* Set the description.
		*
		* @param {string} [str]
		* @param {object} [argsDescription]
		* @return {(string|Command)}
		*/
		description(str, argsDescription) {
			if (str === void 0 && argsDescription === void 0) return this._description;
			this._description = str;
			if (argsDescription) this._argsDescription = argsDescription;
			return this;
		}
		/**
		* Set the summary. Used when listed as subcommand of parent.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		summary(str) {
			if (str === void 0) return this._summary;
			this._summary = str;
			return this;
		}
		/**
		* Set an alias for the command.
		*
		* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
		*
		* @param {string} [alias]
		* @return {(string|Command)}
		*/
		alias(alias) {
			if (alias === void 0) return this._aliases[0];
			/** @type {Command} */
			let command = this;
			if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
			if (alias === command._name) throw new Error("Command alias can't be the same as its name");
			const matchingCommand = this.parent?._findCommand(alias);
			if (matchingCommand) {
				const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
				throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
			}
			command._aliases.push(alias);
			return this;
		}
		/**
		* Set aliases for the command.
		*
		* Only the first alias is shown in the auto-generated help.
		*
		* @param {string[]} [aliases]
		* @return {(string[]|Command)}
		*/
		aliases(aliases) {
			if (aliases === void 0) return this._aliases;
			aliases.forEach((alias) => this.alias(alias));
			return this;
		}
		/**
		* Set / get the command usage `str`.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		usage(str) {
			if (str === void 0) {
				if (this._usage) return this._usage;
				const args = this.registeredArguments.map((arg) => {
					return humanReadableArgName(arg);
				});
				return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
			}
			this._usage = str;
			return this;
		}
		/**
		* Get or set the name of the command.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		name(str) {
			if (str === void 0) return this._name;
			this._name = str;
			return this;
		}
		/**
		* Set/get the help group heading for this subcommand in parent command's help.
		*
		* @param {string} [heading]
		* @return {Command | string}
		*/
		helpGroup(heading) {
			if (heading === void 0) return this._helpGroupHeading ?? "";
			this._helpGroupHeading = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for subcommands added to this command.
		* (This does not override a group set directly on the subcommand using .helpGroup().)
		*
		* @example
		* program.commandsGroup('Development Commands:);
		* program.command('watch')...
		* program.command('lint')...
		* ...
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		commandsGroup(heading) {
			if (heading === void 0) return this._defaultCommandGroup ?? "";
			this._defaultCommandGroup = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for options added to this command.
		* (This does not override a group set directly on the option using .helpGroup().)
		*
		* @example
		* program
		*   .optionsGroup('Development Options:')
		*   .option('-d, --debug', 'output extra debugging')
		*   .option('-p, --profile', 'output profiling information')
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		optionsGroup(heading) {
			if (heading === void 0) return this._defaultOptionGroup ?? "";
			this._defaultOptionGroup = heading;
			return this;
		}
		/**
		* @param {Option} option
		* @private
		*/
		_initOptionGroup(option) {
			if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
		}
		/**
		* @param {Command} cmd
		* @private
		*/
		_initCommandGroup(cmd) {
			if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
		}
		/**
		* Set the name of the command from script filename, such as process.argv[1],
		* or require.main.filename, or __filename.
		*
		* (Used internally and public although not documented in README.)
		*
		* @example
		* program.nameFromFilename(require.main.filename);
		*
		* @param {string} filename
		* @return {Command}
		*/
		nameFromFilename(filename) {
			this._name = path.basename(filename, path.extname(filename));
			return this;
		}
		/**
		* Get or set the directory for searching for executable subcommands of this command.
		*
		* @example
		* program.executableDir(__dirname);
		* // or
		* program.executableDir('subcommands');
		*
		* @param {string} [path]
		* @return {(string|null|Command)}
		*/
		executableDir(path) {
			if (path === void 0) return this._executableDir;
			this._executableDir = path;
			return this;
		}
		/**
		* Return program help documentation.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
		* @return {string}
		*/
		helpInformation(contextOptions) {
			const helper = this.createHelp();
			const context = this._getOutputContext(contextOptions);
			helper.prepareContext({
				error: context.error,
				helpWidth: context.helpWidth,
				outputHasColors: context.hasColors
			});
			const text = helper.formatHelp(this, helper);
			if (context.hasColors) return text;
			return this._outputConfiguration.stripColor(text);
		}
		/**
		* @typedef HelpContext
		* @type {object}
		* @property {boolean} error
		* @property {number} helpWidth
		* @property {boolean} hasColors
		* @property {function} write - includes stripColor if needed
		*
		* @returns {HelpContext}
		* @private
		*/
		_getOutputContext(contextOptions) {
			contextOptions = contextOptions || {};
			const error = !!contextOptions.error;
			let baseWrite;
			let hasColors;
			let helpWidth;
			if (error) {
				baseWrite = (str) => this._outputConfiguration.writeErr(str);
				hasColors = this._outputConfiguration.getErrHasColors();
				helpWidth = this._outputConfiguration.getErrHelpWidth();
			} else {
				baseWrite = (str) => this._outputConfiguration.writeOut(str);
				hasColors = this._outputConfiguration.getOutHasColors();
				helpWidth = this._outputConfiguration.getOutHelpWidth();
			}
			const write = (str) => {
				if (!hasColors) str = this._outputConfiguration.stripColor(str);
				return baseWrite(str);
			};
			return {
				error,
				write,
				hasColors,
				helpWidth
			};
		}
		/**
		* Output help information for this command.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		outputHelp(contextOptions) {
			let deprecatedCallback;
			if (typeof contextOptions === "function") {
				deprecatedCallback = contextOptions;
				contextOptions = void 0;
			}
			const outputContext = this._getOutputContext(contextOptions);
			/** @type {HelpTextEventContext} */
			const eventContext = {
				error: outputContext.error,
				write: outputContext.write,
				command: this
			};
			this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
			this.emit("beforeHelp", eventContext);
			let helpInformation = this.helpInformation({ error: outputContext.error });
			if (deprecatedCallback) {
				helpInformation = deprecatedCallback(helpInformation);
				if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
			}
			outputContext.write(helpInformation);
			if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
			this.emit("afterHelp", eventContext);
			this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
		}
		/**
		* You can pass in flags and a description to customise the built-in help option.
		* Pass in false to disable the built-in help option.
		*
		* @example
		* program.helpOption('-?, --help' 'show help'); // customise
		* program.helpOption(false); // disable
		*
		* @param {(string | boolean)} flags
		* @param {string} [description]
		* @return {Command} `this` command for chaining
		*/
		helpOption(flags, description) {
			if (typeof flags === "boolean") {
				if (flags) {
					if (this._helpOption === null) this._helpOption = void 0;
					if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
				} else this._helpOption = null;
				return this;
			}
			this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
			if (flags || description) this._initOptionGroup(this._helpOption);
			return this;
		}
		/**
		* Lazy create help option.
		* Returns null if has been disabled with .helpOption(false).
		*
		* @returns {(Option | null)} the help option
		* @package
		*/
		_getHelpOption() {
			if (this._helpOption === void 0) this.helpOption(void 0, void 0);
			return this._helpOption;
		}
		/**
		* Supply your own option to use for the built-in help option.
		* This is an alternative to using helpOption() to customise the flags and description etc.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addHelpOption(option) {
			this._helpOption = option;
			this._initOptionGroup(option);
			return this;
		}
		/**
		* Output help information and exit.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		help(contextOptions) {
			this.outputHelp(contextOptions);
			let exitCode = Number(process.exitCode ?? 0);
			if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
			this._exit(exitCode, "commander.help", "(outputHelp)");
		}
		/**
		* // Do a little typing to coordinate emit and listener for the help text events.
		* @typedef HelpTextEventContext
		* @type {object}
		* @property {boolean} error
		* @property {Command} command
		* @property {function} write
		*/
		/**
		* Add additional text to be displayed with the built-in help.
		*
		* Position is 'before' or 'after' to affect just this command,
		* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
		*
		* @param {string} position - before or after built-in help
		* @param {(string | Function)} text - string to add, or a function returning a string
		* @return {Command} `this` command for chaining
		*/
		addHelpText(position, text) {
			const allowedValues = [
				"beforeAll",
				"before",
				"after",
				"afterAll"
			];
			if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
			const helpEvent = `${position}Help`;
			this.on(helpEvent, (context) => {
				let helpStr;
				if (typeof text === "function") helpStr = text({
					error: context.error,
					command: context.command
				});
				else helpStr = text;
				if (helpStr) context.write(`${helpStr}\n`);
			});
			return this;
		}
		/**
		* Output help information if help flags specified
		*
		* @param {Array} args - array of options to search for help flags
		* @private
		*/
		_outputHelpIfRequested(args) {
			const helpOption = this._getHelpOption();
			if (helpOption && args.find((arg) => helpOption.is(arg))) {
				this.outputHelp();
				this._exit(0, "commander.helpDisplayed", "(outputHelp)");
			}
		}
	};
	/**
	* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
	*
	* @param {string[]} args - array of arguments from node.execArgv
	* @returns {string[]}
	* @private
	*/
	function incrementNodeInspectorPort(args) {
		return args.map((arg) => {
			if (!arg.startsWith("--inspect")) return arg;
			let debugOption;
			let debugHost = "127.0.0.1";
			let debugPort = "9229";
			let match;
			if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) debugOption = match[1];
			else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
				debugOption = match[1];
				if (/^\d+$/.test(match[3])) debugPort = match[3];
				else debugHost = match[3];
			} else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
				debugOption = match[1];
				debugHost = match[3];
				debugPort = match[4];
			}
			if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
			return arg;
		});
	}
	/**
	* @returns {boolean | undefined}
	* @package
	*/
	function useColor() {
		if (process.env.NO_COLOR || process.env.FORCE_COLOR === "0" || process.env.FORCE_COLOR === "false") return false;
		if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== void 0) return true;
	}
	exports.Command = Command;
	exports.useColor = useColor;
}));
const { program, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help } = (/* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports) => {
	const { Argument } = require_argument();
	const { Command } = require_command();
	const { CommanderError, InvalidArgumentError } = require_error();
	const { Help } = require_help();
	const { Option } = require_option();
	exports.program = new Command();
	exports.createCommand = (name) => new Command(name);
	exports.createOption = (flags, description) => new Option(flags, description);
	exports.createArgument = (name, description) => new Argument(name, description);
	/**
	* Expose classes
	*/
	exports.Command = Command;
	exports.Option = Option;
	exports.Argument = Argument;
	exports.Help = Help;
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
	exports.InvalidOptionArgumentError = InvalidArgumentError;
})))(), 1)).default;
// packages/bandline/dist/command/io.js
/** NO_COLOR and FORCE_COLOR decide, then whether a person looks. Sources: no-color.org, force-color.org. */
function showsColours({ env }, stream) {
	if ((env["NO_COLOR"] ?? "") !== "") return false;
	if ((env["FORCE_COLOR"] ?? "") !== "") return env["FORCE_COLOR"] !== "0";
	return stream.isTTY === true && (env["CI"] ?? "") === "";
}
/** A reader that has seen enough closes the pipe: that is no fault of ours, and nothing to say. */
function endQuietlyOnClosedPipe({ stdout, stderr }) {
	for (const stream of [stdout, stderr]) stream.on?.("error", (error) => {
		if (error.code !== "EPIPE") throw error;
	});
}
// packages/bandline/dist/command/to-problem.js
/** Ours have a code, a hint and an exit code; anything else is a bug of ours, and says so. */
function faultOf(error) {
	if (isFailure(error)) return {
		exitCode: error.exitCode,
		problem: {
			code: error.code,
			message: error.message,
			hint: error.hint
		}
	};
	const text = error instanceof Error ? error.stack ?? error.message : String(error);
	return {
		exitCode: EXIT.bug,
		problem: {
			code: "BUG",
			message: `this is a bug of bandline: ${text}`,
			hint: "report it with this message and the command that you ran"
		}
	};
}
function isFailure(error) {
	if (!(error instanceof Error)) return false;
	const { code, hint, exitCode } = error;
	return typeof code === "string" && typeof hint === "string" && typeof exitCode === "number";
}
// packages/bandline/dist/command/formats.js
const FORMATS = ["json", "human"];
/** @throws InvalidArgumentError, which says what is allowed. */
function parseFormat(text) {
	const [, asked, file = null] = /^([^=]*)(?:=(.+))?$/s.exec(text) ?? [];
	const name = FORMATS.find((each) => each === asked);
	if (name === void 0) throw new InvalidArgumentError(`It takes ${FORMATS.join(" or ")}, with =FILE where it is to be written.`);
	return {
		name,
		file
	};
}
/** JSON on stdout, the summary on stderr, each requested file in its place. @returns the document's exit code. */
async function deliver(io, answer) {
	const { reporters, failed, quiet } = answer;
	const document = await writeFiles(io, answer).then(() => answer.document, (error) => failed(faultOf(error)));
	if (!quiet) io.stderr.write(reporters.human(document, painterFor(showsColours(io, io.stderr))).output);
	const { output, exitCode } = reporters.json(document, painterFor(false));
	io.stdout.write(output);
	return exitCode;
}
async function writeFiles({ cwd }, { document, reporters, formats }) {
	for (const { name, file } of formats) if (file !== null) await writeAtomically(resolve(cwd, file), reporters[name](document, painterFor(false)).output);
}
// packages/bandline/dist/command/parse-args.js
/**
* @param define adds options to a fresh command; it takes no operands.
* @param argv without node and script; a leading `--`, as pnpm hands it on, is dropped.
* @throws BandlineError USAGE with what was received and where the flags are listed.
*/
function parseArgs(name, argv, define) {
	let help = "";
	const command = define(new Command(name)).allowExcessArguments(false).exitOverride().configureOutput({
		writeOut: (text) => help += text,
		writeErr: () => {}
	});
	try {
		command.parse([...argv[0] === "--" ? argv.slice(1) : argv], { from: "user" });
		return {
			options: command.opts(),
			help: null
		};
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		if (error.exitCode === 0) return {
			options: null,
			help
		};
		const message = error.message.replace(/^error: /, "");
		throw new BandlineError({
			code: "USAGE",
			message,
			hint: `pnpm ${name} --help`,
			exitCode: EXIT.usage
		});
	}
}
/** @returns a flag's value as a whole number of 1 or more. @throws InvalidArgumentError, which says so. */
function parseLimit(text) {
	if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("It takes a whole number from 1.");
}
/** For options that may be given several times. */
function collect(parse) {
	return (text, sofar) => [...sofar ?? [], parse(text)];
}
/** Help was asked for: it is the answer, and no failure. */
function printHelp({ stdout }, help) {
	stdout.write(help);
	return EXIT.pass;
}
// packages/bandline/dist/gather/current-reports.js
/**
* The reports that flags name, else the merged report. Where a package has been tested since the last merge, the merge is made first:
* a verdict on the older one would send its reader round in a circle.
*/
async function currentReports(root, cwd, named, { packages }) {
	if (named.length > 0) return {
		reports: await namedReports(named, cwd, root, packages),
		refreshed: []
	};
	const merged = mergedReport(root);
	const madeAt = await modifiedAt(merged.path) ?? Number.NEGATIVE_INFINITY;
	const { reports } = await packageReports(root, packages);
	const refreshed = (await Promise.all(reports.map(async ({ path, name }) => ({
		name,
		time: await modifiedAt(path) ?? 0
	})))).filter(({ time }) => time > madeAt).map(({ name }) => name);
	if (refreshed.length > 0) await (await import("./aggregate-AKwgAl8H.js")).aggregate({
		cwd: root,
		inputs: [],
		writeSummary: false
	});
	return {
		reports: [merged],
		refreshed
	};
}
// packages/bandline/dist/gather/gather-changes.js
/** One diff: from the merge base to the files on disk, or a diff that was handed in. */
/** @throws what resolving the base and reading the diff throw. */
async function changesSince(repository, options) {
	const [{ base, changed }, untracked, head] = await Promise.all([
		changedSince(repository, options),
		readUntracked(repository),
		repository.head()
	]);
	const hidden = await textAmong(repository.root, changed.filter(({ kind }) => kind === "binary"));
	const asText = hidden.flatMap(({ file, oldFile }) => [file, ...oldFile === null ? [] : [oldFile]]);
	const shown = hidden.length === 0 ? [] : await diffOf(repository, base.mergeBase, { asText });
	const onDisk = new Set(untracked.map(({ file }) => file));
	return {
		files: [...[...changed.filter((file) => !hidden.includes(file)), ...shown].filter(({ file }) => !onDisk.has(file)), ...untracked].sort((a, b) => byText(a.file, b.file)),
		base,
		head
	};
}
async function changedSince(repository, options) {
	const base = await resolveBase(repository, options);
	return {
		base,
		changed: await diffOf(repository, base.mergeBase)
	};
}
async function diffOf(repository, from, options) {
	const parser = createDiffParser();
	await streamDiff(repository, from, parser.push, options);
	return parser.end();
}
async function textAmong(root, files) {
	const found = [];
	for (const each of files) {
		const bytes = await readIfThere(join(root, each.file));
		if (bytes !== void 0 && !isBinary(bytes)) found.push(each);
	}
	return found;
}
/** @param file a path relative to `cwd`, or `-` for standard input. @throws BandlineError DIFF_MISSING or DIFF_MALFORMED. */
async function changesOfDiffFile(file, cwd, stdin) {
	const bytes = file === "-" ? await buffer(stdin) : await readIfThere(resolve(cwd, file));
	if (bytes === void 0) throw new BandlineError({
		code: "DIFF_MISSING",
		message: `there is no diff at ${file}`,
		hint: "git diff --merge-base main > FILE, or --diff-file - to read standard input",
		exitCode: EXIT.data
	});
	return {
		files: [...parseUnifiedDiff(bytes)].sort((a, b) => byText(a.file, b.file)),
		base: null,
		head: null
	};
}
// packages/bandline/dist/gather/gather-coverage.js
/** Reports → coverage of the changed files only: the other records are split off, but not parsed. */
var __addDisposableResource = function(env, value, async) {
	if (value !== null && value !== void 0) {
		if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
		var dispose, inner;
		if (async) {
			if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
			dispose = value[Symbol.asyncDispose];
		}
		if (dispose === void 0) {
			if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
			dispose = value[Symbol.dispose];
			if (async) inner = dispose;
		}
		if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
		if (inner) dispose = function() {
			try {
				inner.call(this);
			} catch (e) {
				return Promise.reject(e);
			}
		};
		env.stack.push({
			value,
			dispose,
			async
		});
	} else if (async) env.stack.push({ async: true });
	return value;
};
var __disposeResources = (function(SuppressedError) {
	return function(env) {
		function fail(e) {
			env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
			env.hasError = true;
		}
		var r, s = 0;
		function next() {
			while (r = env.stack.pop()) try {
				if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
				if (r.dispose) {
					var result = r.dispose.call(r.value);
					if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) {
						fail(e);
						return next();
					});
				} else s |= 1;
			} catch (e) {
				fail(e);
			}
			if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
			if (env.hasError) throw env.error;
		}
		return next();
	};
})(typeof SuppressedError === "function" ? SuppressedError : function(error, suppressed, message) {
	var e = new Error(message);
	return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
/** @throws BandlineError or IoError, exit 3, for a report that cannot be trusted: missing, empty, malformed, ambiguous, or of another repository. */
async function gatherCoverage({ reports, changed, warn, ...request }) {
	const parts = /* @__PURE__ */ new Map();
	const sources = /* @__PURE__ */ new Map();
	const pick = createPick(changed, request);
	let madeAt = Number.POSITIVE_INFINITY;
	for (const report of reports) {
		const env_1 = {
			stack: [],
			error: void 0,
			hasError: false
		};
		try {
			const open = __addDisposableResource(env_1, openReport(report.path), false);
			for (const { record, as: file } of findRecords(open, report.name, (path) => pick.fileOf(path, report))) {
				const coverage = {
					...parseWithLcovParse(record, report.name, warn),
					file
				};
				const same = parts.get(file);
				if (same === void 0) parts.set(file, [coverage]);
				else same.push(coverage);
			}
			for (const [file, source] of Object.entries(await readSources(report.path, [...changed]) ?? {})) sources.set(file, mergeRecord(sources.get(file), source));
			madeAt = Math.min(madeAt, await modifiedAt(report.path) ?? madeAt);
		} catch (e_1) {
			env_1.error = e_1;
			env_1.hasError = true;
		} finally {
			__disposeResources(env_1);
		}
	}
	if (!pick.isAnyMatched()) throw unmatched(reports);
	return {
		byFile: new Map([...parts].map(([file, same]) => [file, mergeCoverage(same)])),
		sources,
		madeAt
	};
}
/** Without path maps a joined path keeps its last part, so a path that ends like no changed file need not be joined. */
function createPick(changed, { joinPath, hasPathMaps }) {
	const names = new Set([...changed].map(nameOf));
	let isMatched = false;
	return {
		isAnyMatched: () => isMatched,
		fileOf(path, report) {
			if (isMatched && !hasPathMaps && !names.has(nameOf(path.replaceAll("\\", "/")))) return void 0;
			const joined = joinPath(path, report.folder);
			if ("candidates" in joined) {
				assertNotNeeded(joined.candidates, path, changed, report);
				return;
			}
			isMatched = true;
			return changed.has(joined.file) ? joined.file : void 0;
		}
	};
}
function assertNotNeeded(candidates, path, changed, { name }) {
	if (!candidates.some((candidate) => changed.has(candidate))) return;
	throw new BandlineError({
		code: "PATH_AMBIGUOUS",
		message: `${name}: ${path} could be ${candidates.join(" or ")}`,
		hint: "say which folder the report's paths begin in: pathMaps in repo.manifest.ts",
		exitCode: EXIT.data
	});
}
function unmatched(reports) {
	return new BandlineError({
		code: "PATHS_UNMATCHED",
		message: `no path of ${reports.map(({ name }) => name).join(", ")} is a file of this repository`,
		hint: "run the tests here: pnpm test --coverage; or say which folder the report's paths begin in: pathMaps in repo.manifest.ts",
		exitCode: EXIT.data
	});
}
// packages/bandline/dist/gather/gather-guard.js
/** What the guard compares: the changed files and manifests, now and at the merge base. */
const REPO_MANIFEST = "repo.manifest.ts";
/** @returns the guard's input; without a base, texts of the base are unknown and only added lines count. */
async function gatherGuard(root, { files, base }, { packages, repo }) {
	const compared = files.filter(({ kind }) => kind === "text" || kind === "deleted");
	const oldFiles = compared.flatMap(({ oldFile }) => oldFile === null ? [] : [oldFile]);
	const before = base === null ? /* @__PURE__ */ new Map() : await readTextsAt(root, base.mergeBase, oldFiles);
	const now = /* @__PURE__ */ new Map();
	for (const { file, kind } of compared) {
		const bytes = kind === "text" ? await readIfThere(join(root, file)) : void 0;
		if (bytes !== void 0) now.set(file, bytes.toString("utf8"));
	}
	const pair = (file, head, parse) => ({
		file,
		head,
		base: valueOf$1(file, before.get(file), parse)
	});
	const repoManifest = compared.find(({ file }) => file === REPO_MANIFEST)?.file;
	return {
		changes: files,
		textOf: (file) => now.get(file),
		baseTextOf: (file) => before.get(file),
		features: packages.flatMap(({ manifest, manifestFile }) => manifest === null || manifestFile === null || !before.has(manifestFile) ? [] : [pair(manifestFile, manifest, parseFeatureSource)]),
		repo: repoManifest === void 0 ? null : pair(repoManifest, repo ?? {}, parseRepoSource)
	};
}
/** A manifest that could not be read at the base promised nothing that could be taken away. */
function valueOf$1(file, text, parse) {
	if (text === void 0) return null;
	try {
		return parse(file, text);
	} catch {
		return null;
	}
}
// packages/bandline/dist/gather/gather-sources.js
/** The changed files as they are on disk, and whether the report was made from that text. */
/** @returns the state of each file that can be read. */
async function gatherSources(root, files, coverage, warn) {
	const states = /* @__PURE__ */ new Map();
	for (const file of files) {
		const bytes = await readIfThere(join(root, file));
		if (bytes === void 0) {
			warn({
				code: "SOURCE_UNREADABLE",
				message: `${file} is not on disk: its freshness and its statements are not judged`
			});
			continue;
		}
		const text = bytes.toString("utf8");
		states.set(file, stateOf(file, text, await freshnessOf(root, file, bytes, coverage, warn), warn));
	}
	return states;
}
/** Parsing takes longer than all the rest, and most files need none: their changed lines have counts of their own. */
function stateOf(file, text, freshness, warn) {
	let facts;
	return {
		text,
		freshness,
		get facts() {
			if (facts !== void 0) return facts;
			facts = isReadableSource(file) ? analyseSource(file, text) ?? null : null;
			if (facts === null && isReadableSource(file)) warn({
				code: "SOURCE_UNPARSED",
				message: `${file} has a syntax error: lines are taken as the report gives them`
			});
			return facts;
		}
	};
}
async function freshnessOf(root, file, bytes, coverage, warn) {
	const record = coverage.sources.get(file);
	if (record !== void 0) return record.blob === blobIdOf(bytes) ? "fresh" : "stale";
	const measured = coverage.byFile.get(file);
	if (measured === void 0) return "unknown";
	if ((await modifiedAt(join(root, file)) ?? 0) > coverage.madeAt || lastLineOf(measured) > bytes.toString("utf8").split("\n").length) return "stale";
	warn({
		code: "FRESHNESS_UNKNOWN",
		message: "no coverage/sources.json beside the report: nobody recorded which text was measured"
	});
	return "unknown";
}
function lastLineOf({ lines }) {
	return [...lines.keys()].reduce((last, line) => Math.max(last, line), 0);
}
// packages/bandline/dist/gather/gather-diff.js
/** Everything that `coverage:diff` judges, read from disk and from git. */
/** @throws what its parts throw; reports are read only where a changed file may need coverage. */
async function gatherDiff(request, notices) {
	const { tree, changes, policy } = await open(request);
	const files = await tree.files();
	const { policyOf } = policy;
	const needing = changes.files.filter(({ file, kind, lines }) => kind === "text" && lines.length > 0 && policyOf(file).exempt === null);
	const changed = new Set(needing.map(({ file }) => file));
	const coverage = changed.size === 0 ? NOTHING_MEASURED : await measured(request, tree, files, changed, policy, notices);
	const coverageOf = (file) => coverage.byFile.get(file);
	const gated = [...changed].filter((file) => gatedPolicy(file, {
		policyOf,
		coverageOf
	}).exempt === null);
	const sources = await gatherSources(tree.root, gated, coverage, notices.add);
	const guard = request.guard ? await gatherGuard(tree.root, changes, policy) : null;
	if (guard === null) notices.add({
		code: "GUARD_OFF",
		message: "--no-guard: nobody looked for ignore hints, skipped tests and lowered bands"
	});
	return {
		changes,
		files,
		policyOf,
		coverageOf,
		sources,
		guard
	};
}
const NOTHING_MEASURED = {
	byFile: /* @__PURE__ */ new Map(),
	sources: /* @__PURE__ */ new Map(),
	madeAt: 0
};
async function open(request) {
	if (request.diffFile === void 0) {
		const tree = await openRepository(request.cwd);
		const loading = loadPolicy(tree.root);
		const manifest = async () => (await loading).repo?.base;
		const reading = changesSince(tree, {
			flag: request.base,
			env: request.env,
			manifest
		});
		const [policy, changes] = await Promise.allSettled([
			loading,
			reading,
			tree.files()
		]);
		return {
			tree,
			policy: valueOf(policy),
			changes: valueOf(changes)
		};
	}
	const tree = await openRepository(request.cwd).catch((error) => openFolder(request.cwd, error));
	const changes = await changesOfDiffFile(request.diffFile, request.from, request.stdin);
	return {
		tree,
		policy: await loadPolicy(tree.root),
		changes
	};
}
function valueOf(settled) {
	if (settled.status === "fulfilled") return settled.value;
	throw settled.reason;
}
async function measured(request, tree, files, changed, policy, notices) {
	const { reports, refreshed } = await currentReports(tree.root, request.from, request.lcov ?? [], policy);
	if (refreshed.length > 0) notices.add({
		code: "REPORT_REFRESHED",
		message: `newer than coverage/lcov.info, so merged into it first: ${refreshed.join(", ")}`
	});
	const pathMaps = policy.repo?.pathMaps ?? [];
	return gatherCoverage({
		reports,
		changed,
		joinPath: createPathJoiner({
			files,
			root: tree.root,
			pathMaps
		}),
		hasPathMaps: pathMaps.length > 0,
		warn: notices.add
	});
}
// packages/bandline/dist/diff.js
/** `coverage:diff`: does every changed executable line run under test? */
const REPORTERS = {
	json: renderJson,
	human: renderHumanDiff
};
/** @returns the exit code; stdout is one JSON document, also on an error. */
async function runDiff(argv, io) {
	endQuietlyOnClosedPipe(io);
	let flags = {};
	try {
		const parsed = parseArgs("coverage:diff", argv, (command) => command.description("Judge the changed lines: every executable one must have run under test.").option("--base <ref>", "what the change is compared with (default: CI's word, the manifest, origin/HEAD, main, …)").option("--diff-file <file>", "judge this unified diff instead of git's; - reads standard input").option("--lcov <file>", "a report; repeatable; default: coverage/lcov.info", collect(String)).option("--cwd <dir>", "the repository, or a folder in it").option("--json", "no summary for people on stderr").option("--format <name[=file]>", "json or human; repeatable", collect(parseFormat)).option("--limit <n>", "ranges in the answer at most", parseLimit).option("--brief", "leave out snippets and files that pass").option("--no-guard", "do not look for ignore hints, skipped tests and lowered bands").option("--exit-zero", "exit 0 also where the gate fails; the JSON still says so"));
		if (parsed.help !== null) return printHelp(io, parsed.help);
		flags = parsed.options;
		const document = await coverageDiff(flags, io);
		const code = await print(io, flags, document);
		return flags.exitZero === true && code === EXIT.gateFailed ? EXIT.pass : code;
	} catch (error) {
		return print(io, flags, failedDiff(faultOf(error)));
	}
}
function print(io, { format = [], json = false }, document) {
	return deliver(io, {
		document,
		failed: failedDiff,
		reporters: REPORTERS,
		formats: format,
		quiet: json
	});
}
/** The document of a run that came to nothing. */
function failedDiff({ exitCode, problem }) {
	return emptyDocument(exitCode, [problem]);
}
/** @throws every fault that leaves nothing to judge; a failed gate is a document, not an error. */
async function coverageDiff(flags, io) {
	const notices = createNotices();
	const gathered = await gatherDiff({
		guard: true,
		...flags,
		cwd: resolve(io.cwd, flags.cwd ?? "."),
		from: io.cwd,
		env: io.env,
		stdin: io.stdin
	}, notices);
	const { changes, files, sources, guard } = gathered;
	const nearestTestOf = createNearestTest(files);
	return diffDocument({
		verdict: judgeDiff({
			...gathered,
			changes: changes.files,
			sourceOf: (file) => sources.get(file)
		}),
		guard: guard === null ? [] : judgeGuard(guard),
		base: changes.base,
		head: changes.head,
		warnings: notices.list(),
		textOf: (file) => sources.get(asRepoPath(file))?.text,
		nearestTestOf: (file) => nearestTestOf(asRepoPath(file)),
		limit: flags.limit,
		brief: flags.brief
	});
}
export { runDiff };
