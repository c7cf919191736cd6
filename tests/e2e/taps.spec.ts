// The tap budgets of the frequent jobs (ux 2.5): one walk of a working day, each job counted by the pointer itself.
// A digit of a pad is no tap of the budget.
import { join } from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { enrolmentLink } from "./support/enrolment-link.ts";
import { createOfficer } from "./support/officer.ts";
import { createRunningServer, type RunningServer } from "./support/running-server.ts";
import { openTabletBrowser, type TabletBrowser } from "./support/tablet-browser.ts";

let server: RunningServer;
let tablet: TabletBrowser;

test.beforeAll(async () => {
  server = await createRunningServer();
  tablet = await openTabletBrowser();
});

test.afterAll(async () => {
  await tablet.remove();
  await server.remove();
});

/** Counts pointer presses from now on; a digit key of a pad and a text field do not count. */
async function startCounting(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = window as unknown as { taps?: number };
    const isNew = counted.taps === undefined;
    counted.taps = 0;
    if (!isNew) return;
    window.addEventListener(
      "pointerdown",
      ({ target }) => {
        if (!(target instanceof Element)) return;
        const control = target.closest("button, a, input, label, select");
        if (control instanceof HTMLInputElement && control.type === "text") return;
        if (control !== null && /^\d$/u.test(control.textContent.trim())) return;
        counted.taps = (counted.taps ?? 0) + 1;
      },
      { capture: true },
    );
  });
}

async function tapsCounted(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { taps: number }).taps);
}

async function withinTaps(page: Page, limit: number, job: () => Promise<void>): Promise<void> {
  await startCounting(page);
  await job();
  const taps = await tapsCounted(page);
  expect(taps, "taps").toBeLessThanOrEqual(limit);
  expect(taps, "the counter counts").toBeGreaterThan(0);
}

