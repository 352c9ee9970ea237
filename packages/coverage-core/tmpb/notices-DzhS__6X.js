import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime-DegdyBIC.js";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { parseSync, visitorKeys } from "oxc-parser";
import * as nativeFs from "fs";
import { readdir, readdirSync, realpath, realpathSync, stat, statSync } from "fs";
import { basename as basename$1, dirname as dirname$1, isAbsolute, normalize as normalize$1, posix, relative, resolve as resolve$1, sep } from "path";
import { fileURLToPath } from "url";
import { createRequire as createRequire$1 } from "module";
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { mkdir, readFile, realpath as realpath$1, stat as stat$1 } from "node:fs/promises";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
// packages/coverage-core/dist/contract/exit-code.js
/** What the process tells its caller; one meaning each, for every command. docs/guides/coverage.md has the table for people. */
const EXIT = {
	pass: 0,
	gateFailed: 1,
	usage: 2,
	data: 3,
	environment: 4,
	partial: 5,
	bug: 70,
	interrupted: 130
};
// packages/coverage-core/dist/contract/parse-sources.js
/** @returns undefined for anything but a sources document. */
function parseSources(text) {
	const { schemaVersion, sources, ...rest } = recordOf$1(jsonOf$2(text)) ?? {};
	const records = recordOf$1(sources);
	if (schemaVersion !== "1.0" || records === void 0 || Object.keys(rest).length > 0) return void 0;
	return Object.values(records).every(isSourceRecord) ? {
		schemaVersion,
		sources: records
	} : void 0;
}
/**
* The records of a few files, without reading the others.
* @returns undefined where the document is written in another way than ours, or lacks one of the files: then `parseSources` tells.
*/
function findSources(text, files) {
	if (!/^\{\s*"schemaVersion":\s*"1\.0",\s*"sources":\s*\{/.test(text) || !/\}\s*\}\s*\}\s*$/.test(text.slice(-100))) return void 0;
	const found = /* @__PURE__ */ new Map();
	let from = 0;
	for (const file of files) {
		const key = `${JSON.stringify(file)}:`;
		const ahead = text.indexOf(key, from);
		const at = ahead === -1 ? text.indexOf(key) : ahead;
		const entry = at === -1 ? null : ENTRY.exec(text.slice(at + key.length, at + key.length + LONGEST_ENTRY));
		if (entry === null) return void 0;
		const [, blob = null, by] = entry;
		found.set(file, by === void 0 ? { blob } : {
			blob,
			by: "aggregate"
		});
		from = at;
	}
	return found;
}
const ENTRY = /^\s*\{\s*"blob":\s*(?:"([0-9a-f]{40})"|null)\s*(?:,\s*"by":\s*"(aggregate)"\s*)?\}/;
const LONGEST_ENTRY = 200;
function isSourceRecord(value) {
	const { blob, by, ...rest } = recordOf$1(value) ?? {};
	return (blob === null || typeof blob === "string" && /^[0-9a-f]{40}$/.test(blob)) && (by === void 0 || by === "aggregate") && Object.keys(rest).length === 0;
}
function recordOf$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
}
function jsonOf$2(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
// packages/coverage-core/dist/contract/schema-id.js
/** Where a document's JSON Schema file lies in the published package, without a host that would have to be up. */
function schemaId(document) {
	return `bandline/schemas/${document}.v1.json`;
}
// packages/coverage-core/dist/failure.js
/** An input of ours that cannot be used. The position, where there is one, is part of the message: `file:line`. */
var BandlineError = class extends Error {
	code;
	hint;
	exitCode;
	constructor({ code, message, hint, exitCode }) {
		super(message);
		this.name = "BandlineError";
		this.code = code;
		this.hint = hint;
		this.exitCode = exitCode;
	}
};
// packages/coverage-core/dist/path/repo-path.js
/** @param path already in the form above, e.g. as git prints it. */
function asRepoPath(path) {
	return path;
}
/** `/`, or a drive's. */
const ROOT = /^(?:[A-Za-z]:)?\//;
/** Back-slashes to `/`, without `./`, double separators and `a/..`. Absolute stays absolute. Pure text: no file is asked. */
function normalisePath(path) {
	const slashed = path.replaceAll("\\", "/");
	const root = ROOT.exec(slashed)?.[0] ?? "";
	const parts = [];
	for (const part of slashed.slice(root.length).split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else if (root === "") parts.push(part);
	}
	return root + parts.join("/");
}
function isAbsolutePath(path) {
	return ROOT.test(path);
}
/** Code unit order: the same on every machine, whatever its locale. */
function byText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
// packages/core-shared/dist/conformance/coverage/bands.js
/**
* Bands: the coverage that a layer promises, in percent, 0 to 100.
* The numbers here and in manifests are the only thresholds of the repository.
*/
/** The four metrics of a band, in the order in which they are printed. */
const METRICS = [
	"statements",
	"branches",
	"functions",
	"lines"
];
/** What holds where a manifest says nothing. */
const DEFAULT_COVERAGE_BANDS = {
	baseline: {
		statements: 80,
		branches: 75,
		functions: 80,
		lines: 80
	},
	entities: {
		statements: 100,
		branches: 100,
		functions: 100,
		lines: 100
	},
	"use-cases": {
		statements: 100,
		branches: 95,
		functions: 100,
		lines: 100
	},
	controllers: {
		statements: 100,
		branches: 95,
		functions: 100,
		lines: 100
	}
};
// node_modules/.pnpm/picomatch@4.0.7/node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE: {
			__proto__: null,
			alnum: "a-zA-Z0-9",
			alpha: "a-zA-Z",
			ascii: "\\x00-\\x7F",
			blank: " \\t",
			cntrl: "\\x00-\\x1F\\x7F",
			digit: "0-9",
			graph: "\\x21-\\x7E",
			lower: "a-z",
			print: "\\x20-\\x7E ",
			punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
			space: " \\t\\r\\n\\v\\f",
			upper: "A-Z",
			word: "A-Za-z0-9_",
			xdigit: "A-Fa-f0-9"
		},
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));
// node_modules/.pnpm/picomatch@4.0.7/node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));
// node_modules/.pnpm/picomatch@4.0.7/node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));
// node_modules/.pnpm/picomatch@4.0.7/node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));
// node_modules/.pnpm/picomatch@4.0.7/node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));
// packages/core-shared/dist/conformance/coverage/globs.js
var import_picomatch = /* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
})))(), 1);
/** Globs stand in constants and manifests, so the array itself is the key: a gate asks the same list for thousands of files. */
const compiled = /* @__PURE__ */ new WeakMap();
/**
* @param globs picomatch globs, `/` as separator, relative to the folder that the paths are relative to. Not to be changed later.
* @returns a test of one path; dot files match, and no glob at all matches nothing. Throws nothing.
*/
function matcherOf(globs) {
	const known = compiled.get(globs);
	if (known !== void 0) return known;
	const matcher = globs.length === 0 ? () => false : (0, import_picomatch.default)([...globs], { dot: true });
	compiled.set(globs, matcher);
	return matcher;
}
// packages/core-shared/dist/conformance/coverage/layers.js
/** Layers: named parts of a feature. A file belongs to the first layer, in the order of declaration, with a glob that matches it. */
const DEFAULT_LAYERS = {
	entities: ["src/entities/**"],
	"use-cases": ["src/application/use-cases/**"],
	controllers: ["src/interface-adapters/controllers/**"]
};
/** @returns the globs that `layers` itself states for a layer, so a layer called `constructor` is no surprise; none for an unknown one. */
function globsOfLayer(layer, layers) {
	return (Object.hasOwn(layers, layer) ? layers[layer] : void 0) ?? NO_GLOBS;
}
const NO_GLOBS = [];
/** The layer of every file that no other layer claims. */
const BASELINE_LAYER = "baseline";
/**
* @param path relative to the package's root, or to the repository's: a glob may begin at any folder of the path.
* @returns the layer's name, or `baseline`. Throws nothing.
*/
function layerOf(path, layers = DEFAULT_LAYERS) {
	return Object.keys(layers).find((name) => beginsAtAnyFolder(globsOfLayer(name, layers))(path)) ?? "baseline";
}
const widened = /* @__PURE__ */ new WeakMap();
function beginsAtAnyFolder(globs) {
	const wide = widened.get(globs) ?? globs.flatMap((glob) => [glob, `**/${glob}`]);
	widened.set(globs, wide);
	return matcherOf(wide);
}
// packages/core-shared/dist/conformance/coverage/band-for.js
const DEFAULT_POLICY = { coverage: { bands: DEFAULT_COVERAGE_BANDS } };
/** The layers that a manifest declares, else the three default ones. */
function layersOf(policy) {
	return policy.coverage.layers ?? DEFAULT_LAYERS;
}
/** The band of a layer by its name; a layer without a band of its own falls through to `baseline`. */
function bandOfLayer(layer, policy = DEFAULT_POLICY) {
	const { bands } = policy.coverage;
	return (Object.hasOwn(bands, layer) ? bands[layer] : void 0) ?? bands.baseline;
}
// packages/core-shared/dist/conformance/coverage/exempt.js
/**
* Exempt rules: files that no gate asks to be covered. One list drives the diff gate and vitest's coverage excludes.
* A rule has an id, so that a verdict can say which rule let a file through.
*/
/** In the order in which they are asked; the first that matches names the reason. */
const EXEMPT_RULES = [
	{
		id: "build-output",
		globs: ["**/{dist,.next,.turbo,node_modules}/**"],
		why: "made by a tool"
	},
	{
		id: "coverage-report",
		globs: ["**/coverage/**"],
		except: ["**/src/**/coverage/**", "scripts/**"],
		why: "made by a tool"
	},
	{
		id: "test-file",
		globs: ["**/*.test.{ts,tsx,mjs}", "**/*.spec.*"],
		why: "a test"
	},
	{
		id: "test-support",
		globs: ["**/{__fixtures__,__factories__,__contracts__,__seeds__}/**"],
		why: "code that only tests use"
	},
	{
		id: "type-declaration",
		globs: ["**/*.d.ts"],
		why: "types have no run time"
	},
	{
		id: "tool-config",
		globs: [
			"**/*.config.{ts,js,mjs,cjs}",
			"**/package.json",
			"**/tsconfig*.json",
			"**/turbo.json"
		],
		why: "configuration of a tool"
	},
	{
		id: "manifest",
		globs: ["**/feature.manifest.ts", "repo.manifest.ts"],
		why: "a declaration, checked each time it is read"
	},
	{
		id: "docs-and-data",
		globs: [
			"**/*.{md,json,yaml,yml}",
			"**/.gitignore",
			"**/.npmrc"
		],
		why: "text or data"
	},
	{
		id: "shell",
		globs: ["**/*.{sh,bash}"],
		why: "no coverage is measured for shell"
	},
	{
		id: "scripts",
		globs: ["scripts/**"],
		why: "a door without a decision of its own"
	},
	{
		id: "generators",
		globs: ["turbo/generators/**"],
		why: "a template"
	},
	{
		id: "composition-root",
		globs: ["**/di/bind-production.ts"],
		why: "it only wires"
	},
	{
		id: "repository-interface",
		globs: ["**/application/repositories/**"],
		why: "an interface"
	},
	{
		id: "service-interface",
		globs: ["**/application/services/**"],
		why: "an interface"
	},
	{
		id: "cms-integration",
		globs: ["**/integrations/cms/**"],
		why: "configuration of a content system"
	},
	{
		id: "ui",
		globs: ["**/src/ui/**"],
		why: "looked at in a browser"
	},
	{
		id: "interface-file",
		globs: ["**/*.interface.ts"],
		why: "an interface"
	},
	{
		id: "barrel",
		globs: ["**/index.ts"],
		why: "it only re-exports"
	}
];
/**
* @param path relative to the repository's root; a path relative to a package works for every rule but `scripts` and `generators`.
* @param more the repository's and the feature's own rules, asked after the list above.
* @returns the first rule that exempts the file, or undefined where it has to be covered.
*/
function exemptRuleOf(path, more = []) {
	return [...EXEMPT_RULES, ...more].find((rule) => matcherOf(rule.globs)(path) && !matcherOf(rule.except ?? [])(path));
}
// packages/coverage-core/dist/source/parse-source.js
/** Endings that oxc-parser reads. */
const READABLE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
function isReadableSource(file) {
	return READABLE.test(file) && !/\.d\.[cm]?ts$/.test(file);
}
/** @returns undefined where the text has a syntax error; the tests that ran it would have failed too. */
function parseSource(file, text) {
	const lang = file.endsWith(".js") ? { lang: "jsx" } : {};
	const { program, comments, errors } = parseSync(file, text, {
		preserveParens: false,
		...lang
	});
	if (errors.some(({ severity }) => severity === "Error")) return void 0;
	return {
		program,
		comments,
		text,
		lineOf: lineIndex(text)
	};
}
/** Children of a node in the order of the source. */
function childrenOf(node) {
	return visitorKeys[node.type].flatMap((field) => node[field]).filter((child) => child !== null && child !== void 0);
}
/** Every node, a parent before its children. */
function* walk(node) {
	yield node;
	for (const child of childrenOf(node)) yield* walk(child);
}
function lineIndex(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return (offset) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if (starts[middle] <= offset) low = middle;
			else high = middle - 1;
		}
		return low + 1;
	};
}
// packages/coverage-core/dist/lcov/split-records.js
/** lcov bytes → records. The seam between "which files does this report speak of" (cheap) and "what does it say" (parsing). */
const SF = Buffer.from("SF:");
const END = Buffer.from("end_of_record");
const LFS_POINTER = "version https://git-lfs.github.com/spec/";
const BOM = Buffer.from([
	239,
	187,
	191
]);
/**
* @param report whole bytes of one tracefile.
* @param name the report's path, for errors.
* @returns its records in order.
* @throws BandlineError REPORT_EMPTY, REPORT_NOT_LCOV (a Git LFS pointer, a log, …), REPORT_TRUNCATED or REPORT_MALFORMED, with a line: all exit 3.
*/
function splitRecords(report, name) {
	const bytes = withoutBom(Buffer.from(report.buffer, report.byteOffset, report.byteLength));
	const records = [];
	let line = 1;
	for (let at = 0; at < bytes.length;) {
		const end = endOfRecord(bytes, at);
		if (end === void 0) {
			assertOnlyTrailer(bytes.subarray(at), name, line, records.length);
			break;
		}
		records.push(recordOf(bytes.subarray(at, end), name, line));
		line += countLines(bytes, at, end);
		at = end;
	}
	if (records.length === 0) throw emptyError(name);
	return records;
}
/** The offset after the line of the next `end_of_record` that begins a line. */
function endOfRecord(bytes, from) {
	for (let at = bytes.indexOf(END, from); at !== -1; at = bytes.indexOf(END, at + 1)) {
		if (at !== from && bytes[at - 1] !== 10) continue;
		const newline = bytes.indexOf(10, at);
		return newline === -1 ? bytes.length : newline + 1;
	}
}
function recordOf(bytes, name, line) {
	const at = startOfLine(bytes, SF);
	if (at === -1) throw notLcov(name, line, "a record without an SF: line");
	const newline = bytes.indexOf(10, at);
	const file = bytes.subarray(at + SF.length, newline).toString("utf8").trim();
	if (file === "") throw notLcov(name, line + countLines(bytes, 0, at), "SF: without a path");
	const second = startOfLine(bytes.subarray(newline), SF);
	if (second !== -1) throw dataError("REPORT_TRUNCATED", `${name}:${line + countLines(bytes, 0, newline + second)}: the record of ${file} has no end_of_record before the next SF:`);
	return {
		file,
		bytes,
		line
	};
}
function startOfLine(bytes, word) {
	for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + 1)) if (at === 0 || bytes[at - 1] === 10) return at;
	return -1;
}
function assertOnlyTrailer(bytes, name, line, records) {
	const text = bytes.toString("utf8");
	const lines = text.split("\n");
	const first = lines.findIndex((each) => /\S/.test(each) && !/^(#|TN:)/.test(each));
	if (first === -1) return;
	if (records === 0 && text.startsWith(LFS_POINTER)) throw dataError("REPORT_NOT_LCOV", `${name}:1: a Git LFS pointer stands where the report should be`, "git lfs pull");
	if (!/^(SF|DA|FN|FNDA|FNL|FNA|BRDA|VER|LF|LH):/m.test(text)) throw notLcov(name, line + first, JSON.stringify(lines[first]?.slice(0, 60)));
	throw dataError("REPORT_TRUNCATED", `${name}:${line + first}: the report stops inside a record: end_of_record is missing`);
}
function emptyError(name) {
	return dataError("REPORT_EMPTY", `${name} has no record`);
}
function notLcov(name, line, received) {
	return dataError("REPORT_NOT_LCOV", `${name}:${line}: expected an lcov record, received ${received}`);
}
function dataError(code, message, hint = "run the tests again with coverage: pnpm test --coverage") {
	return new BandlineError({
		code,
		message,
		hint,
		exitCode: EXIT.data
	});
}
function withoutBom(bytes) {
	return bytes.subarray(0, 3).equals(BOM) ? bytes.subarray(3) : bytes;
}
function countLines(bytes, from, to) {
	let count = 0;
	for (let at = bytes.indexOf(10, from); at !== -1 && at < to; at = bytes.indexOf(10, at + 1)) count += 1;
	return count;
}
// packages/coverage-core/dist/lcov/ordering.js
/** Sorts, and unites what is said twice by sum: the form in which two models of the same coverage are equal. */
function canonical(file, lines, functions, branches) {
	const byLine = /* @__PURE__ */ new Map();
	for (const [line, hits] of lines) byLine.set(line, plus(byLine.get(line) ?? 0, hits));
	return {
		file,
		lines: new Map([...byLine].sort(([a], [b]) => a - b)),
		functions: united(functions, ({ name, line }) => `${line}\0${name}`, (a, b) => ({
			...a,
			endLine: later(a.endLine, b.endLine),
			hits: plus(a.hits, b.hits)
		})).sort((a, b) => a.line - b.line || byText(a.name, b.name)),
		branches: united(branches, ({ line, block, arm }) => `${line}\0${block}\0${arm}`, (a, b) => ({
			...a,
			taken: takenTogether(a.taken, b.taken)
		})).sort((a, b) => a.line - b.line || byNumberThenText(a.block, b.block) || byNumberThenText(a.arm, b.arm))
	};
}
/** Counts past 2^53 stay there: a sum that lost its last digits would differ with the order of the inputs. */
function plus(a, b) {
	return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}
function united(items, keyOf, merge) {
	const byKey = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const known = byKey.get(key);
		byKey.set(key, known === void 0 ? item : merge(known, item));
	}
	return [...byKey.values()];
}
/** Of two ends that differ, the later: the choice must not tell the order. */
function later(a, b) {
	return a === null || b === null ? a ?? b : Math.max(a, b);
}
function takenTogether(a, b) {
	return a === null || b === null ? a ?? b : plus(a, b);
}
/** Numbers before texts, so that the order is total: `2`, `10`, `1x`. */
function byNumberThenText(a, b) {
	const [x, y] = [numberOf(a), numberOf(b)];
	return x === y ? byText(a, b) : x - y;
}
function numberOf(text) {
	return /^\d{1,15}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
}
// packages/coverage-core/dist/lcov/merge-records.js
/**
* @param parts at least one; `file` is taken from the first, the caller has made them equal.
* @returns lines by sum, functions by name and line, branches by line, block and arm. Throws nothing.
*/
function mergeCoverage(parts) {
	const [first, ...others] = parts;
	if (others.length === 0) return first;
	return canonical(first.file, parts.flatMap((part) => [...part.lines]), parts.flatMap((part) => part.functions), parts.flatMap((part) => part.branches));
}
// packages/coverage-core/dist/lcov/fields.js
/** The fields of lcov's lines. */
function malformed(context, expected, received) {
	return new BandlineError({
		code: "REPORT_MALFORMED",
		message: `${context.place()}: expected ${expected}, received ${JSON.stringify(received.slice(0, 80))}`,
		hint: "run the tests again with coverage: pnpm test --coverage",
		exitCode: EXIT.data
	});
}
/** A count of executions: negative is 0 with a warning, past 2^53 is 2^53 - 1. */
function parseCount(text, context) {
	const count = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN;
	if (Number.isNaN(count)) throw malformed(context, "a count", text);
	if (count < 0) context.warn({
		code: "COUNT_NEGATIVE",
		message: `${context.place()}: the count ${text} is read as 0`
	});
	return Math.min(Math.max(0, Math.round(count)), Number.MAX_SAFE_INTEGER);
}
/** A line number, 1 or more; undefined for `0`, which some producers write for code that has no line. */
function parseLine(text, context) {
	const line = parseInteger(text, context);
	if (line > 0) return line;
	context.warn({
		code: "LINE_ZERO",
		message: `${context.place()}: line 0 is left out`
	});
}
/** Where a function ends; null where the report does not say. */
function parseEndLine(text, context) {
	return text === void 0 ? null : parseInteger(text, context);
}
/** More digits would not come back as they were when they are rendered. */
function parseInteger(text, context) {
	if (!/^\d{1,15}$/.test(text)) throw malformed(context, "a line number", text);
	return Number(text);
}
/** `line,name` or, since lcov 2, `line,end,name`; a name may hold commas, but does not begin with digits and a comma. */
function parseFunctionLine(text, context) {
	const [, line = "", endLine, name] = /^(\d+),(?:(\d+),)?(.+)$/.exec(text) ?? [];
	if (name === void 0) throw malformed(context, "FN:line,name or FN:line,end,name", text);
	return {
		line: parseLine(line, context),
		endLine: parseEndLine(endLine, context),
		name
	};
}
/** `line,[e]block,arm,taken`; an arm may be an expression with commas, so `taken` stands behind the last one. */
function parseBranchLine(text, context) {
	const [, line = "", block = "", arm = "", taken] = /^(\d+),(e?\d+),(.+),([^,]+)$/.exec(text) ?? [];
	if (taken === void 0) throw malformed(context, "BRDA:line,block,arm,taken", text);
	return {
		line: parseLine(line, context),
		block,
		arm,
		taken: taken === "-" ? null : parseCount(taken, context)
	};
}
// packages/coverage-core/dist/lcov/read-lines.js
/**
* @param name the report's path, for errors and notices.
* @param warn receives what was mended on the way: unknown lines, negative counts, line 0, functions that are counted but not declared.
* @returns the lines that a verdict needs, in order; sums (`LF`, `LH`, …) are left out, because they are recounted.
* @throws BandlineError REPORT_MALFORMED with the line.
*/
function readLines(record, name, warn) {
	const declared = {
		nextId: 0,
		idsByName: /* @__PURE__ */ new Map(),
		placeByIndex: /* @__PURE__ */ new Map()
	};
	let index = -1;
	const context = {
		place: () => `${name}:${record.line + index}`,
		warn
	};
	return record.bytes.toString("utf8").split("\n").flatMap((text) => {
		index += 1;
		return readLine(text.trim(), declared, context);
	});
}
/** Line types that carry nothing a verdict needs: names of tests, versions, MC/DC and the sums. */
const UNUSED = /* @__PURE__ */ new Set([
	"",
	"end_of_record",
	"TN",
	"SF",
	"VER",
	"LF",
	"LH",
	"FNF",
	"FNH",
	"BRF",
	"BRH",
	"MCDC",
	"MCF",
	"MCH"
]);
function readLine(text, declared, context) {
	const colon = text.indexOf(":");
	const type = colon === -1 ? text : text.slice(0, colon);
	const take = Object.hasOwn(TAKERS, type) ? TAKERS[type] : void 0;
	if (take !== void 0) return take(text.slice(colon + 1), declared, context);
	if (!UNUSED.has(type) && !text.startsWith("#")) context.warn({
		code: "RECORD_UNKNOWN",
		message: `${context.place()}: a line of unknown type is left out: ${type.slice(0, 40)}`
	});
	return [];
}
const TAKERS = {
	DA(rest, _declared, context) {
		const [lineText = "", count] = rest.split(",");
		if (count === void 0) throw malformed(context, "DA:line,count", rest);
		const line = parseLine(lineText.trim(), context);
		const hits = parseCount(count.trim(), context);
		return line === void 0 ? [] : [{
			type: "line",
			line,
			hits
		}];
	},
	BRDA(rest, _declared, context) {
		const { line, ...arm } = parseBranchLine(rest, context);
		return line === void 0 ? [] : [{
			type: "arm",
			line,
			...arm
		}];
	},
	FN(rest, declared, context) {
		const { line, ...named } = parseFunctionLine(rest, context);
		const id = line === void 0 ? void 0 : declared.nextId++;
		const sameName = declared.idsByName.get(named.name);
		if (sameName === void 0) declared.idsByName.set(named.name, [id]);
		else sameName.push(id);
		return id === void 0 || line === void 0 ? [] : [{
			type: "function",
			id,
			line,
			...named
		}];
	},
	FNDA(rest, declared, context) {
		const [, count, name] = /^([^,]*),(.+)$/.exec(rest) ?? [];
		if (count === void 0 || name === void 0) throw malformed(context, "FNDA:count,name", rest);
		const hits = parseCount(count, context);
		const sameName = declared.idsByName.get(name) ?? [];
		if (sameName.length > 0) {
			const id = sameName.shift();
			return id === void 0 ? [] : [{
				type: "function-hits",
				id,
				hits
			}];
		}
		context.warn({
			code: "FUNCTION_UNDECLARED",
			message: `${context.place()}: FNDA without its FN is left out: ${name}`
		});
		return [];
	},
	FNL(rest, { placeByIndex }, context) {
		const [, index, line, endLine] = /^(\d+),(\d+)(?:,(\d+))?$/.exec(rest) ?? [];
		if (index === void 0 || line === void 0) throw malformed(context, "FNL:index,line or FNL:index,line,end", rest);
		placeByIndex.set(index, {
			line: parseLine(line, context),
			endLine: parseEndLine(endLine, context)
		});
		return [];
	},
	FNA(rest, declared, context) {
		const [, index, count, name] = /^(\d+),([^,]*),(.+)$/.exec(rest) ?? [];
		const place = index === void 0 ? void 0 : declared.placeByIndex.get(index);
		if (count === void 0 || name === void 0 || place === void 0) throw malformed(context, "FNA:index,count,name behind its FNL", rest);
		const hits = parseCount(count, context);
		if (place.line === void 0) return [];
		const id = declared.nextId++;
		return [{
			type: "function",
			id,
			name,
			line: place.line,
			endLine: place.endLine
		}, {
			type: "function-hits",
			id,
			hits
		}];
	}
};
// packages/core-shared/dist/conformance/feature/manifest-error.js
/** A manifest that cannot be used. `message` names the file and each problem, one a line. */
var ManifestError = class extends Error {
	file;
	problems;
	code = "MANIFEST_INVALID";
	exitCode = 2;
	hint;
	constructor(file, problems) {
		super(problems.map((problem) => `${file}: ${sentence(problem)}`).join("\n"));
		this.file = file;
		this.problems = problems;
		this.name = "ManifestError";
		const fields = new Set(problems.map(({ field }) => field || "the manifest"));
		this.hint = `correct ${[...fields].join(", ")} in ${file} and run the command again`;
	}
};
function sentence({ field, received, allowed }) {
	return `${field || "the manifest"} is ${received}; allowed: ${allowed}`;
}
// node_modules/.pnpm/leven@4.1.0/node_modules/leven/index.js
const array = [];
const characterCodeCache = [];
function leven(first, second, options) {
	if (first === second) return 0;
	const maxDistance = options?.maxDistance;
	const swap = first;
	if (first.length > second.length) {
		first = second;
		second = swap;
	}
	let firstLength = first.length;
	let secondLength = second.length;
	while (firstLength > 0 && first.charCodeAt(~-firstLength) === second.charCodeAt(~-secondLength)) {
		firstLength--;
		secondLength--;
	}
	let start = 0;
	while (start < firstLength && first.charCodeAt(start) === second.charCodeAt(start)) start++;
	firstLength -= start;
	secondLength -= start;
	if (maxDistance !== void 0 && secondLength - firstLength > maxDistance) return maxDistance;
	if (firstLength === 0) return maxDistance !== void 0 && secondLength > maxDistance ? maxDistance : secondLength;
	let bCharacterCode;
	let result;
	let temporary;
	let temporary2;
	let index = 0;
	let index2 = 0;
	while (index < firstLength) {
		characterCodeCache[index] = first.charCodeAt(start + index);
		array[index] = ++index;
	}
	while (index2 < secondLength) {
		bCharacterCode = second.charCodeAt(start + index2);
		temporary = index2++;
		result = index2;
		for (index = 0; index < firstLength; index++) {
			temporary2 = bCharacterCode === characterCodeCache[index] ? temporary : temporary + 1;
			temporary = array[index];
			result = array[index] = temporary > result ? temporary2 > result ? result + 1 : temporary2 : temporary2 > temporary ? temporary + 1 : temporary2;
		}
		if (maxDistance !== void 0) {
			let rowMinimum = result;
			for (index = 0; index < firstLength; index++) if (array[index] < rowMinimum) rowMinimum = array[index];
			if (rowMinimum > maxDistance) return maxDistance;
		}
	}
	array.length = firstLength;
	characterCodeCache.length = firstLength;
	return maxDistance !== void 0 && result > maxDistance ? maxDistance : result;
}
// packages/core-shared/dist/conformance/feature/nearest-name.js
/**
* @returns the known name that is the fewest edits away from `name`, the first of equals;
* undefined where even that one differs in more than half of its characters, rounded up.
*/
function nearestName(name, known) {
	const [best] = known.map((candidate) => ({
		candidate,
		edits: leven(name.toLowerCase(), candidate.toLowerCase())
	})).sort((a, b) => a.edits - b.edits);
	return best !== void 0 && best.edits <= Math.ceil(best.candidate.length / 2) ? best.candidate : void 0;
}
// packages/core-shared/dist/conformance/feature/plain-manifest.js
/**
* Manifests that are plainly good. The schema is the rule and has the words for every fault; what is taken here, it takes too.
* Where this says no, the schema decides.
*/
function isPlainFeature(value) {
	return hasOnly(value, {
		name: isKebab,
		root: optional(isText),
		coverage: isCoverage
	});
}
function isPlainRepo(value) {
	return hasOnly(value, {
		features: optional(isTexts),
		base: optional(isText),
		band: optional(isBand),
		exempt: optional((rules) => isListOf(rules, isExemptRule)),
		pathMaps: optional((maps) => isListOf(maps, isPathMap))
	});
}
function isCoverage(value) {
	return hasOnly(value, {
		bands: isRecordOf(isBand),
		layers: optional(isRecordOf(isTexts)),
		mutationTargets: optional(isTexts),
		mutationScore: optional(isPercent),
		exempt: optional(isTexts),
		reports: optional(isTexts)
	}) && namesOnlyItsLayers(value);
}
function namesOnlyItsLayers({ bands, layers, mutationTargets = [] }) {
	const known = new Set(Object.keys(layers ?? DEFAULT_LAYERS));
	const named = Object.keys(bands).filter((name) => name !== BASELINE_LAYER);
	return Object.hasOwn(bands, "baseline") && [...named, ...mutationTargets].every((name) => known.has(name));
}
function isExemptRule(value) {
	return hasOnly(value, {
		id: isKebab,
		globs: isTexts,
		except: optional(isTexts),
		why: isText
	});
}
function isPathMap(value) {
	return hasOnly(value, {
		from: isText,
		to: (to) => typeof to === "string"
	});
}
const BAND_CHECKS = Object.fromEntries(METRICS.map((metric) => [metric, isPercent]));
function isBand(value) {
	return hasOnly(value, BAND_CHECKS);
}
function isPercent(value) {
	return typeof value === "number" && value >= 0 && value <= 100;
}
function isKebab(value) {
	return typeof value === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value);
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
function isTexts(value) {
	return isListOf(value, isText);
}
function isListOf(value, check) {
	return Array.isArray(value) && value.every(check);
}
function optional(check) {
	return (value) => value === void 0 || check(value);
}
function isRecordOf(check) {
	return (value) => isPlainObject(value) && Object.values(value).every(check);
}
function hasOnly(value, checks) {
	if (!isPlainObject(value) || !Object.keys(value).every((key) => Object.hasOwn(checks, key))) return false;
	return Object.entries(checks).every(([key, check]) => check(Object.hasOwn(value, key) ? value[key] : void 0));
}
/** As a literal makes it: a class or another realm's object is for the schema to judge. */
function isPlainObject(value) {
	return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
// packages/core-shared/dist/conformance/feature/schema.js
/**
* The manifests' schemas. Each `error` text is the "allowed" half of a sentence: "{field} is {received}; allowed: {error}".
*/
let schemas;
/** Loads the schema library when it is first needed: that takes longer than to read five manifests without a fault. */
function loadSchemas() {
	return schemas ??= createSchemas(createRequire(import.meta.url)("zod").z);
}
function createSchemas(z) {
	const percent = (() => {
		const allowed = "a number from 0 to 100";
		return z.number(allowed).min(0, allowed).max(100, allowed);
	})();
	const kebab = (allowed) => z.string(allowed).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, allowed);
	const text = (allowed) => z.string(allowed).min(1, allowed);
	const list = (item, allowed) => z.array(item, allowed).readonly();
	const globs = list(text("a glob"), "a list of globs");
	const band = z.strictObject({
		statements: percent,
		branches: percent,
		functions: percent,
		lines: percent
	}, `an object with ${METRICS.join(", ")}`).readonly();
	/** Enough of a coverage object to compare its names, whatever else is wrong with it: every problem is to be told at once. */
	const withNames = z.object({
		bands: z.record(z.string(), z.unknown()),
		layers: z.record(z.string(), z.unknown()).optional(),
		mutationTargets: z.array(z.string()).optional()
	});
	const coverage = z.strictObject({
		bands: z.object({ baseline: band }, "an object of bands with a baseline").catchall(band).readonly(),
		layers: z.record(z.string(), globs, "an object of layer names, each with a list of globs").readonly().optional(),
		mutationTargets: list(text("the name of a layer"), "a list of layer names").optional(),
		mutationScore: percent.optional(),
		exempt: globs.optional(),
		reports: list(text("a path"), "a list of paths").optional()
	}, "an object with bands").superRefine(({ bands, layers, mutationTargets }, context) => {
		const known = Object.keys(layers ?? DEFAULT_LAYERS);
		const allowed = `a layer: ${known.join(", ")}`;
		for (const layer of Object.keys(bands)) if (layer !== "baseline" && !known.includes(layer)) context.addIssue({
			code: "custom",
			path: ["bands", layer],
			message: allowed,
			params: {
				name: layer,
				known: [BASELINE_LAYER, ...known]
			}
		});
		for (const [index, layer] of (mutationTargets ?? []).entries()) if (!known.includes(layer)) context.addIssue({
			code: "custom",
			path: ["mutationTargets", index],
			message: allowed,
			params: {
				name: layer,
				known
			}
		});
	}, { when: ({ value }) => withNames.safeParse(value).success }).readonly();
	const feature = z.strictObject({
		name: kebab("a name in kebab-case, such as marketing-pages"),
		root: text("a folder, relative to the repository's root").optional(),
		coverage
	}, "an object with name and coverage").readonly();
	const exemptRule = z.strictObject({
		id: kebab("an id in kebab-case"),
		globs,
		except: globs.optional(),
		why: text("the reason, as a part of a sentence")
	}, "an object with id, globs and why").readonly();
	const pathMap = z.strictObject({
		from: text("how a report's paths begin"),
		to: z.string("the folder in this repository that it stands for")
	}, "an object with from and to").readonly();
	return {
		feature,
		repo: z.strictObject({
			features: list(text("a glob of folders"), "a list of globs of folders").optional(),
			base: text("a git ref").optional(),
			band: band.optional(),
			exempt: list(exemptRule, "a list of rules with id, globs and why").optional(),
			pathMaps: list(pathMap, "a list of { from, to }").optional()
		}, "an object").readonly()
	};
}
// packages/core-shared/dist/conformance/feature/parse-manifest.js
/**
* @param value what a manifest's source says.
* @param file the manifest's path, for the error.
* @throws ManifestError with every problem at once.
*/
function parseFeature(value, file) {
	return isPlainFeature(value) ? value : parse(loadSchemas().feature, value, file);
}
/** As `parseFeature`, for `repo.manifest.ts`. */
function parseRepo(value, file) {
	return isPlainRepo(value) ? value : parse(loadSchemas().repo, value, file);
}
function parse(schema, value, file) {
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw new ManifestError(file, parsed.error.issues.flatMap((issue) => problemsOf(issue, value, schema)));
}
function problemsOf(issue, value, schema) {
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey([...issue.path, key], key, schema, issue.path));
	const problem = {
		field: issue.path.join("."),
		received: shown(valueAt(value, issue.path)),
		allowed: issue.message
	};
	const { name, known } = (issue.code === "custom" ? issue.params : void 0) ?? {};
	return [typeof name === "string" ? {
		...problem,
		received: shown(name),
		allowed: withNearest(issue.message, name, known)
	} : problem];
}
function unknownKey(path, key, schema, parent) {
	const known = keysAt(schema, parent);
	return {
		field: path.join("."),
		received: "not a known field",
		allowed: withNearest(known.join(", "), key, known)
	};
}
function withNearest(allowed, name, known) {
	const nearest = nearestName(name, known);
	return nearest === void 0 ? allowed : `${allowed} (did you mean ${nearest}?)`;
}
function valueAt(value, path) {
	return path.reduce((at, key) => at?.[key], value);
}
const LONGEST_SHOWN = 80;
function shown(value) {
	if (value === void 0) return "nothing";
	const json = jsonOf$1(value);
	return json.length > LONGEST_SHOWN ? `${json.slice(0, LONGEST_SHOWN)}…` : json;
}
/** A manifest is a JavaScript object, so what JSON lacks can stand in it: NaN, 10n, a function, an object that holds itself. */
function jsonOf$1(value) {
	if (typeof value === "number" || typeof value === "bigint") return String(value);
	try {
		const json = JSON.stringify(value);
		return typeof json === "string" ? json : `a ${typeof value}`;
	} catch {
		return "an object that is no JSON";
	}
}
/** The names that the object schema at `path` knows. */
function keysAt(schema, path) {
	const at = path.reduce((inner, key) => childOf(inner, key), schema);
	return Object.keys(shapeOf(at) ?? {});
}
function childOf(schema, key) {
	const { def } = unwrapped(schema);
	const shape = def?.shape ?? {};
	return (Object.hasOwn(shape, key) ? shape[key] : void 0) ?? def?.catchall ?? def?.element;
}
function shapeOf(schema) {
	return unwrapped(schema).def?.shape;
}
function unwrapped(schema) {
	const inner = schema?.def?.innerType;
	return inner === void 0 ? schema ?? {} : unwrapped(inner);
}
// packages/coverage-core/dist/manifest/read-literal.js
/** A manifest's source → the value that its literal states, without running the file: the same text gives the same value at any commit. */
/** What a manifest may import by name and use in its literal. */
const KNOWN_IMPORTS = { DEFAULT_COVERAGE_BANDS };
/**
* @param callee `defineFeature` or `defineRepo`; the first call of it in the file counts.
* @returns the value of its argument, or undefined where the file does not call it.
* @throws BandlineError MANIFEST_UNREADABLE with file and line where the argument is more than a literal, or the file does not parse.
*/
function readLiteral(file, text, callee) {
	const source = parseSource(file, text);
	if (source === void 0) throw unreadable$1(file, 1, "the file has a syntax error");
	const argument = [...walk(source.program)].find((node) => node.type === "CallExpression" && node["callee"]["name"] === callee)?.["arguments"]?.[0];
	if (argument === void 0) return void 0;
	const refuse = (node, why) => unreadable$1(file, source.lineOf(node.start), why);
	return valueOf(argument, {
		constants: constantsOf(source.program),
		refuse,
		depth: 0
	});
}
/** `const` at the top of the file only: what a function holds, or what may change, states nothing. */
function constantsOf(program) {
	const stated = program["body"].map((node) => node["declaration"] ?? node).flatMap((node) => node["kind"] === "const" ? node["declarations"] : []).filter((each) => each["init"] !== null);
	return new Map(stated.map((each) => [String(each["id"]["name"]), each["init"]]));
}
/** A constant that names itself would never end. */
const DEEPEST = 100;
function valueOf(node, outer) {
	const scope = {
		...outer,
		depth: outer.depth + 1
	};
	if (scope.depth > DEEPEST) throw scope.refuse(node, "the literal is nested too deeply");
	const inner = (field) => valueOf(node[field], scope);
	switch (node.type) {
		case "Literal": return plainLiteral(node, scope);
		case "TSAsExpression":
		case "TSSatisfiesExpression": return inner("expression");
		case "TemplateLiteral": return templateText(node, scope);
		case "UnaryExpression": return negated(node, inner("argument"), scope);
		case "ArrayExpression": return node["elements"].flatMap((element) => elementsOf(element, node, scope));
		case "ObjectExpression": return Object.fromEntries(node["properties"].flatMap((property) => entriesOf(property, scope)));
		case "Identifier": return namedValue(node, scope);
		case "MemberExpression": return memberOf(node, inner("object"), scope);
		default: throw scope.refuse(node, `${node.type} is not a literal`);
	}
}
function plainLiteral(node, scope) {
	const value = node["value"];
	if (!(value === null ? node["raw"] === "null" : [
		"string",
		"number",
		"boolean"
	].includes(typeof value))) throw scope.refuse(node, `${String(node["raw"])} is no text, number, boolean or null`);
	return value;
}
function templateText(node, scope) {
	const [only, ...others] = node["quasis"];
	if (others.length > 0) throw scope.refuse(node, "a template with an expression is not a literal");
	return only?.value.cooked;
}
function negated(node, value, scope) {
	if (node["operator"] === "-" && typeof value === "number") return -value;
	throw scope.refuse(node, `the operator ${String(node["operator"])} is not part of a literal`);
}
function elementsOf(element, parent, scope) {
	if (element === null) throw scope.refuse(parent, "a hole in a list is not a literal");
	if (element.type !== "SpreadElement") return [valueOf(element, scope)];
	const spread = valueOf(element["argument"], scope);
	if (!Array.isArray(spread)) throw scope.refuse(element, "only a list can be spread into a list");
	return spread;
}
function entriesOf(property, scope) {
	if (property.type === "SpreadElement") return spreadEntries(property, scope);
	const key = property["key"];
	if (property["computed"] === true || property["kind"] !== "init") throw scope.refuse(property, "a computed key is not a literal");
	return [[String(key["name"] ?? key["value"]), valueOf(property["value"], scope)]];
}
function spreadEntries(property, scope) {
	const spread = valueOf(property["argument"], scope);
	if (typeof spread === "object" && spread !== null && !Array.isArray(spread)) return Object.entries(spread);
	throw scope.refuse(property, "only an object can be spread into an object");
}
function namedValue(node, scope) {
	const name = String(node["name"]);
	if (name === "undefined") return void 0;
	const constant = scope.constants.get(name);
	if (constant !== void 0) return valueOf(constant, scope);
	if (Object.hasOwn(KNOWN_IMPORTS, name)) return KNOWN_IMPORTS[name];
	throw scope.refuse(node, `${name} is neither a constant of this file nor ${Object.keys(KNOWN_IMPORTS).join(", ")}`);
}
function memberOf(node, object, scope) {
	const property = node["property"];
	const name = node["computed"] === true ? valueOf(property, scope) : property["name"];
	if (typeof object === "object" && object !== null && Object.hasOwn(object, String(name))) return object[String(name)];
	throw scope.refuse(node, `there is no ${String(name)} in it`);
}
function unreadable$1(file, line, why) {
	return new BandlineError({
		code: "MANIFEST_UNREADABLE",
		message: `${file}:${line}: ${why}`,
		hint: "write the manifest as a literal: strings, numbers, lists, objects, constants of the same file and DEFAULT_COVERAGE_BANDS",
		exitCode: EXIT.usage
	});
}
// packages/coverage-core/dist/manifest/parse-manifest-source.js
/**
* @param file path of the manifest, for errors.
* @throws BandlineError MANIFEST_UNREADABLE, or ManifestError MANIFEST_INVALID with every problem.
*/
function parseFeatureSource(file, text) {
	return parseFeature(stated(file, readLiteral(file, text, "defineFeature"), "defineFeature"), file);
}
/** As `parseFeatureSource`, for `repo.manifest.ts`. */
function parseRepoSource(file, text) {
	return parseRepo(stated(file, readLiteral(file, text, "defineRepo"), "defineRepo"), file);
}
function stated(file, value, callee) {
	if (value !== void 0) return value;
	throw new BandlineError({
		code: "MANIFEST_UNREADABLE",
		message: `${file}: no call of ${callee} with an argument`,
		hint: `export const manifest = ${callee}({ … } as const);`,
		exitCode: EXIT.usage
	});
}
// packages/coverage-core/dist/path/join-paths.js
/**
* Joins the paths of reports to files of the repository: exactly, in the report's package, through a path map, in this checkout,
* else by the longest suffix that only one file has. Never guesses: two files with the same longest suffix are both named.
*/
function createPathJoiner({ files, root, pathMaps = [] }) {
	const known = new Set(files);
	let byName;
	const maps = pathMaps.map(({ from, to }) => ({
		from: normalisePath(from),
		to: normalisePath(to)
	}));
	const checkout = {
		from: normalisePath(root),
		to: ""
	};
	return (reportPath, packageFolder) => {
		const path = normalisePath(reportPath);
		const exact = (isAbsolutePath(path) ? [...maps, checkout] : [
			...maps,
			{
				from: "",
				to: normalisePath(packageFolder)
			},
			{
				from: "",
				to: ""
			}
		]).map((place) => moved(path, place)).find((candidate) => candidate !== void 0 && known.has(candidate));
		if (exact !== void 0) return { file: asRepoPath(exact) };
		return path.startsWith(`${checkout.from}/`) ? { candidates: [] } : bySuffix(path, byName ??= groupByName(files));
	};
}
function groupByName(files) {
	const byName = /* @__PURE__ */ new Map();
	for (const file of new Set(files)) {
		const same = byName.get(nameOf(file));
		if (same === void 0) byName.set(nameOf(file), [file]);
		else same.push(file);
	}
	return byName;
}
/** @returns the path in `to`; undefined where it is not in `from`. An empty `from` is the folder that every relative path is in. */
function moved(path, { from, to }) {
	if (path === from) return to;
	const begin = from === "" || from.endsWith("/") ? from : `${from}/`;
	return (from === "" ? !isAbsolutePath(path) : path.startsWith(begin)) ? normalisePath(`${to}/${path.slice(begin.length)}`).replace(/^\//, "") : void 0;
}
/** @returns what stands behind a path's last separator. */
function nameOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
function bySuffix(path, byName) {
	const parts = path.split("/");
	const ranked = (byName.get(nameOf(path)) ?? []).map((file) => ({
		file,
		shared: sharedTail(parts, file.split("/"))
	}));
	const longest = Math.max(0, ...ranked.map(({ shared }) => shared));
	if (longest < Math.min(2, parts.length)) return { candidates: [] };
	const best = ranked.filter(({ shared }) => shared === longest).map(({ file }) => file);
	const [only, ...others] = best;
	return only !== void 0 && others.length === 0 ? { file: only } : { candidates: best };
}
function sharedTail(a, b) {
	let shared = 0;
	while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared += 1;
	return shared;
}
// packages/coverage-core/dist/percent.js
/**
* The one rounding: percent, floored to two decimals, so that 99.999 never reads as 100.
* @returns null for 0 of 0, which is neither good nor bad.
*/
function pctOf(covered, total) {
	return total === 0 ? null : Math.floor(covered * 1e4 / total) / 100;
}
// packages/coverage-core/dist/policy/file-policy.js
/** Manifests → what holds for a file: its package, layer, band, and the exempt rule that lets it through, if any. */
/** @param packages in any order; a file belongs to the one with the longest folder that holds it. */
function createPolicy(packages, repo) {
	const rooted = packages.map((each) => ({
		each,
		root: rootOf(each),
		rules: featureRules(each)
	})).sort((a, b) => b.root.length - a.root.length);
	return (file) => {
		const home = rooted.find(({ root }) => root === "" || file.startsWith(`${root}/`));
		const rule = exemptRuleOf(file, [...repo?.exempt ?? [], ...home?.rules ?? []]);
		const exempt = rule === void 0 ? null : {
			id: rule.id,
			why: rule.why
		};
		if (home === void 0) return {
			package: null,
			layer: BASELINE_LAYER,
			band: DEFAULT_COVERAGE_BANDS.baseline,
			exempt
		};
		const { manifest } = home.each;
		const layer = layerOf(home.root === "" ? file : file.slice(home.root.length + 1), manifest === null ? void 0 : layersOf(manifest));
		return {
			package: home.each,
			layer,
			band: manifest === null ? bandOfLayer(layer) : bandOfLayer(layer, manifest),
			exempt
		};
	};
}
/** A manifest may speak for another folder than the one it lies in. */
function rootOf({ folder, manifest }) {
	return manifest?.root ?? folder;
}
function featureRules(facts) {
	if (facts.manifest?.coverage.exempt === void 0) return [];
	const root = rootOf(facts);
	const rooted = facts.manifest.coverage.exempt.map((glob) => root === "" ? glob : `${root}/${glob}`);
	return [{
		id: `feature-${facts.manifest.name}`,
		globs: rooted,
		why: `the manifest of ${facts.name} says so`
	}];
}
// node_modules/.pnpm/fdir@6.5.0_picomatch@4.0.7/node_modules/fdir/dist/index.mjs
var __require = /* @__PURE__ */ createRequire$1(import.meta.url);
function cleanPath(path) {
	let normalized = normalize$1(path);
	if (normalized.length > 1 && normalized[normalized.length - 1] === sep) normalized = normalized.substring(0, normalized.length - 1);
	return normalized;
}
const SLASHES_REGEX = /[\\/]/g;
function convertSlashes(path, separator) {
	return path.replace(SLASHES_REGEX, separator);
}
const WINDOWS_ROOT_DIR_REGEX = /^[a-z]:[\\/]$/i;
function isRootDirectory(path) {
	return path === "/" || WINDOWS_ROOT_DIR_REGEX.test(path);
}
function normalizePath(path, options) {
	const { resolvePaths, normalizePath: normalizePath$1, pathSeparator } = options;
	const pathNeedsCleaning = process.platform === "win32" && path.includes("/") || path.startsWith(".");
	if (resolvePaths) path = resolve$1(path);
	if (normalizePath$1 || pathNeedsCleaning) path = cleanPath(path);
	if (path === ".") return "";
	return convertSlashes(path[path.length - 1] !== pathSeparator ? path + pathSeparator : path, pathSeparator);
}
function joinPathWithBasePath(filename, directoryPath) {
	return directoryPath + filename;
}
function joinPathWithRelativePath(root, options) {
	return function(filename, directoryPath) {
		if (directoryPath.startsWith(root)) return directoryPath.slice(root.length) + filename;
		else return convertSlashes(relative(root, directoryPath), options.pathSeparator) + options.pathSeparator + filename;
	};
}
function joinPath(filename) {
	return filename;
}
function joinDirectoryPath(filename, directoryPath, separator) {
	return directoryPath + filename + separator;
}
function build$7(root, options) {
	const { relativePaths, includeBasePath } = options;
	return relativePaths && root ? joinPathWithRelativePath(root, options) : includeBasePath ? joinPathWithBasePath : joinPath;
}
function pushDirectoryWithRelativePath(root) {
	return function(directoryPath, paths) {
		paths.push(directoryPath.substring(root.length) || ".");
	};
}
function pushDirectoryFilterWithRelativePath(root) {
	return function(directoryPath, paths, filters) {
		const relativePath = directoryPath.substring(root.length) || ".";
		if (filters.every((filter) => filter(relativePath, true))) paths.push(relativePath);
	};
}
const pushDirectory = (directoryPath, paths) => {
	paths.push(directoryPath || ".");
};
const pushDirectoryFilter = (directoryPath, paths, filters) => {
	const path = directoryPath || ".";
	if (filters.every((filter) => filter(path, true))) paths.push(path);
};
const empty$2 = () => {};
function build$6(root, options) {
	const { includeDirs, filters, relativePaths } = options;
	if (!includeDirs) return empty$2;
	if (relativePaths) return filters && filters.length ? pushDirectoryFilterWithRelativePath(root) : pushDirectoryWithRelativePath(root);
	return filters && filters.length ? pushDirectoryFilter : pushDirectory;
}
const pushFileFilterAndCount = (filename, _paths, counts, filters) => {
	if (filters.every((filter) => filter(filename, false))) counts.files++;
};
const pushFileFilter = (filename, paths, _counts, filters) => {
	if (filters.every((filter) => filter(filename, false))) paths.push(filename);
};
const pushFileCount = (_filename, _paths, counts, _filters) => {
	counts.files++;
};
const pushFile = (filename, paths) => {
	paths.push(filename);
};
const empty$1 = () => {};
function build$5(options) {
	const { excludeFiles, filters, onlyCounts } = options;
	if (excludeFiles) return empty$1;
	if (filters && filters.length) return onlyCounts ? pushFileFilterAndCount : pushFileFilter;
	else if (onlyCounts) return pushFileCount;
	else return pushFile;
}
const getArray = (paths) => {
	return paths;
};
const getArrayGroup = () => {
	return [""].slice(0, 0);
};
function build$4(options) {
	return options.group ? getArrayGroup : getArray;
}
const groupFiles = (groups, directory, files) => {
	groups.push({
		directory,
		files,
		dir: directory
	});
};
const empty = () => {};
function build$3(options) {
	return options.group ? groupFiles : empty;
}
const resolveSymlinksAsync = function(path, state, callback$1) {
	const { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue();
	fs.realpath(path, (error, resolvedPath) => {
		if (error) return queue.dequeue(suppressErrors ? null : error, state);
		fs.stat(resolvedPath, (error$1, stat) => {
			if (error$1) return queue.dequeue(suppressErrors ? null : error$1, state);
			if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return queue.dequeue(null, state);
			callback$1(stat, resolvedPath);
			queue.dequeue(null, state);
		});
	});
};
const resolveSymlinks = function(path, state, callback$1) {
	const { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue();
	try {
		const resolvedPath = fs.realpathSync(path);
		const stat = fs.statSync(resolvedPath);
		if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return;
		callback$1(stat, resolvedPath);
	} catch (e) {
		if (!suppressErrors) throw e;
	}
};
function build$2(options, isSynchronous) {
	if (!options.resolveSymlinks || options.excludeSymlinks) return null;
	return isSynchronous ? resolveSymlinks : resolveSymlinksAsync;
}
function isRecursive(path, resolved, state) {
	if (state.options.useRealPaths) return isRecursiveUsingRealPaths(resolved, state);
	let parent = dirname$1(path);
	let depth = 1;
	while (parent !== state.root && depth < 2) {
		const resolvedPath = state.symlinks.get(parent);
		if (!!resolvedPath && (resolvedPath === resolved || resolvedPath.startsWith(resolved) || resolved.startsWith(resolvedPath))) depth++;
		else parent = dirname$1(parent);
	}
	state.symlinks.set(path, resolved);
	return depth > 1;
}
function isRecursiveUsingRealPaths(resolved, state) {
	return state.visited.includes(resolved + state.options.pathSeparator);
}
const onlyCountsSync = (state) => {
	return state.counts;
};
const groupsSync = (state) => {
	return state.groups;
};
const defaultSync = (state) => {
	return state.paths;
};
const limitFilesSync = (state) => {
	return state.paths.slice(0, state.options.maxFiles);
};
const onlyCountsAsync = (state, error, callback$1) => {
	report(error, callback$1, state.counts, state.options.suppressErrors);
	return null;
};
const defaultAsync = (state, error, callback$1) => {
	report(error, callback$1, state.paths, state.options.suppressErrors);
	return null;
};
const limitFilesAsync = (state, error, callback$1) => {
	report(error, callback$1, state.paths.slice(0, state.options.maxFiles), state.options.suppressErrors);
	return null;
};
const groupsAsync = (state, error, callback$1) => {
	report(error, callback$1, state.groups, state.options.suppressErrors);
	return null;
};
function report(error, callback$1, output, suppressErrors) {
	if (error && !suppressErrors) callback$1(error, output);
	else callback$1(null, output);
}
function build$1(options, isSynchronous) {
	const { onlyCounts, group, maxFiles } = options;
	if (onlyCounts) return isSynchronous ? onlyCountsSync : onlyCountsAsync;
	else if (group) return isSynchronous ? groupsSync : groupsAsync;
	else if (maxFiles) return isSynchronous ? limitFilesSync : limitFilesAsync;
	else return isSynchronous ? defaultSync : defaultAsync;
}
const readdirOpts = { withFileTypes: true };
const walkAsync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	state.queue.enqueue();
	if (currentDepth < 0) return state.queue.dequeue(null, state);
	const { fs } = state;
	state.visited.push(crawlPath);
	state.counts.directories++;
	fs.readdir(crawlPath || ".", readdirOpts, (error, entries = []) => {
		callback$1(entries, directoryPath, currentDepth);
		state.queue.dequeue(state.options.suppressErrors ? null : error, state);
	});
};
const walkSync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	const { fs } = state;
	if (currentDepth < 0) return;
	state.visited.push(crawlPath);
	state.counts.directories++;
	let entries = [];
	try {
		entries = fs.readdirSync(crawlPath || ".", readdirOpts);
	} catch (e) {
		if (!state.options.suppressErrors) throw e;
	}
	callback$1(entries, directoryPath, currentDepth);
};
function build(isSynchronous) {
	return isSynchronous ? walkSync : walkAsync;
}
/**
* This is a custom stateless queue to track concurrent async fs calls.
* It increments a counter whenever a call is queued and decrements it
* as soon as it completes. When the counter hits 0, it calls onQueueEmpty.
*/
var Queue = class {
	count = 0;
	constructor(onQueueEmpty) {
		this.onQueueEmpty = onQueueEmpty;
	}
	enqueue() {
		this.count++;
		return this.count;
	}
	dequeue(error, output) {
		if (this.onQueueEmpty && (--this.count <= 0 || error)) {
			this.onQueueEmpty(error, output);
			if (error) {
				output.controller.abort();
				this.onQueueEmpty = void 0;
			}
		}
	}
};
var Counter = class {
	_files = 0;
	_directories = 0;
	set files(num) {
		this._files = num;
	}
	get files() {
		return this._files;
	}
	set directories(num) {
		this._directories = num;
	}
	get directories() {
		return this._directories;
	}
	/**
	* @deprecated use `directories` instead
	*/
	/* c8 ignore next 3 */
	get dirs() {
		return this._directories;
	}
};
/**
* AbortController is not supported on Node 14 so we use this until we can drop
* support for Node 14.
*/
var Aborter = class {
	aborted = false;
	abort() {
		this.aborted = true;
	}
};
var Walker = class {
	root;
	isSynchronous;
	state;
	joinPath;
	pushDirectory;
	pushFile;
	getArray;
	groupFiles;
	resolveSymlink;
	walkDirectory;
	callbackInvoker;
	constructor(root, options, callback$1) {
		this.isSynchronous = !callback$1;
		this.callbackInvoker = build$1(options, this.isSynchronous);
		this.root = normalizePath(root, options);
		this.state = {
			root: isRootDirectory(this.root) ? this.root : this.root.slice(0, -1),
			paths: [""].slice(0, 0),
			groups: [],
			counts: new Counter(),
			options,
			queue: new Queue((error, state) => this.callbackInvoker(state, error, callback$1)),
			symlinks: /* @__PURE__ */ new Map(),
			visited: [""].slice(0, 0),
			controller: new Aborter(),
			fs: options.fs || nativeFs
		};
		this.joinPath = build$7(this.root, options);
		this.pushDirectory = build$6(this.root, options);
		this.pushFile = build$5(options);
		this.getArray = build$4(options);
		this.groupFiles = build$3(options);
		this.resolveSymlink = build$2(options, this.isSynchronous);
		this.walkDirectory = build(this.isSynchronous);
	}
	start() {
		this.pushDirectory(this.root, this.state.paths, this.state.options.filters);
		this.walkDirectory(this.state, this.root, this.root, this.state.options.maxDepth, this.walk);
		return this.isSynchronous ? this.callbackInvoker(this.state, null) : null;
	}
	walk = (entries, directoryPath, depth) => {
		const { paths, options: { filters, resolveSymlinks: resolveSymlinks$1, excludeSymlinks, exclude, maxFiles, signal, useRealPaths, pathSeparator }, controller } = this.state;
		if (controller.aborted || signal && signal.aborted || maxFiles && paths.length > maxFiles) return;
		const files = this.getArray(this.state.paths);
		for (let i = 0; i < entries.length; ++i) {
			const entry = entries[i];
			if (entry.isFile() || entry.isSymbolicLink() && !resolveSymlinks$1 && !excludeSymlinks) {
				const filename = this.joinPath(entry.name, directoryPath);
				this.pushFile(filename, files, this.state.counts, filters);
			} else if (entry.isDirectory()) {
				let path = joinDirectoryPath(entry.name, directoryPath, this.state.options.pathSeparator);
				if (exclude && exclude(entry.name, path)) continue;
				this.pushDirectory(path, paths, filters);
				this.walkDirectory(this.state, path, path, depth - 1, this.walk);
			} else if (this.resolveSymlink && entry.isSymbolicLink()) {
				let path = joinPathWithBasePath(entry.name, directoryPath);
				this.resolveSymlink(path, this.state, (stat, resolvedPath) => {
					if (stat.isDirectory()) {
						resolvedPath = normalizePath(resolvedPath, this.state.options);
						if (exclude && exclude(entry.name, useRealPaths ? resolvedPath : path + pathSeparator)) return;
						this.walkDirectory(this.state, resolvedPath, useRealPaths ? resolvedPath : path + pathSeparator, depth - 1, this.walk);
					} else {
						resolvedPath = useRealPaths ? resolvedPath : path;
						const filename = basename$1(resolvedPath);
						const directoryPath$1 = normalizePath(dirname$1(resolvedPath), this.state.options);
						resolvedPath = this.joinPath(filename, directoryPath$1);
						this.pushFile(resolvedPath, files, this.state.counts, filters);
					}
				});
			}
		}
		this.groupFiles(this.state.groups, directoryPath, files);
	};
};
function promise(root, options) {
	return new Promise((resolve$1, reject) => {
		callback(root, options, (err, output) => {
			if (err) return reject(err);
			resolve$1(output);
		});
	});
}
function callback(root, options, callback$1) {
	new Walker(root, options, callback$1).start();
}
function sync(root, options) {
	return new Walker(root, options).start();
}
var APIBuilder = class {
	constructor(root, options) {
		this.root = root;
		this.options = options;
	}
	withPromise() {
		return promise(this.root, this.options);
	}
	withCallback(cb) {
		callback(this.root, this.options, cb);
	}
	sync() {
		return sync(this.root, this.options);
	}
};
let pm = null;
/* c8 ignore next 6 */
try {
	__require.resolve("picomatch");
	pm = __require("picomatch");
} catch {}
var Builder = class {
	globCache = {};
	options = {
		maxDepth: Infinity,
		suppressErrors: true,
		pathSeparator: sep,
		filters: []
	};
	globFunction;
	constructor(options) {
		this.options = {
			...this.options,
			...options
		};
		this.globFunction = this.options.globFunction;
	}
	group() {
		this.options.group = true;
		return this;
	}
	withPathSeparator(separator) {
		this.options.pathSeparator = separator;
		return this;
	}
	withBasePath() {
		this.options.includeBasePath = true;
		return this;
	}
	withRelativePaths() {
		this.options.relativePaths = true;
		return this;
	}
	withDirs() {
		this.options.includeDirs = true;
		return this;
	}
	withMaxDepth(depth) {
		this.options.maxDepth = depth;
		return this;
	}
	withMaxFiles(limit) {
		this.options.maxFiles = limit;
		return this;
	}
	withFullPaths() {
		this.options.resolvePaths = true;
		this.options.includeBasePath = true;
		return this;
	}
	withErrors() {
		this.options.suppressErrors = false;
		return this;
	}
	withSymlinks({ resolvePaths = true } = {}) {
		this.options.resolveSymlinks = true;
		this.options.useRealPaths = resolvePaths;
		return this.withFullPaths();
	}
	withAbortSignal(signal) {
		this.options.signal = signal;
		return this;
	}
	normalize() {
		this.options.normalizePath = true;
		return this;
	}
	filter(predicate) {
		this.options.filters.push(predicate);
		return this;
	}
	onlyDirs() {
		this.options.excludeFiles = true;
		this.options.includeDirs = true;
		return this;
	}
	exclude(predicate) {
		this.options.exclude = predicate;
		return this;
	}
	onlyCounts() {
		this.options.onlyCounts = true;
		return this;
	}
	crawl(root) {
		return new APIBuilder(root || ".", this.options);
	}
	withGlobFunction(fn) {
		this.globFunction = fn;
		return this;
	}
	/**
	* @deprecated Pass options using the constructor instead:
	* ```ts
	* new fdir(options).crawl("/path/to/root");
	* ```
	* This method will be removed in v7.0
	*/
	/* c8 ignore next 4 */
	crawlWithOptions(root, options) {
		this.options = {
			...this.options,
			...options
		};
		return new APIBuilder(root || ".", this.options);
	}
	glob(...patterns) {
		if (this.globFunction) return this.globWithOptions(patterns);
		return this.globWithOptions(patterns, ...[{ dot: true }]);
	}
	globWithOptions(patterns, ...options) {
		const globFn = this.globFunction || pm;
		/* c8 ignore next 5 */
		if (!globFn) throw new Error("Please specify a glob function to use glob matching.");
		var isMatch = this.globCache[patterns.join("\0")];
		if (!isMatch) {
			isMatch = globFn(patterns, ...options);
			this.globCache[patterns.join("\0")] = isMatch;
		}
		this.options.filters.push((path) => isMatch(path));
		return this;
	}
};
// node_modules/.pnpm/tinyglobby@0.2.17/node_modules/tinyglobby/dist/index.mjs
const isReadonlyArray = Array.isArray;
const BACKSLASHES = /\\/g;
const DRIVE_RELATIVE_PATH = /^[A-Za-z]:$/;
const isWin = process.platform === "win32";
const ONLY_PARENT_DIRECTORIES = /^(\/?\.\.)+$/;
function getPartialMatcher(patterns, options = {}) {
	const patternsCount = patterns.length;
	const patternsParts = Array(patternsCount);
	const matchers = Array(patternsCount);
	let i, j;
	for (i = 0; i < patternsCount; i++) {
		const parts = splitPattern(patterns[i]);
		patternsParts[i] = parts;
		const partsCount = parts.length;
		const partMatchers = Array(partsCount);
		for (j = 0; j < partsCount; j++) partMatchers[j] = (0, import_picomatch.default)(parts[j], options);
		matchers[i] = partMatchers;
	}
	return (input) => {
		const inputParts = input.split("/");
		if (inputParts[0] === ".." && ONLY_PARENT_DIRECTORIES.test(input)) return true;
		for (i = 0; i < patternsCount; i++) {
			const patternParts = patternsParts[i];
			const matcher = matchers[i];
			const inputPatternCount = inputParts.length;
			const minParts = Math.min(inputPatternCount, patternParts.length);
			j = 0;
			while (j < minParts) {
				const part = patternParts[j];
				if (part.includes("/")) return true;
				if (!matcher[j](inputParts[j])) break;
				if (!options.noglobstar && part === "**") return true;
				j++;
			}
			if (j === inputPatternCount) return true;
		}
		return false;
	};
}
/* node:coverage ignore next 2 */
const WIN32_ROOT_DIR = /^[A-Z]:\/$/i;
const isRoot = isWin ? (p) => WIN32_ROOT_DIR.test(p) : (p) => p === "/";
function buildFormat(cwd, root, absolute) {
	if (cwd === root || root.startsWith(`${cwd}/`)) {
		if (absolute) {
			const start = cwd.length + +!isRoot(cwd);
			return (p, isDir) => p.slice(start, isDir ? -1 : void 0) || ".";
		}
		const prefix = root.slice(cwd.length + 1);
		if (prefix) return (p, isDir) => {
			if (p === ".") return prefix;
			const result = `${prefix}/${p}`;
			return isDir ? result.slice(0, -1) : result;
		};
		return (p, isDir) => isDir && p !== "." ? p.slice(0, -1) : p;
	}
	if (absolute) return (p) => posix.relative(cwd, p) || ".";
	return (p) => posix.relative(cwd, `${root}/${p}`) || ".";
}
function buildRelative(cwd, root) {
	if (root.startsWith(`${cwd}/`)) {
		const prefix = root.slice(cwd.length + 1);
		return (p) => `${prefix}/${p}`;
	}
	return (p) => {
		const result = posix.relative(cwd, `${root}/${p}`);
		return p[p.length - 1] === "/" && result !== "" ? `${result}/` : result || ".";
	};
}
function ensureNonDriveRelativePath(path) {
	return path.replace(DRIVE_RELATIVE_PATH, (match) => `${match}/`);
}
const splitPatternOptions = { parts: true };
function splitPattern(path) {
	var _result$parts;
	const result = import_picomatch.default.scan(path, splitPatternOptions);
	return ((_result$parts = result.parts) === null || _result$parts === void 0 ? void 0 : _result$parts.length) ? result.parts : [path];
}
const POSIX_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}*?|]|^!|[!+@](?=\()|\\(?![()[\]{}!*+?@|]))/g;
const WIN32_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}]|^!|[!+@](?=\())/g;
const escapePosixPath = (path) => path.replace(POSIX_UNESCAPED_GLOB_SYMBOLS, "\\$&");
const escapeWin32Path = (path) => path.replace(WIN32_UNESCAPED_GLOB_SYMBOLS, "\\$&");
/**
* Escapes a path's special characters depending on the platform.
* @see {@link https://superchupu.dev/tinyglobby/documentation#escapePath}
*/
/* node:coverage ignore next */
const escapePath = isWin ? escapeWin32Path : escapePosixPath;
/**
* Checks if a pattern has dynamic parts.
*
* Has a few minor differences with [`fast-glob`](https://github.com/mrmlnc/fast-glob) for better accuracy:
*
* - Doesn't necessarily return `false` on patterns that include `\`.
* - Returns `true` if the pattern includes parentheses, regardless of them representing one single pattern or not.
* - Returns `true` for unfinished glob extensions i.e. `(h`, `+(h`.
* - Returns `true` for unfinished brace expansions as long as they include `,` or `..`.
*
* @see {@link https://superchupu.dev/tinyglobby/documentation#isDynamicPattern}
*/
function isDynamicPattern(pattern, options) {
	if ((options === null || options === void 0 ? void 0 : options.caseSensitiveMatch) === false) return true;
	const scan = import_picomatch.default.scan(pattern);
	return scan.isGlob || scan.negated;
}
function log(...tasks) {
	console.log(`[tinyglobby ${(/* @__PURE__ */ new Date()).toLocaleTimeString("es")}]`, ...tasks);
}
function ensureStringArray(value) {
	return typeof value === "string" ? [value] : value !== null && value !== void 0 ? value : [];
}
const PARENT_DIRECTORY = /^(\/?\.\.)+/;
const ESCAPING_BACKSLASHES = /\\(?=[()[\]{}!*+?@|])/g;
function normalizePattern(pattern, opts, props, isIgnore) {
	var _PARENT_DIRECTORY$exe;
	const cwd = opts.cwd;
	let result = pattern;
	if (pattern[pattern.length - 1] === "/") result = pattern.slice(0, -1);
	if (result[result.length - 1] !== "*" && opts.expandDirectories) result += "/**";
	const escapedCwd = escapePath(cwd);
	result = isAbsolute(result.replace(ESCAPING_BACKSLASHES, "")) ? posix.relative(escapedCwd, result) : posix.normalize(result);
	const parentDir = (_PARENT_DIRECTORY$exe = PARENT_DIRECTORY.exec(result)) === null || _PARENT_DIRECTORY$exe === void 0 ? void 0 : _PARENT_DIRECTORY$exe[0];
	const parts = splitPattern(result);
	if (parentDir) {
		const n = (parentDir.length + 1) / 3;
		let i = 0;
		const cwdParts = escapedCwd.split("/");
		while (i < n && parts[i + n] === cwdParts[cwdParts.length + i - n]) {
			result = result.slice(0, (n - i - 1) * 3) + result.slice((n - i) * 3 + parts[i + n].length + 1) || ".";
			i++;
		}
		const potentialRoot = posix.join(cwd, parentDir.slice(i * 3));
		if (potentialRoot[0] !== "." && props.root.length > potentialRoot.length) {
			props.root = ensureNonDriveRelativePath(potentialRoot);
			props.depthOffset = -n + i;
		}
	}
	if (!isIgnore && props.depthOffset >= 0) {
		var _props$commonPath;
		(_props$commonPath = props.commonPath) !== null && _props$commonPath !== void 0 || (props.commonPath = parts);
		const newCommonPath = [];
		const length = Math.min(props.commonPath.length, parts.length);
		for (let i = 0; i < length; i++) {
			const part = parts[i];
			if (part === "**" && !parts[i + 1]) {
				newCommonPath.pop();
				break;
			}
			if (i === parts.length - 1 || part !== props.commonPath[i] || isDynamicPattern(part)) break;
			newCommonPath.push(part);
		}
		props.depthOffset = newCommonPath.length;
		props.commonPath = newCommonPath;
		props.root = ensureNonDriveRelativePath(newCommonPath.length > 0 ? posix.join(cwd, ...newCommonPath) : cwd);
	}
	return result;
}
function processPatterns(options, patterns, props) {
	const matchPatterns = [];
	const ignorePatterns = [];
	for (const pattern of options.ignore) {
		if (!pattern) continue;
		if (pattern[0] !== "!" || pattern[1] === "(") ignorePatterns.push(normalizePattern(pattern, options, props, true));
	}
	for (const pattern of patterns) {
		if (!pattern) continue;
		if (pattern[0] !== "!" || pattern[1] === "(") matchPatterns.push(normalizePattern(pattern, options, props, false));
		else if (pattern[1] !== "!" || pattern[2] === "(") ignorePatterns.push(normalizePattern(pattern.slice(1), options, props, true));
	}
	return {
		match: matchPatterns,
		ignore: ignorePatterns
	};
}
function buildCrawler(options, patterns) {
	const cwd = options.cwd;
	const props = {
		root: cwd,
		depthOffset: 0
	};
	const processed = processPatterns(options, patterns, props);
	if (options.debug) log("internal processing patterns:", processed);
	const { absolute, caseSensitiveMatch, debug, dot, followSymbolicLinks, onlyDirectories } = options;
	const root = props.root.replace(BACKSLASHES, "");
	const matchOptions = {
		dot,
		nobrace: options.braceExpansion === false,
		nocase: !caseSensitiveMatch,
		noextglob: options.extglob === false,
		noglobstar: options.globstar === false,
		posix: true
	};
	const matcher = (0, import_picomatch.default)(processed.match, matchOptions);
	const ignore = (0, import_picomatch.default)(processed.ignore, matchOptions);
	const partialMatcher = getPartialMatcher(processed.match, matchOptions);
	const format = buildFormat(cwd, root, absolute);
	const excludeFormatter = absolute ? format : buildFormat(cwd, root, true);
	const excludePredicate = (_, p) => {
		const relativePath = excludeFormatter(p, true);
		return relativePath !== "." && !partialMatcher(relativePath) || ignore(relativePath);
	};
	let maxDepth;
	if (options.deep !== void 0) maxDepth = Math.round(options.deep - props.depthOffset);
	const crawler = new Builder({
		filters: [debug ? (p, isDirectory) => {
			const path = format(p, isDirectory);
			const matches = matcher(path) && !ignore(path);
			if (matches) log(`matched ${path}`);
			return matches;
		} : (p, isDirectory) => {
			const path = format(p, isDirectory);
			return matcher(path) && !ignore(path);
		}],
		exclude: debug ? (_, p) => {
			const skipped = excludePredicate(_, p);
			log(`${skipped ? "skipped" : "crawling"} ${p}`);
			return skipped;
		} : excludePredicate,
		fs: options.fs,
		pathSeparator: "/",
		relativePaths: !absolute,
		resolvePaths: absolute,
		includeBasePath: absolute,
		resolveSymlinks: followSymbolicLinks,
		excludeSymlinks: !followSymbolicLinks,
		excludeFiles: onlyDirectories,
		includeDirs: onlyDirectories || !options.onlyFiles,
		maxDepth,
		signal: options.signal
	}).crawl(root);
	if (options.debug) log("internal properties:", {
		...props,
		root
	});
	return [crawler, cwd !== root && !absolute && buildRelative(cwd, root)];
}
function formatPaths(paths, mapper) {
	if (mapper) for (let i = paths.length - 1; i >= 0; i--) paths[i] = mapper(paths[i]);
	return paths;
}
const defaultOptions = {
	caseSensitiveMatch: true,
	debug: !!process.env.TINYGLOBBY_DEBUG,
	expandDirectories: true,
	followSymbolicLinks: true,
	onlyFiles: true
};
function getOptions(options) {
	const opts = Object.assign({}, options);
	for (const key in defaultOptions) if (opts[key] === void 0) Object.assign(opts, { [key]: defaultOptions[key] });
	opts.cwd = (opts.cwd instanceof URL ? fileURLToPath(opts.cwd) : resolve$1(opts.cwd || process.cwd())).replace(BACKSLASHES, "/");
	opts.ignore = ensureStringArray(opts.ignore);
	opts.fs && (opts.fs = {
		readdir: opts.fs.readdir || readdir,
		readdirSync: opts.fs.readdirSync || readdirSync,
		realpath: opts.fs.realpath || realpath,
		realpathSync: opts.fs.realpathSync || realpathSync,
		stat: opts.fs.stat || stat,
		statSync: opts.fs.statSync || statSync
	});
	if (opts.debug) log("globbing with options:", opts);
	return opts;
}
function getCrawler(globInput, inputOptions = {}) {
	var _ref;
	if (globInput && (inputOptions === null || inputOptions === void 0 ? void 0 : inputOptions.patterns)) throw new Error("Cannot pass patterns as both an argument and an option");
	const isModern = isReadonlyArray(globInput) || typeof globInput === "string";
	const patterns = ensureStringArray((_ref = isModern ? globInput : globInput.patterns) !== null && _ref !== void 0 ? _ref : "**/*");
	const options = getOptions(isModern ? inputOptions : globInput);
	return patterns.length > 0 ? buildCrawler(options, patterns) : [];
}
async function glob(globInput, options) {
	const [crawler, relative] = getCrawler(globInput, options);
	return crawler ? formatPaths(await crawler.withPromise(), relative) : [];
}
// packages/coverage-io/dist/files/find-files.js
/** @returns the files that a glob matches, in order, in the form of the glob: relative to `cwd` or absolute. */
async function findFiles(pattern, cwd) {
	return (await glob(pattern, {
		cwd,
		absolute: pattern.startsWith("/"),
		expandDirectories: false,
		ignore: ["**/node_modules/**"]
	})).sort();
}
// packages/coverage-io/dist/io-error.js
/** The outside world refused. Same shape as the core's errors, which are types here and never imported as values. */
var IoError = class extends Error {
	code;
	hint;
	exitCode;
	constructor({ code, message, hint, exitCode }, cause) {
		super(message, { cause });
		this.name = "IoError";
		this.code = code;
		this.hint = hint;
		this.exitCode = exitCode;
	}
};
// packages/coverage-io/dist/files/read-files.js
/** @returns undefined where there is no such file; every other fault is thrown. */
async function readIfThere(path) {
	try {
		return await readFile(path);
	} catch (error) {
		if (isMissing(error)) return void 0;
		throw unreadable(path, error);
	}
}
function unreadable(path, error) {
	return new IoError({
		code: "FILE_UNREADABLE",
		message: `${path}: ${error.message}`,
		hint: `make ${path} a readable file`,
		exitCode: 3
	}, error);
}
/** @throws IoError REPORT_MISSING. */
async function readReport(path) {
	const bytes = await readIfThere(path);
	if (bytes !== void 0) return bytes;
	throw missing(path);
}
/** @throws IoError REPORT_MISSING or FILE_UNREADABLE; so does `read`. */
function openReport(path) {
	const guarded = (act) => {
		try {
			return act();
		} catch (error) {
			throw isMissing(error) ? missing(path) : unreadable(path, error);
		}
	};
	const file = guarded(() => openSync(path, "r"));
	return {
		size: guarded(() => fstatSync(file).size),
		read: (target, from) => guarded(() => {
			let filled = 0;
			for (let more = -1; more !== 0 && filled < target.byteLength; filled += more) more = readSync(file, target, filled, target.byteLength - filled, from + filled);
			return filled;
		}),
		[Symbol.dispose]: () => {
			closeSync(file);
		}
	};
}
function missing(path) {
	return new IoError({
		code: "REPORT_MISSING",
		message: `there is no report at ${path}`,
		hint: "pnpm test --coverage",
		exitCode: 3
	});
}
/** Milliseconds since the epoch of the last change; undefined where there is no such file. */
async function modifiedAt(path) {
	return (await stat$1(path).catch(() => void 0))?.mtimeMs;
}
/** @returns the git blob id (SHA-1) of these bytes as they are, as `git hash-object --no-filters` prints it. */
function blobIdOf(bytes) {
	return createHash("sha1").update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex");
}
function isMissing(error) {
	const { code } = error;
	return code === "ENOENT" || code === "ENOTDIR";
}
// packages/coverage-io/dist/files/write-files.js
/**
* Replaces a file as a whole: a reader, a second writer or a kill sees the old text or the new one. Makes the folders.
* Does not wait for the disk: what is written here can be made again.
*/
async function writeAtomically(path, text) {
	try {
		const { default: writeFileAtomic } = await import("./lib-0rWdJcpI.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
		await mkdir(dirname(path), { recursive: true });
		await writeFileAtomic(path, text, { fsync: false });
	} catch (error) {
		throw new IoError({
			code: "FILE_UNWRITABLE",
			message: `${path}: ${error.message}`,
			hint: `make ${dirname(path)} a writable folder`,
			exitCode: 4
		}, error);
	}
}
// packages/coverage-io/dist/git/git-error.js
/**
* git speaks English, because its errors are told apart by their words. Which repository is meant, the folder says:
* inside a hook GIT_DIR and GIT_INDEX_FILE would name another. simple-git, which asks the rarer questions, refuses the programs that a user sets for git.
*/
function gitEnv() {
	const known = Object.entries(process.env).filter(([name]) => !/^(git_.*|editor|pager|prefix|ssh_askpass|visual)$/i.test(name));
	return {
		...Object.fromEntries(known),
		LC_ALL: "C"
	};
}
/** @param args of git. @param cause says in its message what git said. @returns the error with the command that mends it. */
function gitError(args, cause) {
	const said = cause.message.trim();
	const command = args.find((arg, index) => !arg.startsWith("-") && args[index - 1] !== "-c");
	return new IoError({
		.../not a git repository/.test(said) ? {
			code: "NOT_A_REPOSITORY",
			message: said,
			hint: "run the command inside a git repository, or name one with --cwd DIR"
		} : /spawn git ENOENT/.test(said) ? {
			code: "GIT_MISSING",
			message: "git was not found on PATH",
			hint: "install git"
		} : {
			code: "GIT_FAILED",
			message: `git ${command}: ${said}`,
			hint: `run by hand: git ${args.join(" ")}`
		},
		exitCode: 4
	}, cause);
}
// packages/coverage-io/dist/git/spawn-git.js
/** git as a process of its own. What every run reads goes this way: it is streamed, and starts without loading a library. */
/** @throws IoError with git's own words; also where a signal ended it, or it failed without a word. */
async function spawnGit(folder, { args, input = "", onChunk }) {
	const failures = [];
	try {
		const child = spawn("git", [...args], {
			cwd: folder,
			env: gitEnv(),
			stdio: [
				input === "" ? "ignore" : "pipe",
				"pipe",
				"pipe"
			]
		});
		child.stdin?.on("error", () => void 0).end(input);
		child.stdout?.on("data", (chunk) => {
			try {
				if (failures.length === 0) onChunk(chunk);
			} catch (error) {
				failures.push(error);
			}
		});
		const [said, ended] = await Promise.all([child.stderr === null ? "" : text(child.stderr), once(child, "close")]);
		const [exitCode] = ended;
		if (exitCode !== 0) throw new Error(said.trim() === "" ? `it ended with ${exitCode ?? "a signal"} and without a word` : said);
	} catch (error) {
		throw gitError(args, error);
	}
	for (const failure of failures) throw failure;
}
// packages/coverage-io/dist/git/git.js
/** @param folder an existing folder. */
function createGit(folder) {
	const run = async (...args) => {
		const chunks = [];
		await spawnGit(folder, {
			args,
			onChunk: (chunk) => void chunks.push(chunk)
		});
		return Buffer.concat(chunks).toString("utf8");
	};
	return {
		run,
		ask: (...args) => run(...args).catch(() => void 0),
		stream: (args, onChunk) => spawnGit(folder, {
			args,
			onChunk
		})
	};
}
// packages/coverage-io/dist/git/open-repository.js
/** @throws IoError NOT_A_REPOSITORY, FOLDER_MISSING or GIT_MISSING. */
async function openRepository(cwd) {
	const root = (await createGit(await existingFolder(cwd)).run("rev-parse", "--show-toplevel")).replace(/\r?\n$/, "");
	const git = createGit(root);
	const status = once$1(() => readStatus(git));
	return {
		root,
		git,
		head: once$1(async () => headOf(await status(), root)),
		untracked: async () => (await status()).untracked,
		files: once$1(async () => {
			const [index, { untracked, gone }] = await Promise.all([git.run("ls-files", "-z"), status()]);
			const names = /* @__PURE__ */ new Set([...index.split("\0"), ...untracked]);
			for (const name of ["", ...gone]) names.delete(name);
			return [...names];
		})
	};
}
function once$1(act) {
	let result;
	return () => result ??= act();
}
/** Without the index's lock: a commit that runs at the same time must not fail because of a report. */
async function readStatus(git) {
	const entries = (await git.run("--no-optional-locks", "-c", "diff.orderFile=/dev/null", "status", ...[
		"--porcelain=v2",
		"-z",
		"--branch",
		"--untracked-files=all",
		"--ignore-submodules=none",
		"--no-renames"
	])).split("\0").filter((entry) => entry !== "");
	const changes = entries.filter((entry) => !entry.startsWith("#"));
	return {
		sha: entries.map((entry) => /^# branch\.oid ([0-9a-f]+)$/.exec(entry)?.[1]).find((found) => found !== void 0),
		dirty: changes.length > 0,
		untracked: changes.filter((entry) => entry.startsWith("? ")).map((entry) => entry.slice(2)),
		gone: changes.flatMap(goneIn)
	};
}
/** `1 XY sub mH mI mW hH hI path`, where Y is D; of a file in conflict `u XY sub m1 m2 m3 mW h1 h2 h3 path`, where mW is 0. Source: git-status(1). */
function goneIn(entry) {
	const path = /^1 .D (?:\S+ ){6}(.*)$/s.exec(entry)?.[1] ?? /^u .. \S+ (?:\d+ ){3}0+ (?:\S+ ){3}(.*)$/s.exec(entry)?.[1];
	return path === void 0 ? [] : [path];
}
function headOf({ sha, dirty }, root) {
	if (sha !== void 0) return {
		sha,
		dirty
	};
	throw new IoError({
		code: "NO_COMMIT",
		message: `${root} has no commit yet`,
		hint: "git commit",
		exitCode: 4
	});
}
/** The folder alone, for a diff that was handed in. @throws `error` again where git knows a repository here, but cannot read it. */
async function openFolder(cwd, error) {
	if (!(error instanceof IoError) || !["NOT_A_REPOSITORY", "GIT_MISSING"].includes(error.code)) throw error;
	const root = await existingFolder(cwd);
	return {
		root,
		files: async () => await findFiles("**", root)
	};
}
async function existingFolder(path) {
	try {
		if ((await stat$1(path)).isDirectory()) return await realpath$1(path);
	} catch {}
	throw new IoError({
		code: "FOLDER_MISSING",
		message: `there is no folder ${path}`,
		hint: "name an existing folder with --cwd DIR",
		exitCode: 4
	});
}
// packages/coverage-io/dist/workspace/read-workspace.js
const MANIFESTS = ["src/feature.manifest.ts", "feature.manifest.ts"];
const REPO_MANIFEST = "repo.manifest.ts";
/** The repository's manifest, from its source: a build could be older. */
async function readRepoManifest(root) {
	return readSource(root, REPO_MANIFEST);
}
/**
* @param features globs of folders, as the repository's manifest says; else the globs of pnpm-workspace.yaml, else package.json's `workspaces`.
* @returns the packages that hold a package.json or a manifest, by folder; the root alone where nothing says otherwise.
*/
async function readPackages(root, features) {
	const globs = features ?? await workspaceGlobs(root);
	const folders = globs.length === 0 ? [""] : await foldersOf(root, globs);
	return (await Promise.all(folders.sort().map((folder) => readPackage(root, folder)))).filter((each) => each !== void 0);
}
async function foldersOf(root, globs) {
	const found = await glob(globs.map((each) => each.replace(/\/$/, "")), {
		cwd: root,
		onlyDirectories: true,
		expandDirectories: false,
		ignore: ["**/node_modules/**"]
	});
	return [...new Set(found.map((folder) => folder.replace(/^\.\/?$|\/$/, "")))];
}
async function readPackage(root, folder) {
	const described = await readIfThere(join(root, folder, "package.json"));
	const manifest = (await Promise.all(MANIFESTS.map((name) => readSource(root, folder === "" ? name : `${folder}/${name}`)))).find((each) => each !== null) ?? null;
	if (described === void 0 && manifest === null && folder !== "") return void 0;
	return {
		name: nameIn(described) ?? (folder === "" ? basename(root) : folder),
		folder,
		manifest
	};
}
async function readSource(root, file) {
	const bytes = await readIfThere(join(root, file));
	return bytes === void 0 ? null : {
		file,
		text: bytes.toString("utf8")
	};
}
async function workspaceGlobs(root) {
	const pnpm = await readIfThere(join(root, "pnpm-workspace.yaml"));
	if (pnpm !== void 0) return stringsIn(await yamlOf(pnpm));
	const { workspaces } = jsonOf(await readIfThere(join(root, "package.json")));
	return Array.isArray(workspaces) ? stringsIn({ packages: workspaces }) : stringsIn(workspaces);
}
async function yamlOf(bytes) {
	const { parse } = await import("./dist-D7jDmJlt.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	try {
		return parse(bytes.toString("utf8"));
	} catch (error) {
		throw new IoError({
			code: "WORKSPACE_UNREADABLE",
			message: `pnpm-workspace.yaml: ${error.message}`,
			hint: "correct the file",
			exitCode: 2
		}, error);
	}
}
function nameIn(bytes) {
	const { name } = jsonOf(bytes);
	return typeof name === "string" && name !== "" ? name : void 0;
}
function jsonOf(bytes) {
	try {
		return Object(JSON.parse(bytes?.toString("utf8").replace(/^\uFEFF/, "") ?? "{}"));
	} catch {
		return {};
	}
}
function stringsIn(workspace) {
	const packages = workspace?.packages;
	return Array.isArray(packages) ? packages.filter((each) => typeof each === "string") : [];
}
// packages/bandline/dist/gather/find-reports.js
const DEFAULT_REPORT = "coverage/lcov.info";
/** @returns the reports that packages have made: those of their manifests, else `coverage/lcov.info`; a package whose report is not there is in `missing`. */
async function packageReports(root, packages) {
	const reports = [];
	const missing = [];
	for (const each of packages) {
		const stated = each.manifest?.coverage.reports ?? (each.folder === "" && packages.length > 1 ? [] : [DEFAULT_REPORT]);
		const folder = folderOf(each);
		const expected = stated.map((report) => ({
			path: join(root, folder, report),
			name: folder === "" ? report : `${folder}/${report}`,
			folder
		}));
		for (const report of expected) if (await modifiedAt(report.path) !== void 0) reports.push(report);
		else missing.push(each);
	}
	return {
		reports,
		missing
	};
}
/**
* Reports that flags name: paths or globs, relative to `cwd`. A report's relative paths may be meant in the package that it lies in.
* @throws BandlineError REPORT_MISSING for a glob that matches nothing; a path is looked for when it is read.
*/
async function namedReports(inputs, cwd, root, packages) {
	const paths = await Promise.all(inputs.map(async (input) => await isGlob(input, cwd) ? matching(input, cwd) : [input]));
	return [...new Set(paths.flat())].map((name) => {
		const path = resolve(cwd, name);
		const [folder = ""] = packages.map(folderOf).filter((folder) => folder !== "" && path.startsWith(`${join(root, folder)}/`)).sort((a, b) => b.length - a.length);
		return {
			path,
			name,
			folder
		};
	});
}
/** A manifest may speak for another folder than the one it lies in; there its reports lie too. */
function folderOf({ folder, manifest }) {
	return manifest?.root ?? folder;
}
async function matching(glob, cwd) {
	const found = await findFiles(glob, cwd);
	if (found.length > 0) return found;
	throw new BandlineError({
		code: "REPORT_MISSING",
		message: `no file matches ${glob}`,
		hint: "pnpm test --coverage, or correct the glob",
		exitCode: EXIT.data
	});
}
/** A folder may be called `[id]`: what is there by that very name is no glob. */
async function isGlob(input, cwd) {
	return /[*?{[]/.test(input) && await modifiedAt(resolve(cwd, input)) === void 0;
}
/** The merged report at the repository's root. */
function mergedReport(root) {
	return {
		path: join(root, DEFAULT_REPORT),
		name: DEFAULT_REPORT,
		folder: ""
	};
}
// packages/bandline/dist/gather/read-sources.js
/**
* The record beside a report of which text was measured; undefined where there is none.
* What aggregate wrote down speaks of the report that it wrote before it, not of one that a test run has put in its place since.
* @param files where only some are of interest: the others need not be in the answer.
* @throws BandlineError SOURCES_MALFORMED.
*/
async function readSources(reportPath, files) {
	const path = join(dirname(reportPath), "sources.json");
	const text = (await readIfThere(path))?.toString("utf8");
	if (text === void 0) return void 0;
	const found = files === void 0 ? void 0 : findSources(text, files);
	const sources = found === void 0 ? parseSources(text)?.sources : Object.fromEntries(found);
	if (sources === void 0) throw new BandlineError({
		code: "SOURCES_MALFORMED",
		message: `${path} is no record of measured sources`,
		hint: "run the tests again with coverage: pnpm test --coverage",
		exitCode: EXIT.data
	});
	return (await modifiedAt(reportPath) ?? 0) > (await modifiedAt(path) ?? 0) ? Object.fromEntries(Object.entries(sources).filter(([, { by }]) => by === void 0)) : sources;
}
/** Two records of one file agree, or nobody knows which text was measured. */
function mergeRecord(known, more) {
	return known === void 0 || known.blob === more.blob ? more : { blob: null };
}
// packages/bandline/dist/gather/load-policy.js
/** Reads every manifest from its source. @throws ManifestError or BandlineError, exit 2, for the first manifest that cannot be used. */
async function loadPolicy(root) {
	const source = await readRepoManifest(root);
	const repo = source === null ? null : parseRepoSource(source.file, source.text);
	const packages = (await readPackages(root, repo?.features)).map(({ name, folder, manifest }) => ({
		name,
		folder,
		manifest: manifest === null ? null : parseFeatureSource(manifest.file, manifest.text),
		manifestFile: manifest?.file ?? null
	}));
	return {
		repo,
		packages,
		policyOf: createPolicy(packages, repo)
	};
}
// packages/bandline/dist/gather/notices.js
const MOST_PER_CODE = 5;
function createNotices() {
	const byCode = /* @__PURE__ */ new Map();
	return {
		add({ code, message }) {
			const messages = byCode.get(code) ?? /* @__PURE__ */ new Set();
			byCode.set(code, messages.add(message));
		},
		list: () => [...byCode].flatMap(([code, messages]) => {
			const shown = [...messages].slice(0, MOST_PER_CODE).map((message) => ({
				code,
				message
			}));
			const more = messages.size - shown.length;
			return more === 0 ? shown : [...shown, {
				code,
				message: `${more} more of these`
			}];
		})
	};
}
export { childrenOf as A, schemaId as B, nameOf as C, mergeCoverage as D, readLines as E, METRICS as F, asRepoPath as I, byText as L, parseSource as M, bandOfLayer as N, canonical as O, BASELINE_LAYER as P, normalisePath as R, createPathJoiner as S, parseRepoSource as T, EXIT as V, openReport as _, folderOf as a, IoError as b, packageReports as c, spawnGit as d, gitEnv as f, modifiedAt as g, blobIdOf as h, readSources as i, isReadableSource as j, splitRecords as k, openFolder as l, writeAtomically as m, loadPolicy as n, mergedReport as o, gitError as p, mergeRecord as r, namedReports as s, createNotices as t, openRepository as u, readIfThere as v, parseFeatureSource as w, pctOf as x, readReport as y, BandlineError as z };
