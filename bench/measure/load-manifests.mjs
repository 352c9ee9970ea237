// Started fresh for every sample: prints how many manifests it read, and in how many milliseconds since node's own modules were there;
// `readMs` begins when the packages are imported too.
import "node:fs/promises";
import "node:path";
import "node:url";
const begun = performance.now();
const built = (name) => import(new URL(`../../packages/${name}/dist/index.js`, import.meta.url).href);
const [{ readPackages }, { parseFeatureSource }] = await Promise.all([built("coverage-io"), built("coverage-core")]);
const imported = performance.now();
const packages = await readPackages(process.cwd());
const manifests = packages.flatMap(({ manifest }) => (manifest === null ? [] : [parseFeatureSource(manifest.file, manifest.text)]));
const ended = performance.now();
process.stdout.write(JSON.stringify({ manifests: manifests.length, ms: ended - begun, readMs: ended - imported }));