test("the frequent jobs stay within their taps", async () => {
  test.setTimeout(300_000);
  const page = tablet.page();
  const officer = createOfficer(page);
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
  const sections = page.getByRole("navigation", { name: "Бөлімдер" });
  const section = (name: RegExp) => sections.getByRole("button", { name });
  const active = page.locator('[aria-current="step"]');
  const code = await officer.enrol(enrolmentLink(server.output(), 0));
  await officer.importList(join(server.dataDir, "demo/list-inst-0431.csv"));
  await officer.goHome();

  await test.step("add the first person of a sitting to the list: 4, one of them for the position, which has no default", async () => {
    await page.getByRole("link", { name: /Респонденттер тізімі/ }).click();
    await withinTaps(page, 4, async () => {
      await button("+ Респондент қосу").click();
      await page.getByRole("textbox", { name: "Тегі *" }).fill("Сапарова");
      await page.getByRole("textbox", { name: "Аты *" }).fill("Гүлнұр");
      await button("әйел").click();
      await button("тұрғын").click();
      await button("Сақтау және келесісін қосу").click();
      await expect(page.getByText("Қосылды: № 41")).toBeVisible();
    });
    await button("Жабу").click();
  });
  await test.step("add a person to the list: 3", async () => {
    await withinTaps(page, 3, async () => {
      await button("+ Респондент қосу").click();
      await page.getByRole("textbox", { name: "Тегі *" }).fill("Жұмашева");
      await page.getByRole("textbox", { name: "Аты *" }).fill("Перизат");
      await button("әйел").click();
      await button("Сақтау және келесісін қосу").click();
      await expect(page.getByText("Қосылды: № 42")).toBeVisible();
    });
    await button("Жабу").click();
  });
  await officer.sendList("42");

  await test.step("start the next interview: 2", () =>
    withinTaps(page, 2, async () => {
      await page.getByText("Келесі респондентке сауал салу").first().click();
      await button("Респонденттің өзі").click();
      await expect(sections).toBeVisible();
    }));
  await test.step("change the language of the questions: 1", async () => {
    await withinTaps(page, 1, async () => {
      await button("Русский").click();
      await expect(page.getByRole("heading", { level: 3 }).first()).toContainText("на момент переписи");
    });
    await button("Қазақша").click();
  });
  await test.step("answer and see the next question: 1", () =>
    withinTaps(page, 1, async () => {
      const before = await active.innerText();
      await button("Дұрыс").first().click();
      await expect.poll(() => active.innerText()).not.toBe(before);
    }));
  // The answered question folds up; its tools stand beside it.
  await expect(button("Өзгерту")).toHaveCount(1);
  await test.step("flag a question: 1", () =>
    withinTaps(page, 1, async () => {
      await active.getByRole("button", { name: "Тексеруге белгілеу" }).click();
      await expect(active.getByRole("button", { name: "Тексеруге белгілеу", pressed: true })).toBeVisible();
    }));
  await test.step("flag an answer that was given before: 1", () =>
    withinTaps(page, 1, async () => {
      await button("Тексеруге белгілеу").first().click();
      await expect(page.getByText("Тексеруге белгіленген")).toBeVisible();
    }));
  await test.step("a note: 2 and its text", () =>
    withinTaps(page, 2, async () => {
      await active.getByRole("button", { name: "Ескертпе жазу" }).click();
      await page.keyboard.type("Құжаты жоқ");
      await button("Ескертпені жазып қою").click();
      await expect(page.getByRole("textbox", { name: "Ескертпе" })).toBeHidden();
    }));
  await test.step("answer a one-choice question: 1, and the next section: 1", async () => {
    await withinTaps(page, 1, async () => {
      await active.getByText("Жоқ", { exact: true }).click();
      await expect(section(/Сәйкестендіру/)).toBeVisible();
      await expect(active).toHaveCount(0);
    });
    await withinTaps(page, 1, async () => {
      await button("Келесі бөлім").click();
      await expect(active).toContainText("ЖСН");
    });
  });
  await test.step("doesn't know: 1", () =>
    withinTaps(page, 1, async () => {
      await active.getByRole("button", { name: "Білмейді" }).click();
      await expect(active).toContainText("Қандай құжатыңыз бар?");
    }));
  await test.step("a date of birth: 8 digits and 1", async () => {
    const born = officer.question("Туған күніңізді, айыңызды, жылыңызды айтыңыз.");
    await born.getByRole("button", { name: "Өзгерту" }).click();
    await withinTaps(page, 1, async () => {
      for (const digit of "17032009") await born.getByRole("button", { name: digit, exact: true }).click();
      await expect(born.getByText("17 наурыз 2009 ж. — толық жасы: 12")).toBeVisible();
      await born.getByRole("button", { name: "Дұрыс", exact: true }).click();
      await expect(born.getByRole("button", { name: "Өзгерту" })).toBeVisible();
    });
  });
  await test.step("a long list: 1 for a frequent answer, 2 and three letters for another", async () => {
    await section(/Ұлты/).click();
    await withinTaps(page, 1, async () => {
      await active.getByRole("button", { name: "қазақ", exact: true }).click();
      await expect(active).toContainText("Ана тіліңіз қандай?");
    });
    await withinTaps(page, 2, async () => {
      await active.getByRole("button", { name: "Тізімнен таңдау" }).click();
      await page.keyboard.type("пол");
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /^поляк/ })
        .click();
      await expect(active).not.toContainText("Ана тіліңіз қандай?");
    });
  });
  await test.step("two of many: 3", async () => {
    await section(/Күнкөріс/).click();
    const income = officer.question("Күнкөріс көздеріңіз қандай?");
    await withinTaps(page, 3, async () => {
      await income.getByText("Шәкіртақы").click();
      await income.getByText("Алимент, шетелден ақша аудару").click();
      await income.getByRole("button", { name: "Дайын", exact: true }).click();
      await expect(income.getByRole("button", { name: "Өзгерту" })).toBeVisible();
    });
  });
  await test.step("change the source to the administration: 3", () =>
    withinTaps(page, 3, async () => {
      await button(/^Көзі:/).click();
      await button("Мекеме әкімшілігі").click();
      await button("Денсаулығына байланысты").click();
      await expect(button(/^Көзі: Мекеме әкімшілігі/)).toBeVisible();
    }));
  await test.step("the sunlight theme: 1", async () => {
    await withinTaps(page, 1, () => button("Күн астында").click());
    await button("Күн астында").click();
  });
  await test.step("postpone with a preset: 2", () =>
    withinTaps(page, 2, async () => {
      await button("Кейінге қалдыру").click();
      await button("Ертең 10:00").click();
      await expect(page.getByRole("region", { name: "Деректер қайда?" })).toBeVisible();
    }));

  await officer.startNext();
  await officer.answerTheRest();
  await test.step("finish a clean form: 2, the certificate is given: 1, and the next respondent: 2", async () => {
    await withinTaps(page, 1, async () => {
      await button("Тексеру").click();
      await expect(button("Парақты аяқтау")).toBeVisible();
    });
    await officer.decide();
    await withinTaps(page, 1, () => button("Парақты аяқтау").click());
    await expect(button("Келесі респондент")).toBeFocused();
    await withinTaps(page, 1, async () => {
      await button("Анықтама берілді").click();
      await expect(button("Белгіні қайтару")).toBeVisible();
    });
    await withinTaps(page, 2, async () => {
      await page
        .getByRole("link", { name: /Келесі респондент/ })
        .or(button(/Келесі респондент/))
        .first()
        .click();
      await button("Респонденттің өзі").click();
      await expect(sections).toBeVisible();
    });
  });
  await officer.goHome();
  await test.step("send now: 2", () =>
    withinTaps(page, 2, async () => {
      await page.getByRole("link", { name: /Тек осы планшетте/ }).click();
      await button("Қазір жөнелту").click();
    }));
  await officer.goHome();
  await test.step("to USB: 3", () =>
    withinTaps(page, 3, async () => {
      await page.getByRole("link", { name: /Тек осы планшетте/ }).click();
      await page.getByRole("link", { name: "USB-ге түсіру" }).or(button("USB-ге түсіру")).first().click();
      await button("Файлды дайындау").click();
    }));
  await officer.goHome();
  await test.step("lock: 1, and back at the same question by the digits alone", async () => {
    await page.getByText("Сауалды жалғастыру").first().click();
    const question = await active.getByRole("heading").first().innerText();
    await button("Құлып").click();
    // The page has begun anew.
    await expect(page.getByText("Планшет құлыпталған")).toBeVisible();
    await startCounting(page);
    await officer.unlock(code);
    await expect(active.getByRole("heading").first()).toHaveText(question);
    expect(await tapsCounted(page), "taps").toBe(0);
  });
});
