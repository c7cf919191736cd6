import { cleanup, render } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import "../../../src/app/theme/index.css";
import { chooseLocale } from "../../../src/app/i18n/index.ts";
import { Button, Dialog, NumberPad, Segment, TextField } from "../../../src/app/ui/index.ts";
import { readTheme, chooseTheme } from "../../../src/app/theme/theme.ts";

beforeEach(async () => {
  localStorage.clear();
  chooseLocale("kk");
  await page.viewport(1280, 800);
});
afterEach(cleanup);

function Name() {
  const [value, setValue] = useState("");
  return <TextField label="Тегі" value={value} onChange={setValue} hasKazakhBar />;
}

it("puts a Kazakh letter at the caret, a capital at the beginning, and keeps the focus", async () => {
  render(<Name />);
  const field = page.getByRole("textbox", { name: "Тегі" });
  await field.click();
  await page.getByRole("button", { name: "ә", exact: true }).click();
  await userEvent.type(field, "бдр");
  const input = field.element();
  if (!(input instanceof HTMLInputElement)) throw new Error("not an input");
  input.setSelectionRange(3, 3);
  await page.getByRole("button", { name: "і", exact: true }).click();
  await expect.element(field).toHaveValue("Әбдір");
  await expect.element(field).toHaveFocus();
  expect(input.selectionStart).toBe(4);
});

it("offers exactly the nine letters in their order, out of the way of the Tab key", async () => {
  render(<Name />);
  const bar = page.getByRole("group", { name: "Қазақ әріптері" });
  const letters = bar.getByRole("button").elements();
  expect(letters.map((letter) => letter.textContent).join(" ")).toBe("ә ғ қ ң ө ұ ү һ і");
  expect(letters.every((letter) => letter.getAttribute("tabindex") === "-1")).toBe(true);
  for (const letter of letters) expect(letter.getBoundingClientRect().width).toBeGreaterThanOrEqual(56);
});

it("takes the bar away once the keyboard has shown that it has the letters", async () => {
  render(<Name />);
  await userEvent.type(page.getByRole("textbox", { name: "Тегі" }), "Ұ");
  await expect.poll(() => page.getByRole("group", { name: "Қазақ әріптері" }).elements()).toEqual([]);
});

it("never lets the browser remember or correct what is typed", async () => {
  render(<Name />);
  const field = page.getByRole("textbox", { name: "Тегі" });
  await expect.element(field).toHaveAttribute("autocomplete", "off");
  await expect.element(field).toHaveAttribute("spellcheck", "false");
});

it("has pad keys of 72 px with gaps of 12", async () => {
  render(<NumberPad label="Цифрлар" eraseLabel="Өшіру" onDigit={() => undefined} onErase={() => undefined} />);
  const one = page.getByRole("button", { name: "1" }).element().getBoundingClientRect();
  const two = page.getByRole("button", { name: "2" }).element().getBoundingClientRect();
  expect([one.width, one.height, two.left - one.right]).toEqual([72, 72, 12]);
});

it("has a main action of 64 px and other buttons of 56 px", async () => {
  render(
    <>
      <Button kind="primary" isMain onPress={() => undefined}>
        Іске қосу
      </Button>
      <Button kind="secondary" onPress={() => undefined}>
        Жабу
      </Button>
    </>,
  );
  const main = page.getByRole("button", { name: "Іске қосу" }).element().getBoundingClientRect();
  expect(main.height).toBe(64);
  expect(main.width).toBeGreaterThanOrEqual(240);
  expect(page.getByRole("button", { name: "Жабу" }).element().getBoundingClientRect().height).toBe(56);
});

it("draws the two-coloured ring around what the keyboard reaches", async () => {
  render(
    <Button kind="secondary" onPress={() => undefined}>
      Жабу
    </Button>,
  );
  await userEvent.keyboard("{Tab}");
  const { outlineWidth, outlineStyle, boxShadow } = getComputedStyle(page.getByRole("button").element());
  expect([outlineWidth, outlineStyle]).toEqual(["3px", "solid"]);
  expect(boxShadow).toContain("rgb(255, 209, 102)");
});

it("chooses in a segment by arrow keys", async () => {
  const chosen: string[] = [];
  render(
    <Segment
      label="Тіл"
      options={[
        { value: "kk", label: "Қазақша" },
        { value: "ru", label: "Русский" },
      ]}
      value="kk"
      onChange={(value) => chosen.push(value)}
    />,
  );
  await userEvent.keyboard("{Tab}{ArrowRight}");
  expect(chosen).toEqual(["ru"]);
});

it("gives the focus back when a dialog closes, and writes no style element", async () => {
  function Asking() {
    const [isOpen, setIsOpen] = useState(false);
    return (
      <>
        <Button kind="secondary" onPress={() => setIsOpen(true)}>
          Көзі
        </Button>
        <Dialog title="Кім жауап береді?" isOpen={isOpen} onClose={() => setIsOpen(false)}>
          <p>мәтін</p>
        </Dialog>
      </>
    );
  }
  const marker = document.createElement("meta");
  marker.id = "react-aria-pressable-style";
  document.head.append(marker);
  const styles = (): number =>
    [...document.head.querySelectorAll("style")].filter((style) => !style.hasAttribute("data-vite-dev-id")).length;
  const before = styles();
  render(<Asking />);
  await page.getByRole("button", { name: "Көзі" }).click();
  await expect.element(page.getByRole("dialog", { name: "Кім жауап береді?" })).toBeVisible();
  await page.getByRole("button", { name: "Жабу" }).click();
  await expect.poll(() => page.getByRole("dialog").elements()).toEqual([]);
  await expect.element(page.getByRole("button", { name: "Көзі" })).toHaveFocus();
  expect(styles()).toBe(before);
  marker.remove();
});

it("sets every Kazakh letter in the one bundled family", async () => {
  await document.fonts.ready;
  const letters = "әғқңөұүһіӘҒҚҢӨҰҮҺІ№";
  for (const weight of [400, 600]) {
    const faces = await document.fonts.load(`${weight} 20px "IBM Plex Sans"`, letters);
    expect(faces.length).toBeGreaterThanOrEqual(2);
    for (const letter of letters) expect(document.fonts.check(`${weight} 20px "IBM Plex Sans"`, letter)).toBe(true);
  }
});

it("remembers sunlight until 20:00 and then returns to the theme before it", () => {
  const at = (hours: number, minutes: number): number => new Date(2021, 8, 6, hours, minutes).getTime();
  chooseTheme("night", at(8, 0));
  chooseTheme("sun", at(14, 0));
  expect(readTheme(at(19, 59))).toBe("sun");
  expect(readTheme(at(20, 0))).toBe("night");
});
