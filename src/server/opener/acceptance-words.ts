// What the Department's employee reads about acceptance codes, after an import and on the plain page, in the three
// languages.
import { formatAcceptanceCode, tabletNumber } from "#protocol";
import type { Language } from "#questionnaire";
import type { Acceptance, AcceptanceStop } from "./judge-acceptance.ts";

type Words = Readonly<Record<Language, string>>;

const stops: Readonly<Record<AcceptanceStop, Words>> = {
  missing: {
    kk: "бұл пакет әлі келген жоқ",
    ru: "этот пакет ещё не поступил",
    en: "this batch has not arrived",
  },
  "not-opened": {
    kk: "бұл пакет әлі тексерілген жоқ",
    ru: "этот пакет ещё не проверен",
    en: "this batch has not been checked yet",
  },
  "needs-a-person": {
    kk: "бұл пакетті адам қарауы керек",
    ru: "этот пакет должен посмотреть человек",
    en: "a person has to look at this batch",
  },
  refused: {
    kk: "бұл пакет қабылданбады",
    ru: "этот пакет не принят",
    en: "this batch was refused",
  },
  "refused-in-part": {
    kk: "бұл пакетте қабылданбаған парақ бар",
    ru: "в этом пакете есть непринятый лист",
    en: "a form in this batch was refused",
  },
};

const takeTheFile: Words = {
  kk: "Қабылдау белгілері бар файлды (receipts-….jsonl) планшетке апарыңыз.",
  ru: "Отнесите на планшет файл с отметками о приёме (receipts-….jsonl).",
  en: "Take the file of receipts (receipts-….jsonl) back to the tablet.",
};

const bringItAgain: Words = {
  kk: "Бұл пакетті планшеттен әкелу керек: файлды қайта түсіріңіз.",
  ru: "Этот пакет надо доставить с планшета: выгрузите файл ещё раз.",
  en: "This batch has to be brought from the tablet: copy the file again.",
};

const lookAgain: Words = {
  kk: "Біраз күтіп, қайта қараңыз (status немесе /console).",
  ru: "Подождите немного и посмотрите снова (status или /console).",
  en: "Wait a little and look again (status or /console).",
};

/** A receipt that says more than the code is there only where the batch is decided or set aside. */
const whatToDo: Readonly<Record<AcceptanceStop, Words>> = {
  missing: bringItAgain,
  "not-opened": lookAgain,
  "needs-a-person": takeTheFile,
  refused: takeTheFile,
  "refused-in-part": takeTheFile,
};

/** What an import says of the tablets in its files; `null` = this server opens no batches. */
export function codeLines(acceptances: ReadonlyMap<string, Acceptance> | null, language: Language): readonly string[] {
  if (acceptances === null) return [noOpenerSentence(language)];
  return [...acceptances].flatMap(([tablet, acceptance]) =>
    [codeSentence(acceptance, `№ ${tabletNumber(tablet)}`, language), noCodeSentence(acceptance, language)].filter(
      (line) => line !== null,
    ),
  );
}

/** The digits with the batches they speak for; null where there is no code. */
function codeSentence({ code, upTo }: Acceptance, tablet: string, language: Language): string | null {
  if (code === null) return null;
  const digits = formatAcceptanceCode(code);
  switch (language) {
    case "kk":
      return `Қабылдау коды: ${digits} (планшет ${tablet}, пакеттер: 1–${upTo})`;
    case "ru":
      return `Код приёма: ${digits} (планшет ${tablet}, пакеты: 1–${upTo})`;
    case "en":
      return `Acceptance code: ${digits} (tablet ${tablet}, batches: 1–${upTo})`;
  }
}

/** Why there is no code, or none for what comes after it, and what to do; null where the code speaks for everything. */
export function noCodeSentence({ code, upTo, stop }: Acceptance, language: Language): string | null {
  const said: string[] = [];
  if (code === null && upTo > 0) said.push(openedBeforeSentence(upTo, language), takeTheFile[language]);
  if (stop !== null) said.push(stopSentence(stop, language), whatToDo[stop.why][language]);
  // The same thing is asked for once, behind the last reason for it.
  const once = said.filter((sentence, index) => said.lastIndexOf(sentence) === index);
  return once.length === 0 ? null : once.join(" ");
}

function openedBeforeSentence(upTo: number, language: Language): string {
  switch (language) {
    case "kk":
      return `Қабылдау коды жоқ (пакеттер: 1–${upTo}): соңғысы бағдарламаның бұрынғы нұсқасында ашылған.`;
    case "ru":
      return `Кода приёма нет (пакеты: 1–${upTo}): последний открыт прежней версией программы.`;
    case "en":
      return `There is no acceptance code (batches: 1–${upTo}): the last was opened by an earlier release.`;
  }
}

function stopSentence({ seq, why }: NonNullable<Acceptance["stop"]>, language: Language): string {
  const reason = stops[why][language];
  switch (language) {
    case "kk":
      return `№ ${seq} пакеттен бастап қабылдау коды жоқ: ${reason}.`;
    case "ru":
      return `Начиная с пакета № ${seq} кода приёма нет: ${reason}.`;
    case "en":
      return `From batch No. ${seq} on there is no acceptance code: ${reason}.`;
  }
}

/** Why this server gives no code at all, and what to do. */
export function noOpenerSentence(language: Language): string {
  return `${noOpener[language]} ${takeTheFile[language]}`;
}

const noOpener: Words = {
  kk: "Қабылдау коды берілмейді: бұл сервер пакеттерді ашпайды (SANAQ_ROLES ішінде opener жоқ).",
  ru: "Код приёма не выдаётся: этот сервер не открывает пакеты (в SANAQ_ROLES нет opener).",
  en: "No acceptance code is given: this server opens no batches (SANAQ_ROLES has no opener).",
};
