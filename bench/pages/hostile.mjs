import { git } from "../data/git.mjs";
import { write } from "../data/make-repository.mjs";

const FILE = "packages/shop/src/<img src=x onerror=alert(1)>.js";
const QUOTED = `packages/"quoted' & co`;
const TEST = "</script><script>alert(2)</script>";

/** What has to stand on the page as text. */
export const HOSTILE = ["<img src=x onerror=alert(1)>.js", `@x/"><svg onload=alert(3)>`, TEST, "</code><script>alert(4)</script>"];

/** A repository whose names and sources would do harm where one of them is not text. */
export function makeHostile(root) {
  const source = 'const a = "</code><script>alert(4)</script>";\nexport default a;\n';
  write(root, ".gitignore", "coverage/\n");
  write(root, "package.json", '{ "name": "hostile", "workspaces": ["packages/*"] }\n');
  write(root, "packages/shop/package.json", `${JSON.stringify({ name: `@x/"><svg onload=alert(3)>` })}\n`);
  write(root, `${QUOTED}/package.json`, `${JSON.stringify({ name: `it's "quoted" & <b>bold</b>` })}\n`);
  write(root, FILE, "export default 1;\n");
  write(root, `${QUOTED}/src/javascript:alert(5).js`, "export default 2;\n");
  git(root, "init", "--quiet", "--initial-branch=main");
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "-m", "<script>alert(6)</script>");
  git(root, "checkout", "--quiet", "-b", "change");
  write(root, FILE, source);
  write(
    root,
    "packages/shop/coverage/lcov.info",
    `SF:${FILE}\nFN:1,</td><script>alert(7)</script>\nFNDA:0,</td><script>alert(7)</script>\nDA:1,0\nDA:2,1\nend_of_record\n`,
  );
  write(root, `${QUOTED}/coverage/lcov.info`, "SF:src/javascript:alert(5).js\nDA:1,1\nend_of_record\n");
  write(
    root,
    "packages/shop/coverage/junit.xml",
    `<testsuite><testcase name="&lt;/script&gt;&lt;script&gt;alert(2)&lt;/script&gt;" file="${'"'.replace('"', "&quot;")}&gt;&lt;b&gt;" time="1.5"/></testsuite>`,
  );
}
