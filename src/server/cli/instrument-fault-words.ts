// What is wrong with a questionnaire, for the one who signs or installs it: place, sentence, and the expression marked.
import { errorLines, explainError } from "#authoring";
import type { Language } from "#questionnaire";
import type { InstrumentFault } from "../registry/compile-instrument.ts";

const noJson: Readonly<Record<Language, string>> = {
  kk: "бұл JSON емес",
  ru: "это не JSON",
  en: "it is no JSON",
};
const notAsSigned: Readonly<Record<Language, string>> = {
  kk: "Файлдардың атауы, нұсқасы немесе бекітілуі қол қойылған деректерден өзгеше.",
  ru: "Имена, версии или утверждение файлов не те, что подписаны.",
  en: "The files' ids, versions or approval are not those that were signed.",
};

/** Lines to print. */
export function faultLines(fault: InstrumentFault, language: Language): readonly string[] {
  switch (fault.type) {
    case "no-json":
      return [`#${fault.file}: ${noJson[language]}`];
    case "not-as-signed":
      return [notAsSigned[language]];
    case "definition":
      return errorLines(explainError(fault.error, language), language);
  }
}
