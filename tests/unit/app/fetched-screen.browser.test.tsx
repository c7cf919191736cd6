import { cleanup, render } from "@testing-library/react";
import { Suspense, useState } from "react";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { fetchedScreen } from "../../../src/app/tablet/fetched-screen.tsx";

function Counted({ name }: { readonly name: string }) {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {name} {count}
    </button>
  );
}

afterEach(cleanup);

it("paints a screen at once whose chunk is there, without the page that waits", async () => {
  const Screen = fetchedScreen(() => Promise.resolve(Counted));
  await Screen.fetch();
  render(
    <Suspense fallback="waiting">
      <Screen name="list" />
    </Suspense>,
  );
  expect(document.body.textContent).toContain("list 0");
  expect(document.body.textContent).not.toContain("waiting");
});

it("waits for the chunk where it was not fetched, and keeps what the screen holds from then on", async () => {
  const { promise, resolve } = Promise.withResolvers<typeof Counted>();
  const Screen = fetchedScreen(() => promise);
  const shown = (name: string) => (
    <Suspense fallback="waiting">
      <Screen name={name} />
    </Suspense>
  );
  const { rerender } = render(shown("list"));
  expect(document.body.textContent).toContain("waiting");
  resolve(Counted);
  await page.getByRole("button", { name: "list 0" }).click();
  rerender(shown("respondents"));
  await expect.element(page.getByRole("button", { name: "respondents 1" })).toBeVisible();
});
