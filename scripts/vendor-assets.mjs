// Copies the few front-end files that the pages use, with their licences, from node_modules into wwwroot/lib. Run by `npm run vendor`.
import { copyFileSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const lib = join(root, "src/DiemSang.Web/wwwroot/lib");

function vendor(folder, ...sources) {
  mkdirSync(join(lib, folder), { recursive: true });
  for (const source of sources) {
    copyFileSync(join(root, "node_modules", source), join(lib, folder, basename(source)));
  }
}

const font = "@fontsource/be-vietnam-pro";
const faces = ["latin", "vietnamese"].flatMap(subset => [400, 600, 700].map(weight => `${font}/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`));
vendor("be-vietnam-pro", `${font}/LICENSE`, ...faces);
vendor("htmx", "htmx.org/LICENSE", "htmx.org/dist/htmx.min.js");
