// T-05: whoever leaves the form in the middle of a person finds it again, whatever made him leave.
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createPageLock } from "../../../src/app/tablet/lock/page-lock.ts";
import type { FakeTablet } from "./support/fake-tablet.ts";
import { childrensHome, showScreen } from "./support/render-screen.tsx";

const add = () => page.getByRole("button", { name: "Респондент қосу" });
const surname = () => page.getByRole("textbox", { name: "Тегі" });
const given = () => page.getByRole("textbox", { name: "Аты *" });
const offer = (who: string) => page.getByText(`Жазылып, тізімге әлі енгізілмеген: ${who}`);
const goOn = () => page.getByRole("button", { name: "Жалғастыру" });
const close = () => page.getByRole("button", { name: "Жабу" });

async function beginPerson(): Promise<void> {
  await add().click();
  await surname().fill("Сейтов");
  await given().fill("Асан");
}

/** As `main.tsx` wires it; what the page shows after the lock is a new page. */
function lock(tablet: FakeTablet, leavePage: () => void): Promise<void> {
  return new Promise((resolve) => {
    createPageLock({
      tablet: { lock: async () => "full" },
      terminate: leavePage,
      reload: resolve,
      leaveField: () => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        // The worker ends right after: whatever was not handed over by now is lost.
        expect(tablet.typings()).toMatchObject([{ lineId: null, typed: { surname: "Сейтов", given: "Асан" } }]);
      },
      setTimeout: () => undefined,
    }).lock();
  });
}

it("keeps what was typed when the form is closed, and offers it when it opens again", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await beginPerson();
  await page.getByRole("textbox", { name: "Күні" }).first().click();
  for (const digit of "17") {
    await page.getByRole("group", { name: "Цифрлар" }).getByRole("button", { name: digit, exact: true }).click();
  }
  await page.getByRole("button", { name: "қызметкер", exact: true }).click();
  await close().click();
  await expect.element(page.getByText("Жазылғаны сақтаулы. Кейін жалғастыруға болады.")).toBeVisible();
  await add().click();
  await expect.element(offer("Сейтов Асан")).toBeVisible();
  await expect.element(goOn()).toHaveFocus();
  await goOn().click();
  await expect.element(surname()).toHaveValue("Сейтов");
  await expect.element(given()).toHaveValue("Асан");
  await expect.element(page.getByRole("textbox", { name: "Күні" }).first()).toHaveValue("17");
  await expect
    .element(page.getByRole("button", { name: "қызметкер", exact: true }))
    .toHaveAttribute("aria-pressed", "true");
  expect(tablet.people()).toHaveLength(3);
});

it("forgets it when the officer discards it, and when the person is saved", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await beginPerson();
  await close().click();
  await add().click();
  await page.getByRole("button", { name: "Жазылғанды өшіру" }).click();
  await expect.element(surname()).toHaveValue("");
  await expect.poll(() => tablet.typings()).toEqual([]);

  await surname().fill("Оспанова");
  await given().fill("Дана");
  await page.getByRole("button", { name: "тұрғын" }).click();
  await expect.poll(() => tablet.typings()).toHaveLength(1);
  await page.getByRole("button", { name: "Сақтау және келесісін қосу" }).click();
  await expect.element(page.getByText("Қосылды: № 4")).toBeVisible();
  await close().click();
  expect(tablet.typings()).toEqual([]);
  await add().click();
  await expect.element(surname()).toHaveValue("");
});

it("keeps a new person while another line is opened, and what is corrected in that one too", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await beginPerson();
  const second = page.getByRole("button", { name: "Алпысов Нұрлан Ерікұлы" });
  await second.click();
  await given().fill("Нұржан");
  await close().click();
  await add().click();
  await expect.element(offer("Сейтов Асан")).toBeVisible();
  await second.click();
  await expect.element(offer("Алпысов Нұржан Ерікұлы")).toBeVisible();
  await goOn().click();
  await expect.element(given()).toHaveValue("Нұржан");
  await page.getByRole("button", { name: "Өзгерісті жазу" }).click();
  await expect.element(page.getByText("Өзгеріс жазылды: № 2")).toBeVisible();
  await close().click();
  await page.getByRole("button", { name: "Алпысов Нұржан Ерікұлы" }).click();
  await expect.element(given()).toHaveValue("Нұржан");
  expect(tablet.typings()).toMatchObject([{ lineId: null, isOpen: false }]);
});

