import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createFakeTablet, nowMs, row, rows, type Scenario } from "./support/fake-tablet.ts";
import { showApp } from "./support/show-app.tsx";

it("recommends one action by the person's name", async () => {
  const { api } = createFakeTablet({ rows: rows({ ready: 3, "not-started": 2 }) });
  const { history } = showApp(api);
  const next = page.getByRole("link", {
    name: "Келесі респондентке сауал салу № 4 Нұрланұлы Мария Серікқызы, 2007 ж. т.",
  });
  await next.click();
  expect(history().at(-1)).toBe("/start/line-00000000000000004");
});

it("names no one in a protected institution, the institution neither", async () => {
  showApp(createFakeTablet({ rows: rows({ ready: 3, "not-started": 2 }), isProtected: true }).api);
  await expect
    .element(page.getByRole("link", { name: "Келесі респондентке сауал салу № 4, толық жасы: 14" }))
    .toBeVisible();
  expect(document.body.textContent).not.toContain("Нұрланұлы");
  expect(document.body.textContent).not.toContain("балалар");
  await expect.element(page.getByText("KZO-0118")).toBeVisible();
});

it.each([
  ["an empty list asks to make one", { rows: [], isSigned: false }, "Тізім жасау"],
  [
    "a list that changed after it was sent asks to send the changes once everybody was asked",
    { rows: [{ ...row(1, "accepted"), isChangedAfterSigning: true }] },
    "Тізімдегі өзгерістерді жөнелту",
  ],
  ["a list not signed asks for the signature", { rows: rows({ "not-started": 3 }), isSigned: false }, "Тізімді бекіту"],
  ["an open form comes first", { rows: rows({ "being-filled": 1, "not-started": 3 }) }, "Сауалды жалғастыру"],
  [
    "a returned form comes before the next person",
    { rows: rows({ refused: 1, "not-started": 3 }) },
    "Қайтарылған парақты түзету",
  ],
  [
    "the premises' form comes when all were asked",
    { rows: rows({ ready: 2 }), premises: "not-started" as const },
    "Тұрғын үй жағдайын толтыру",
  ],
  ["when all were asked it is time to send", { rows: rows({ ready: 2, accepted: 3 }) }, "Деректерді жөнелту"],
])("%s", async (_title, scenario, words) => {
  showApp(createFakeTablet(scenario).api);
  await expect.element(page.getByRole("link", { name: words, exact: false }).first()).toBeVisible();
});

it("says that all is done, without an action, when all is accepted", async () => {
  showApp(createFakeTablet({ rows: rows({ accepted: 3 }) }).api);
  await expect.element(page.getByText("Барлық парақты Департамент қабылдады")).toBeVisible();
});

it("counts the five places in words and shows the last send mark", async () => {
  showApp(
    createFakeTablet({ rows: rows({ "being-filled": 2, ready: 12, "on-usb": 3, accepted: 40, refused: 1 }) }).api,
  );
  const places = page.getByRole("region", { name: "Деректер қайда?" });
  for (const [word, count] of [
    ["Толтырылып жатыр", "2"],
    ["Дайын, тек осы планшетте", "12"],
    ["USB-ге түсірілді, қабылдау расталмаған", "3"],
    ["Департамент қабылдады", "40"],
    ["Түзетуге қайтарылды", "1"],
  ] as const) {
    await expect.element(places.getByText(word)).toBeVisible();
    const definition = [...document.querySelectorAll("dt")].find(
      (term) => term.textContent === word,
    )?.nextElementSibling;
    expect(definition?.textContent).toBe(count);
  }
  await expect.element(places.getByText(/№ 0412-7/u)).toBeVisible();
  await expect.element(places.getByText(/Ең ескі жөнелтілмеген парақ: 2/u)).toBeVisible();
});

it("follows a change of the tablet without being asked", async () => {
  const fake = createFakeTablet({ rows: rows({ ready: 1, "not-started": 1 }) });
  let accepted = 0;
  const api = {
    ...fake.api,
    readDelivery: async () => {
      const delivery = await fake.api.readDelivery();
      return { ...delivery, places: delivery.places === null ? null : { ...delivery.places, accepted } };
    },
  };
  showApp(api);
  await expect.element(page.getByText("Қабылданды: 0")).toBeVisible();
  accepted = 5;
  fake.poke("delivery");
  await expect.element(page.getByText("Қабылданды: 5")).toBeVisible();
});

it("offers tiles only for what exists and what there is", async () => {
  showApp(createFakeTablet({ rows: rows({ "not-started": 3 }) }).api);
  const tiles = page.getByRole("navigation", { name: "Бүгінгі жұмыс" });
  await expect.element(tiles).toBeVisible();
  expect(
    tiles
      .getByRole("link")
      .elements()
      .map((tile) => tile.getAttribute("href")),
  ).toEqual(["/respondents?show=all", "/list", "/help", "/practice"]);
});

