// The officer's size of text scales the page's root: a size in px would stay as it is while everything around it grows.
import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("gives every size of text and every height of a line in rem", () => {
  const files = globSync("src/app/**/*.css");
  expect(files.length).toBeGreaterThan(50);
  const inPixels = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/(?:font-size|line-height):[^;]*\dpx[^;]*;/gu)].map(
      ([declaration]) => `${file}: ${declaration}`,
    ),
  );
  expect(inPixels).toEqual([]);
});
