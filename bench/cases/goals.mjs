// What a case promises. `atMost` is null for a figure that stands there to be compared with. `of` makes a value of the case's figures, null where
// it was not measured; without it the value is a figure of `ours`, over that of `theirs` where there is one.

/** Of the fastest runs: what else the machine does only ever adds. */
export function ratio(ours, theirs, atMost) {
  return { says: `${ours} / ${theirs}, wall time`, unit: "×", atMost, figure: "minMs", ours, theirs };
}

export function cpuRatio(ours, theirs, atMost) {
  return { says: `${ours} / ${theirs}, processor time`, unit: "×", atMost, figure: "minCpuMs", ours, theirs };
}

export function memory(ours, atMost) {
  return { says: `${ours}, peak memory`, unit: "MB", atMost, figure: "peakMb", ours };
}

/** A value of the answer of one program; see `valuesOf` there. */
export function answered(says, unit, atMost, program, name) {
  return { says, unit, atMost, of: (figures) => figures[program]?.values?.[name] ?? null };
}

/** @param of makes the value of the fastest runs of all these programs, in milliseconds, and of their answers' values. */
export function together(says, unit, atMost, programs, of) {
  const isThere = (figures) => programs.every((name) => figures[name] !== undefined);
  const each = (figures) => programs.map((name) => ({ ms: figures[name].minMs, ...figures[name].values }));
  return { says, unit, atMost, of: (figures) => (isThere(figures) ? of(each(figures)) : null) };
}
