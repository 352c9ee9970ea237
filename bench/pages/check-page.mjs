// What a page has to hold in a real browser. Each check answers with what it says, its faults, and a figure where there is one.
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { brokenLinks, missedStops } from "./keyboard.mjs";

const LOOKS = [
  { look: "light", colorScheme: "light", viewport: { width: 1360, height: 900 } },
  { look: "dark", colorScheme: "dark", viewport: { width: 1360, height: 900 } },
  { look: "phone", colorScheme: "light", viewport: { width: 390, height: 844 }, isMobile: true, deviceScaleFactor: 1 },
  { look: "phone-dark", colorScheme: "dark", viewport: { width: 390, height: 844 }, isMobile: true, deviceScaleFactor: 1 },
];
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_MS = 2_000;

/** @param more `isLarge` where size and time are held; `has` texts that have to be on it. */
export async function checkPage(browser, file, { name, shots, isLarge = false, has = [] }) {
  const url = pathToFileURL(file).href;
  const checks = [];
  for (const { look, ...options } of LOOKS.slice(0, isLarge ? 3 : 4)) {
    const said = [];
    const page = await openPage(browser, url, options, said);
    await page.screenshot({ path: join(shots, `${name}-${look}.png`), fullPage: !isLarge });
    checks.push({ says: `nothing serious in ${look} by axe`, faults: await axeFaults(page) });
    checks.push({ says: `nothing wider than the window in ${look}`, faults: await wideFaults(page) });
    if (look === "light") checks.push(...(await behaviours(page, { has, shots, name })));
    checks.push({ says: `no error and no request in ${look}`, faults: said });
    await page.context().close();
  }
  checks.push(await checkPlain(browser, url, join(shots, `${name}-plain.png`), isLarge));
  if (isLarge) checks.push(sizeOf(file), await timeOf(browser, url));
  return checks;
}

/** A page, and everything that it says or asks for beside its own file. */
async function openPage(browser, url, options, said) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => void (said.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => request.url().split("#")[0] === url || said.push(`request: ${request.url()}`));
  await page.goto(url, { waitUntil: "load" });
  return page;
}

async function axeFaults(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return grave.map(
    ({ id, help, nodes }) => `${id}: ${help}, ${nodes.length} times, first ${nodes[0].target.join(" ")}: ${nodes[0].failureSummary}`,
  );
}

function wideFaults(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return wide > 0 ? [`the page is ${wide} px wider than its window`] : [];
  });
}

async function behaviours(page, { has, shots, name }) {
  const text = await page.locator("body").innerText();
  const markup = await page.evaluate(
    () => document.querySelectorAll("img, iframe, object, embed, link, form").length + document.scripts.length,
  );
  return [
    { says: "what belongs on it", faults: has.filter((each) => !text.includes(each)).map((each) => `it does not say ${each}`) },
    { says: "no element of anybody else", faults: markup === 1 ? [] : [`${markup - 1} elements too many`] },
    { says: "each link leads somewhere", faults: await brokenLinks(page) },
    { says: "each row of a file opens by its address", faults: await rowFaults(page) },
    { says: "the keyboard reaches it all", faults: await missedStops(page) },
    { says: "the theme", faults: await themeFaults(page) },
    { says: "the filter", faults: await filterFaults(page) },
    { says: "sorting", faults: await sortFaults(page) },
    { says: "print", faults: await printFaults(page, join(shots, `${name}.pdf`)) },
  ];
}

async function rowFaults(page) {
  const id = await page.evaluate(() => [...document.querySelectorAll("table.files tbody tr")].at(-1)?.id);
  if (id === undefined) return ["there is no row"];
  await page.evaluate((hash) => void (location.hash = hash), `#${id}`);
  const isSeen = await page.locator(`#${id}`).isVisible();
  await page.evaluate(() => document.querySelectorAll("details.package").forEach((each) => (each.open = false)));
  return isSeen ? [] : [`row ${id} stays hidden`];
}