it("goes on in the same form after a lock", async () => {
  const tablet = childrensHome();
  const { unmount } = showScreen(tablet, "/list");
  await beginPerson();
  await lock(tablet, unmount);
  showScreen(tablet, "/list");
  await expect.element(given()).toHaveValue("Асан");
  await expect.element(surname()).toHaveValue("Сейтов");
});

it("goes on after a lock in a form that was opened from elsewhere, and mixes nobody into it", async () => {
  const tablet = childrensHome();
  const { unmount } = showScreen(tablet, "/list?add");
  await surname().fill("Сейтов");
  unmount();
  const again = showScreen(tablet, "/list?add");
  await expect.element(surname()).toHaveValue("Сейтов");
  again.unmount();

  showScreen(tablet, "/respondents");
  await page.getByRole("textbox", { name: "Іздеу: аты-жөні немесе №" }).fill("оспанова");
  await page.getByRole("link", { name: "Тізімге қосу" }).click();
  await expect.element(offer("Сейтов")).toBeVisible();
  await page.getByRole("button", { name: "Жазылғанды өшіру" }).click();
  await expect.element(surname()).toHaveValue("Оспанова");
});

it("goes on after a lock in a form that was gone on with and not touched since", async () => {
  const tablet = childrensHome();
  const { unmount } = showScreen(tablet, "/list");
  await beginPerson();
  await close().click();
  await add().click();
  await goOn().click();
  await expect.element(surname()).toHaveValue("Сейтов");
  unmount();
  showScreen(tablet, "/list");
  await expect.element(surname()).toHaveValue("Сейтов");
});

it("goes on in the form of a line after a lock", async () => {
  const tablet = childrensHome();
  const { unmount } = showScreen(tablet, "/list");
  await page.getByRole("button", { name: "Алпысов Нұрлан Ерікұлы" }).click();
  await given().fill("Нұржан");
  unmount();
  showScreen(tablet, "/list");
  await expect.element(page.getByRole("heading", { name: /^№ 2/u })).toBeVisible();
  await expect.element(given()).toHaveValue("Нұржан");
});

it("has on the disk what was typed when the page is loaded anew, and a second after it was typed in any case", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await add().click();
  await surname().fill("Сейтов");
  window.dispatchEvent(new Event("pagehide"));
  expect(tablet.typings()).toMatchObject([{ typed: { surname: "Сейтов" }, isOpen: true }]);
  await surname().fill("Сейтова");
  expect(tablet.typings()).toMatchObject([{ typed: { surname: "Сейтов" } }]);
  // Nothing is left, nothing is tapped.
  await expect.poll(() => tablet.typings(), { timeout: 3000 }).toMatchObject([{ typed: { surname: "Сейтова" } }]);
});

it("keeps nothing of a form in which nothing was said", async () => {
  const tablet = childrensHome();
  showScreen(tablet, "/list");
  await add().click();
  await surname().fill("С");
  await surname().fill("");
  await page.getByRole("button", { name: "тұрғын" }).click();
  await close().click();
  expect(tablet.typings()).toEqual([]);
  await expect.element(page.getByText(/^Жазылғаны сақтаулы/u)).not.toBeInTheDocument();
});

it("offers initials only where names are hidden, after a lock too", async () => {
  const tablet = childrensHome(true);
  const { unmount } = showScreen(tablet, "/list");
  await beginPerson();
  unmount();
  showScreen(tablet, "/list");
  await expect.element(offer("С. А.")).toBeVisible();
  expect(document.body.textContent).not.toContain("Сейтов");
  await goOn().click();
  await expect.element(surname()).toHaveValue("Сейтов");
});

it("is named before the list is signed without it", async () => {
  const tablet = childrensHome();
  const { unmount } = showScreen(tablet, "/list");
  await beginPerson();
  await close().click();
  unmount();
  const { history } = showScreen(tablet, "/list/sign");
  await expect.element(page.getByText("Толтырылып, сақталмаған респондент бар: ол әлі тізімде жоқ.")).toBeVisible();
  await goOn().click();
  expect(history().at(-1)).toBe("/list?add");
  await expect.element(offer("Сейтов Асан")).toBeVisible();
});

it("says when it cannot be kept", async () => {
  const tablet = childrensHome();
  tablet.breakWrites(true);
  showScreen(tablet, "/list");
  await beginPerson();
  await expect
    .element(page.getByRole("alert"))
    .toHaveTextContent("✕ Өзгеріс жазылмады. Енгізілген дерек осы бетте тұр.");
  tablet.breakWrites(false);
  await given().fill("Асанәлі");
  await surname().click();
  await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
});
