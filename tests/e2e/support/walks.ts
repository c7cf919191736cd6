// The walks over the screens: one in each language of the interface, each in a theme of its own, so that together they
// are all languages and all themes.
import { readFileSync } from "node:fs";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { enrolmentLink } from "./enrolment-link.ts";
import { english, kazakh, russian, type OfficerWords } from "./officer-words.ts";
import { createOfficer, type Officer } from "./officer.ts";
import { createRunningServer, type RunningServer } from "./running-server.ts";
import { createScreenJudge, picturesOf, type Theme, type Way } from "./screen-judge.ts";
import { openTabletBrowser, type TabletBrowser } from "./tablet-browser.ts";

type InterfaceLanguage = "kk" | "ru" | "en";

interface Walk {
  readonly language: InterfaceLanguage;
  readonly name: string;
  readonly words: OfficerWords;
  readonly theme: Theme;
  readonly pictured: readonly Way[];
}

const walks: readonly Walk[] = [
  { language: "kk", name: "Қазақша", words: kazakh, theme: "day", pictured: ["across", "upright"] },
  { language: "ru", name: "Русский", words: russian, theme: "night", pictured: ["across"] },
  { language: "en", name: "English", words: english, theme: "sun", pictured: [] },
];

/** Shows a screen to the judge under its name. */
export type Look = (screen: string) => Promise<void>;

export interface Walker {
  readonly server: RunningServer;
  readonly tablet: TabletBrowser;
  readonly page: Page;
  readonly officer: Officer;
  readonly words: OfficerWords;
  /** The language's own name. */
  readonly ownName: string;
  /** A text of the interface by its name: the walk is the same in each language. */
  readonly word: (name: string) => string;
  readonly look: Look;
  /** The same in another window. */
  readonly lookIn: (other: Page) => Look;
  readonly button: (name: string) => Locator;
  readonly link: (name: string) => Locator;
  /** From the link to the open tablet of the first or another institution of the demonstration; its unlock code. */
  readonly enrol: (place?: number) => Promise<string>;
}

/** One test for each walk, on a tablet that has just met its server, in the walk's language. */
export function testEachWalk(title: string, walk: (walker: Walker) => Promise<void>): void {
  let server: RunningServer;
  let tablet: TabletBrowser;
  test.beforeEach(async () => {
    server = await createRunningServer();
    tablet = await openTabletBrowser();
  });
  test.afterEach(async () => {
    await tablet.remove();
    await server.remove();
  });

  for (const { language, name, words, theme, pictured } of walks) {
    test(`${title}, in ${language}`, async () => {
      test.setTimeout(480_000);
      const page = tablet.page();
      const officer = createOfficer(page, words);
      const word = createWord(language);
      const lookIn = (other: Page): Look => {
        const judge = createScreenJudge(other, { pictures: picturesOf(pictured), theme });
        return async (screen) => judge.look(`${screen}-${language}`);
      };
      await page.goto(server.origin);
      await page.getByRole("radio", { name }).check();
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await walk({
        server,
        tablet,
        page,
        officer,
        words,
        ownName: name,
        word,
        look: lookIn(page),
        lookIn,
        button: (key) => page.getByRole("button", { name: word(key), exact: true }),
        link: (key) => page.getByRole("link", { name: new RegExp(`^${word(key)}`) }).first(),
        enrol: async (place = 0) => officer.enrol(enrolmentLink(server.output(), place)),
      });
    });
  }
}

function createWord(language: InterfaceLanguage): (name: string) => string {
  const texts = ["messages", "messages-interview"].map(
    (folder) =>
      JSON.parse(
        readFileSync(new URL(`../../../src/app/i18n/${folder}/${language}.json`, import.meta.url), "utf8"),
      ) as Record<string, string>,
  );
  return (name) => {
    const text = texts.find((catalogue) => name in catalogue)?.[name];
    if (text === undefined) throw new Error(`no text is called ${name}`);
    return text;
  };
}