async function themeFaults(page) {
  const button = page.locator("#theme");
  const seen = [];
  for (let times = 0; times < 3; times += 1) {
    await button.click();
    seen.push(
      await page.evaluate(
        () => `${document.documentElement.dataset.theme ?? "automatic"} ${getComputedStyle(document.body).backgroundColor}`,
      ),
    );
  }
  const themes = seen.map((each) => each.split(" ")[0]).join(" ");
  const [light, dark] = seen;
  return themes === "light dark automatic" && light.slice(6) !== dark.slice(5) ? [] : [`pressed three times: ${seen.join(", ")}`];
}

async function filterFaults(page) {
  const rows = page.locator("table.files tbody tr:visible");
  const first = await page.evaluate(() => document.querySelector("table.files tbody th bdi").textContent);
  await page.locator("#filter").fill(first.toUpperCase());
  await page.waitForFunction(() => document.querySelector("#found").textContent !== "");
  const found = await rows.allTextContents();
  await page.locator("#filter").fill("");
  await page.waitForFunction(() => document.querySelector("#found").textContent === "");
  const left = await rows.count();
  const faults =
    found.length > 0 && found.every((each) => each.toLowerCase().includes(first.toLowerCase())) ? [] : [`${first}: ${found.length} rows`];
  return left === 0 ? faults : [...faults, `${left} rows stay where nothing is asked for any more`];
}

async function sortFaults(page) {
  const values = () =>
    page.evaluate(() => [...document.querySelector("#packages tbody").rows].map((row) => Number(row.cells[4].dataset.v)));
  const head = page.locator("#packages thead th").nth(4);
  const orders = [];
  for (let times = 0; times < 2; times += 1) {
    await head.locator("button").click();
    orders.push({ sort: await head.getAttribute("aria-sort"), values: await values() });
  }
  const [up, down] = orders;
  const isAscending = (list) => list.every((each, at) => at === 0 || list[at - 1] <= each);
  const isRight = up.sort === "ascending" && down.sort === "descending" && isAscending(up.values) && isAscending(down.values.toReversed());
  return isRight ? [] : [JSON.stringify(orders)];
}

async function printFaults(page, path) {
  const bytes = await page.pdf({ path, format: "A4", printBackground: true });
  return bytes.subarray(0, 5).toString() === "%PDF-" && bytes.length > 10_000 ? [] : [`a PDF of ${bytes.length} bytes`];
}

/** Without JavaScript everything can be read; what would do nothing is not there. */
async function checkPlain(browser, url, path, isLarge) {
  const said = [];
  const page = await openPage(browser, url, { javaScriptEnabled: false, viewport: { width: 1360, height: 900 } }, said);
  await page.screenshot({ path, fullPage: !isLarge });
  const hidden = [await page.locator("#theme").isVisible(), await page.locator(".tools").isVisible()];
  const summary = page.locator("details.package > summary").first();
  await summary.click();
  const opens = await page.locator("table.files").first().isVisible();
  await page.context().close();
  return {
    says: "without JavaScript",
    faults: [...said, ...(hidden.includes(true) ? ["a control that does nothing"] : []), ...(opens ? [] : ["a package does not open"])],
  };
}

function sizeOf(file) {
  const { size } = statSync(file);
  const figure = `${(size / 2 ** 20).toFixed(2)} MB of at most 5`;
  return { says: "size", figure, faults: size <= MOST_BYTES ? [] : [figure] };
}

/** The best of three: other work on the machine is none of the page's. */
async function timeOf(browser, url) {
  const times = [];
  for (let run = 0; run < 3; run += 1) {
    const page = await openPage(browser, url, { viewport: { width: 1360, height: 900 } }, []);
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    const seen = () =>
      Math.max(
        performance.getEntriesByName("first-contentful-paint")[0].startTime,
        performance.getEntriesByType("navigation")[0].loadEventEnd,
      );
    times.push(await page.evaluate(seen));
    await page.context().close();
  }
  const best = Math.min(...times);
  const figure = `painted and loaded after ${best.toFixed(0)} ms of at most ${MOST_MS} (${times.map((each) => each.toFixed(0)).join(", ")})`;
  return { says: "time", figure, faults: best <= MOST_MS ? [] : [figure] };
}
