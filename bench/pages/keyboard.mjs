/** @returns links that lead nowhere, or out of the page. */
export function brokenLinks(page) {
  return page.evaluate(() => {
    const links = [...document.querySelectorAll("a")].map((each) => each.getAttribute("href") ?? "");
    const broken = links.filter((href) => !href.startsWith("#") || document.getElementById(href.slice(1)) === null);
    return links.length === 0 ? ["there are no links"] : broken.slice(0, 5).map((href) => `nowhere: ${href}`);
  });
}

/** What the Tab key has to reach, in this order. The map is left by its own link: it may hold thousands of files. */
const STOPS = ["skip", "theme", "nav", "packages", "map-skip", "map", "filter", "details"];
const MOST_TABS = 900;

/** @returns the stops that Tab does not reach, or not in order. */
export async function missedStops(page) {
  await page.evaluate(() => (window.scrollTo(0, 0), document.activeElement?.blur()));
  const reached = [];
  for (let tabs = 0; tabs < MOST_TABS && reached.at(-1) !== "details"; tabs += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(stopOf);
    if (stop !== null && !reached.includes(stop)) reached.push(stop);
    // One cell is enough: back to the link before the map, and over it.
    if (stop === "map") {
      await page.locator("#map a.skip").focus();
      await page.keyboard.press("Enter");
    }
  }
  const wanted = STOPS.filter((each) => reached.includes(each));
  const missed = STOPS.filter((each) => !reached.includes(each)).map((each) => `Tab does not reach ${each}`);
  return reached.join() === wanted.join() ? missed : [...missed, `in another order: ${reached.join(", ")}`];
}

/** Runs in the page. */
function stopOf() {
  const here = document.activeElement;
  const isIn = (selector) => here.closest(selector) !== null;
  if (here === null || here === document.body) return null;
  if (here.id === "theme" || here.id === "filter") return here.id;
  if (isIn("nav")) return "nav";
  if (here.matches("body > .skip")) return "skip";
  if (here.matches("#map .skip")) return "map-skip";
  if (isIn("svg.map")) return "map";
  if (isIn("#packages")) return "packages";
  return here.matches("details.package > summary") ? "details" : null;
}