it("offers a waiting release, which is applied by one tap", async () => {
  let applied = 0;
  showApp(createFakeTablet().api, {
    actions: {
      onUpdateWaiting: (listener) => {
        listener();
        return () => undefined;
      },
      applyUpdate: async () => {
        applied += 1;
      },
    },
  });
  await page.getByRole("button", { name: "Жаңарту" }).click();
  expect(applied).toBe(1);
});

it("locks by its button and by F8", async () => {
  let locked = 0;
  showApp(createFakeTablet().api, { actions: { lock: () => (locked += 1) } });
  await page.getByRole("button", { name: "Құлып" }).click();
  window.dispatchEvent(new KeyboardEvent("keydown", { code: "F8", bubbles: true, cancelable: true }));
  expect(locked).toBe(2);
});

it("warns of a clock that looks wrong and stops nothing", async () => {
  showApp(createFakeTablet({ clockVerdict: "warn" }).api);
  const date = new Date(nowMs);
  const day = String(date.getDate()).padStart(2, "0");
  await expect
    .element(
      page.getByText(`Планшеттегі күн мен уақыт дұрыс емес сияқты: ${day}.09.2021. Сауал салуды жалғастыруға болады.`),
    )
    .toBeVisible();
  await expect.element(page.getByRole("link", { name: "Сауалды жалғастыру", exact: false }).first()).toBeVisible();
});

it("goes into sunlight and back by one tap", async () => {
  showApp(createFakeTablet().api);
  const sun = page.getByRole("button", { name: "Күн астында" });
  await sun.click();
  expect(document.documentElement.dataset["theme"]).toBe("sun");
  await expect.element(sun).toHaveAttribute("aria-pressed", "true");
  await sun.click();
  expect(document.documentElement.dataset["theme"]).toBe("day");
});

it("turns a bug into one sentence with a reference and never its message", async () => {
  let reloaded = 0;
  const api = {
    ...createFakeTablet().api,
    readList: async (): Promise<never> => {
      throw new Error("Ахметова answered 7");
    },
  };
  showApp(api, { reload: () => (reloaded += 1) });
  await expect
    .element(page.getByRole("alert"))
    .toHaveTextContent(
      /Бағдарлама тоқтап қалды\. ?Енгізілген дерек сақтаулы\. ?Департаментке айтатын белгі: 0\.1\.0-[0-9a-f]{8}/u,
    );
  expect(document.body.textContent).not.toContain("answered 7");
  await page.getByRole("button", { name: "Қайта ашу" }).click();
  expect(reloaded).toBe(1);
});

it("keeps one neutral title", async () => {
  const before = document.title;
  showApp(createFakeTablet().api);
  await expect.element(page.getByRole("region", { name: "Деректер қайда?" })).toBeVisible();
  expect(document.title).toBe(before);
});

it.each([
  [1280, 800],
  [800, 1280],
])("keeps the practice in sight beside help at %s × %s", async (...size) => {
  await page.viewport(...size);
  const { history } = showApp(createFakeTablet({ rows: rows({ "being-filled": 2, ready: 3, "not-started": 4 }) }).api);
  const tiles = page.getByRole("navigation", { name: "Бүгінгі жұмыс" });
  const practice = tiles.getByRole("link", { name: "Жаттығу" });
  await expect.element(practice).toBeInViewport({ ratio: 1 });
  await practice.click();
  expect(history().at(-1)).toBe("/practice");
});

it("says what to do where the browser may clear the data, and asks it again", async () => {
  const scenario: { persisted: boolean } & Scenario = { rows: rows({ ready: 1 }), persisted: false };
  const ownPersist = navigator.storage.persist.bind(navigator.storage);
  const answers = [false, true];
  Object.defineProperty(navigator.storage, "persist", {
    configurable: true,
    value: async () => {
      const isKept = answers.shift() ?? true;
      scenario.persisted = isKept;
      return isKept;
    },
  });
  try {
    showApp(createFakeTablet(scenario).api);
    await expect.element(page.getByText("Браузер деректерді тұрақты сақтауға рұқсат бермеді")).toBeVisible();
    await expect.element(page.getByText(/«Қолданбаны орнату»/u)).toBeVisible();
    await page.getByRole("button", { name: "Рұқсатты қайта сұрау" }).click();
    await expect.element(page.getByText("Браузер тағы рұқсат бермеді.")).toBeVisible();
    await page.getByRole("button", { name: "Рұқсатты қайта сұрау" }).click();
    await expect.element(page.getByText("Браузер деректерді тұрақты сақтауға рұқсат бермеді")).not.toBeInTheDocument();
  } finally {
    Object.defineProperty(navigator.storage, "persist", { configurable: true, value: ownPersist });
  }
});
