import { expect, it } from "vitest";
import { sparkline } from "./sparkline.js";

it.each<[string, (number | null)[][], number, string]>([
  ["from the lowest to the highest", [[0, 50, 100]], 9, "▁▅█"],
  ["each height once", [[1, 2, 3, 4, 5, 6, 7, 8]], 9, "▁▂▃▄▅▆▇█"],
  ["level, where nothing moved", [[5, 5]], 9, "▄▄"],
  ["level, where there is one figure", [[5]], 9, "▄"],
  ["a dot, where nobody knows", [[null, 1, 2]], 9, "·▁█"],
  ["dots, where nobody knows anything", [[null, null]], 9, "··"],
  ["interrupted by a break, on one scale", [[1, 2], [3]], 9, "▁▅│█"],
  ["of more than there is room for, the last of each few", [[1, 9, 2, 9, 3, 9, 4, 1]], 4, "███▁"],
  ["of more than there is room for, the very last too", [[1, 2, 3, 4, 9]], 2, "▃█"],
  ["a bar at least of each part", [[1], [1, 1, 1, 1, 1, 1], [2]], 2, "▁│▁│█"],
  ["nothing of nothing", [], 9, ""],
])("%s", (_sentence, series, most, expected) => {
  expect(sparkline(series, most)).toBe(expected);
});
