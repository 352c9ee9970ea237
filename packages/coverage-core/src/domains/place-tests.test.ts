import { describe, expect, it } from "vitest";
import { asRepoPath } from "../path/repo-path.js";
import { createTestPlacer } from "./place-tests.js";

const FILES = [
  "api/tests/test_a.py",
  "api/tests/deep/test_a.py",
  "api/more/tests/test_b.py",
  "api/tests/test_b.py",
  "api/x/test_c.py",
  "api/y/test_c.py",
  "api/src/test/java/com/shop/PriceTest.java",
];

function check(place: string, expected: string | null, folder = "api"): void {
  const place_ = createTestPlacer({
    root: "/repo",
    folder: folder === "" ? "" : asRepoPath(folder),
    files: FILES.map(asRepoPath),
    pathMaps: [{ from: "/ci", to: "api" }],
  });
  const isPath = place.includes("/");
  expect(place_({ path: isPath ? place : null, dotted: isPath ? [] : place.split(".") })).toBe(expected);
}

describe("a test stands in the file", () => {
  it.each<[string, string, string | null]>([
    ["whose path is absolute", "/repo/api/tests/test_a.py", "api/tests/test_a.py"],
    ["whose path is relative to the package", "tests/test_a.py", "api/tests/test_a.py"],
    ["whose path is relative to the repository", "api/tests/test_a.py", "api/tests/test_a.py"],
    ["whose path is of another machine, by a path map", "/ci/tests/test_b.py", "api/tests/test_b.py"],
    ["whose path ends like it", "/elsewhere/deep/test_a.py", "api/tests/deep/test_a.py"],
    ["whose dotted name it has", "tests.test_a", "api/tests/test_a.py"],
    ["with whose dotted name that of its class begins", "tests.deep.test_a.TestX", "api/tests/deep/test_a.py"],
    ["from the package's root, where a longer path ends alike", "tests.test_b", "api/tests/test_b.py"],
    ["of the longer path, where more of it is said", "more.tests.test_b.TestX", "api/more/tests/test_b.py"],
    ["of Java, by the end of its path", "com.shop.PriceTest", "api/src/test/java/com/shop/PriceTest.java"],
    ["that nobody knows, where two fit as well", "test_c", null],
    ["that nobody knows, where none fits", "tests.test_z", null],
    ["that nobody knows, where its folder is another", "other.test_a", null],
    ["that nobody knows, where nothing is said", "", null],
  ])("%s", (_sentence, place, expected) => check(place, expected));

  it("of a repository that is one package", () => check("api.tests.test_a", "api/tests/test_a.py", ""));
});
