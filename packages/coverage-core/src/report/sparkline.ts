const BARS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
const LEVEL = "▄";
const UNKNOWN = "·";
const BREAK = "│";

/**
 * A bar a figure, from the lowest to the highest of them; a series of one height is a level line.
 * @param series parts between breaks, which stand out between them; null is a figure that nobody knows.
 * @param most how many bars there is room for: of more, each stands for several, and shows their last.
 */
export function sparkline(series: readonly (readonly (number | null)[])[], most: number): string {
  const known = series.flat().filter((each) => each !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const bar = (figure: number | null) => {
    if (figure === null) return UNKNOWN;
    if (low === high) return LEVEL;
    return BARS[Math.round(((figure - low) / (high - low)) * (BARS.length - 1))];
  };
  const total = series.reduce((sum, part) => sum + part.length, 0);
  const step = Math.max(1, total / most);
  return series.map((part) => thinned(part, step).map(bar).join("")).join(BREAK);
}

function thinned<T>(part: readonly T[], step: number): T[] {
  const count = Math.max(1, Math.floor(part.length / step));
  return Array.from({ length: count }, (_, index) => part[Math.ceil(((index + 1) * part.length) / count) - 1] as T);
}
