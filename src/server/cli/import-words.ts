// What the Department's employee reads after an import, in the three languages.
import type { BundleVerdict } from "#protocol";
import type { Language } from "#questionnaire";

export function importLanguage(word: string | undefined): Language {
  return word === "ru" || word === "en" ? word : "kk";
}

const verdicts: Readonly<Record<BundleVerdict, Readonly<Record<Language, string>>>> = {
  whole: { kk: "Файл бүтін.", ru: "Файл целый.", en: "The file is whole." },
  "cut-in-manifest": {
    kk: "Файлдың соңы жоқ. Бүтін пакеттер алынды; файлды планшеттен қайта түсіріңіз.",
    ru: "У файла нет конца. Целые пакеты приняты; выгрузите файл с планшета ещё раз.",
    en: "The file's end is missing. Whole batches were taken; copy the file from the tablet again.",
  },
  "cut-in-batch": {
    kk: "Файл ортасынан үзілген. Бүтін пакеттер алынды; файлды планшеттен қайта түсіріңіз.",
    ru: "Файл обрывается. Целые пакеты приняты; выгрузите файл с планшета ещё раз.",
    en: "The file is cut off. Whole batches were taken; copy the file from the tablet again.",
  },
  "no-trailer": {
    kk: "Файлдың қорытынды жолы жоқ. Бүтін пакеттер алынды.",
    ru: "В файле нет последней строки. Целые пакеты приняты.",
    en: "The file has no last line. Whole batches were taken.",
  },
  "trailer-mismatch": {
    kk: "Файл өзгертілген немесе бүлінген. Бүтін пакеттер алынды; файлды планшеттен қайта түсіріңіз.",
    ru: "Файл изменён или повреждён. Целые пакеты приняты; выгрузите файл с планшета ещё раз.",
    en: "The file was changed or damaged. Whole batches were taken; copy the file from the tablet again.",
  },
  "count-mismatch": {
    kk: "Файлда пакет саны сәйкес емес. Бүтін пакеттер алынды; файлды планшеттен қайта түсіріңіз.",
    ru: "Число пакетов в файле не сходится. Целые пакеты приняты; выгрузите файл с планшета ещё раз.",
    en: "The number of batches does not match. Whole batches were taken; copy the file from the tablet again.",
  },
  "trailing-bytes": {
    kk: "Файлда танылмаған бөлік бар. Бүтін пакеттер алынды; файлды планшеттен қайта түсіріңіз.",
    ru: "В файле есть нераспознанная часть. Целые пакеты приняты; выгрузите файл с планшета ещё раз.",
    en: "The file has a part that was not recognised. Whole batches were taken; copy the file from the tablet again.",
  },
};

export function verdictSentence(verdict: BundleVerdict, language: Language): string {
  return verdicts[verdict][language];
}

export function importSentence(
  { added, known, faulty }: { readonly added: number; readonly known: number; readonly faulty: number },
  language: Language,
): string {
  switch (language) {
    case "kk":
      return `Файл қабылданды. Жаңа: ${added}. Бұрын қабылданған: ${known}. Қате: ${faulty}.`;
    case "ru":
      return `Файл принят. Новых: ${added}. Ранее принятых: ${known}. С ошибкой: ${faulty}.`;
    case "en":
      return `File accepted. New: ${added}. Already accepted: ${known}. Faulty: ${faulty}.`;
  }
}
