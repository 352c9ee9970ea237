/**
 * The chart of the trend as inline SVG. A library of charts (uPlot: 23 KB) would bring zoom, which a year of points does not need, and would draw
 * nothing without JavaScript; here every point is an element with a title, and prints.
 */
import type { TrendDocument, TrendPoint } from "../../contract/trend.js";
import { html, type Html } from "./escape.js";
import { percentText } from "./figures.js";

const WIDTH = 960;
const HEIGHT = 300;
const LEFT = 46;
const RIGHT = 86;
const TOP = 14;
const BOTTOM = 34;

interface PlacedPoint {
  readonly point: TrendPoint;
  readonly x: number;
  /** Whether another provider made it than the one before. */
  readonly isBreak: boolean;
}

export interface Placed {
  readonly points: readonly PlacedPoint[];
  /** By time; by order where clocks do not go forward. */
  readonly by: "time" | "order";
}

/** @returns the points with where they lie from left to right. */
export function placePoints(points: readonly TrendPoint[], breaks: TrendDocument["breaks"]): Placed {
  const times = points.map(({ at }) => Date.parse(at));
  const [first = 0] = times;
  const span = (times.at(-1) ?? 0) - first;
  const isAscending = times.every((time, at) => at === 0 || time > (times[at - 1] as number));
  const inner = WIDTH - LEFT - RIGHT;
  const share = (at: number) =>
    points.length === 1 ? 0.5 : isAscending ? ((times[at] as number) - first) / span : at / (points.length - 1);
  const broken = new Set(breaks.map(({ commit }) => commit));
  return {
    points: points.map((point, at) => ({ point, x: round(LEFT + inner * share(at)), isBreak: at > 0 && broken.has(point.commit) })),
    by: isAscending ? "time" : "order",
  };
}

const SERIES = [
  { metric: "lines", css: "a" },
  { metric: "branches", css: "b" },
] as const;
type Series = (typeof SERIES)[number];

export function chartOf({ points, by }: Placed): Html {
  const values = points.flatMap(({ point }) => SERIES.flatMap(({ metric }) => point.repo[metric].pct ?? []));
  const low = Math.max(0, Math.floor((Math.min(100, ...values) - 2) / 5) * 5);
  const y = (pct: number) => round(TOP + ((100 - pct) / (100 - low)) * (HEIGHT - TOP - BOTTOM));
  const step = 100 - low > 50 ? 20 : 100 - low > 20 ? 10 : 5;
  const ticks = Array.from({ length: Math.floor((100 - low) / step) + 1 }, (_, at) => 100 - at * step);
  const grid = ticks.map(
    (tick) =>
      html`<path class="grid" d="M${LEFT} ${y(tick)}H${WIDTH - RIGHT}" /><text class="axis end" x="${LEFT - 8}" y="${y(tick) + 4}"
          >${tick} %</text
        >`,
  );
  const cuts = points
    .filter(({ isBreak }) => isBreak)
    .map(
      ({ x, point }) =>
        html`<path class="cut" d="M${x} ${TOP}V${HEIGHT - BOTTOM}" /><text class="axis" x="${x + 6}" y="${TOP + 10}"
            >${point.provider} from here</text
          >`,
    );
  const marks = SERIES.map((series) => seriesOf(series, points, y));
  return html`<svg
    class="chart"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="Lines and branches of the repository in percent, by ${by === "time" ? "time" : "order of the points"}; the table below has the same figures"
  >
    ${grid}${datesOf(points)}${cuts}${marks}${labelsOf(points, y)}
  </svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The first day and the last, and the one in the middle where there is room. */
function datesOf(points: readonly PlacedPoint[]): Html[] {
  const shown = [...new Set([points[0], points[Math.floor(points.length / 2)], points.at(-1)])].filter((each) => each !== undefined);
  const apart = shown.filter((each, at) => at === 0 || each.x - (shown[at - 1] as PlacedPoint).x > 90);
  return apart.map(({ point, x }) => html`<text class="axis mid" x="${x}" y="${HEIGHT - BOTTOM + 18}">${point.at.slice(0, 10)}</text>`);
}

/** A line is broken where the provider is another, and where nothing was measured. */
function seriesOf({ metric, css }: Series, points: readonly PlacedPoint[], y: (pct: number) => number): Html {
  let isDrawing = false;
  let path = "";
  const dots: Html[] = [];
  for (const { point, x, isBreak } of points) {
    const { pct } = point.repo[metric];
    if (pct !== null) {
      path += `${isDrawing && !isBreak ? "L" : "M"}${x} ${y(pct)}`;
      dots.push(
        dotOf(
          css,
          x,
          y(pct),
          `${point.at.slice(0, 10)} ${point.commit?.slice(0, 7) ?? "on disk"}: ${percentText(pct)} of ${metric}${point.subject === null ? "" : ` · ${point.subject}`}`,
        ),
      );
    }
    isDrawing = pct !== null;
  }
  return html`<path class="line ${css}" d="${path}" />${dots}`;
}

function dotOf(css: Series["css"], x: number, y: number, title: string): Html {
  const words = html`<title>${title}</title>`;
  if (css === "a") return html`<circle class="dot a" cx="${x}" cy="${y}" r="3.5">${words}</circle>`;
  return html`<rect class="dot b" x="${round(x - 3)}" y="${round(y - 3)}" width="6" height="6">${words}</rect>`;
}

const LABEL_HEIGHT = 14;

/** Each line's name at its end; two that would lie on each other are drawn apart. */
function labelsOf(points: readonly PlacedPoint[], y: (pct: number) => number): Html[] {
  const last = points.at(-1) as PlacedPoint;
  const ends = SERIES.flatMap(({ metric, css }) => {
    const { pct } = last.point.repo[metric];
    return pct === null ? [] : [{ metric, css, at: y(pct) + 4 }];
  }).sort((a, b) => a.at - b.at);
  const [upper, lower] = ends;
  const overlap = upper !== undefined && lower !== undefined ? Math.max(0, LABEL_HEIGHT - (lower.at - upper.at)) : 0;
  return ends.map(
    ({ metric, css, at }) =>
      html`<text class="name ${css}" x="${last.x + 10}" y="${round(at + (lower?.metric === metric ? overlap : 0))}">${metric}</text>`,
  );
}

/** A package's lines from its first point to its last, as small as a word. It only repeats what the trend says, so it is not read out. */
export function sparkline(values: readonly (number | null)[]): Html | null {
  const known = values.flatMap((pct, at) => (pct === null ? [] : [{ pct, at }]));
  if (known.length < 2) return null;
  const low = Math.min(...known.map(({ pct }) => pct));
  const span = Math.max(1, Math.max(...known.map(({ pct }) => pct)) - low);
  const path = known.map(
    ({ pct, at }, place) =>
      `${place === 0 || values[at - 1] === null ? "M" : "L"}${round((at / (values.length - 1)) * 76 + 2)} ${round(18 - ((pct - low) / span) * 16)}`,
  );
  return html`<svg class="spark" viewBox="0 0 80 20" aria-hidden="true"><path class="line a" d="${path.join("")}" /></svg>`;
}
