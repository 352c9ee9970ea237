import { boot } from "./di/boot.js";

const { checkOut } = boot();
process.stdout.write(`${checkOut([{ name: "tea", cents: 300 }])}\n`);
