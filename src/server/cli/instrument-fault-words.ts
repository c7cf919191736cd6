// What is wrong with a questionnaire, for the one who signs or installs it: place, sentence, and the expression marked.
import { errorLines, explainError } from "#authoring";
import type { Language } from "#questionnaire";
import { readingWords } from "./instrument-authoring-words.ts";
import type { InstrumentFault } from "../registry/compile-instrument.ts";

const notAsSigned: Readonly<Record<Language, string>> = {
  kk: "Файлдардың атауы, нұсқасы немесе бекітілуі қол қойылған деректерден өзгеше.",
  ru: "Имена, версии или утверждение файлов не те, что подписаны.",
  en: "The files' ids, versions or approval are not those that were signed.",
};

/** Lines to print. */
export function faultLines(fault: InstrumentFault, language: Language): readonly string[] {
  switch (fault.type) {
    case "no-json": {
      const { notJson, notJsonAt } = readingWords[language];
      return [`#${fault.file}: ${fault.at === null ? notJson : notJsonAt(fault.at)}`];
    }
    case "not-as-signed":
      return [notAsSigned[language]];
    case "definition":
      return errorLines(explainError(fault.error, language), language);
  }
}
