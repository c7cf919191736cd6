// What the authoring commands say themselves; what they say about a questionnaire is #authoring's.
import type { Language } from "#questionnaire";

interface ReadingWords {
  readonly noFile: string;
  readonly unreadable: string;
  readonly notJson: string;
  readonly notJsonAt: (line: number) => string;
  readonly outNeeded: string;
  readonly portWrong: string;
  readonly portTaken: string;
  readonly written: (file: string) => string;
  readonly preview: (address: string) => string;
  readonly stop: string;
}

export const readingWords: Readonly<Record<Language, ReadingWords>> = {
  kk: {
    noFile: "анықтама файлдарын сұралу ретімен атаңыз",
    unreadable: "файлды оқу мүмкін емес",
    notJson: "файл JSON емес",
    notJsonAt: (line) => `файл JSON емес, қате ${line}-жолда`,
    outNeeded: "нәтиже файлын атаңыз: --out ФАЙЛ",
    portWrong: "порт — 0 мен 65535 арасындағы бүтін сан",
    portTaken: "бұл порт бос емес; басқасын атаңыз немесе --port жазбаңыз",
    written: (file) => `Жазылды: ${file}`,
    preview: (address) => `Алдын ала қарау: ${address}`,
    stop: "Тоқтату үшін Ctrl-C басыңыз. Енгізілген жауаптар сақталмайды.",
  },
  ru: {
    noFile: "назовите файлы определения в порядке опроса",
    unreadable: "файл не читается",
    notJson: "файл не JSON",
    notJsonAt: (line) => `файл не JSON, ошибка в строке ${line}`,
    outNeeded: "назовите файл результата: --out ФАЙЛ",
    portWrong: "порт — целое число от 0 до 65535",
    portTaken: "этот порт занят; назовите другой или не указывайте --port",
    written: (file) => `Записано: ${file}`,
    preview: (address) => `Предпросмотр: ${address}`,
    stop: "Остановить: Ctrl-C. Введённые ответы не сохраняются.",
  },
  en: {
    noFile: "name the definition files, in the order of asking",
    unreadable: "the file cannot be read",
    notJson: "the file is not JSON",
    notJsonAt: (line) => `the file is not JSON, the mistake is in line ${line}`,
    outNeeded: "name the file to write: --out FILE",
    portWrong: "a port is a whole number from 0 to 65535",
    portTaken: "this port is taken; name another or leave --port out",
    written: (file) => `Written: ${file}`,
    preview: (address) => `Preview: ${address}`,
    stop: "Ctrl-C ends it. The answers entered are not kept.",
  },
};
