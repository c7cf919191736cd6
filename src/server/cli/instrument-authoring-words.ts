// What the authoring commands say themselves; what they say about a questionnaire is #authoring's.
import type { Language } from "#questionnaire";

interface ReadingWords {
  readonly noFile: string;
  readonly unreadable: string;
  readonly notJson: string;
  readonly notJsonAt: (line: number) => string;
  readonly notUtf8: string;
  readonly wrong: (errors: number) => string;
  readonly notSigned: (errors: number) => string;
  readonly notInitialised: string;
  readonly noRootKey: string;
  readonly approvedByNobody: string;
  readonly outNeeded: string;
  readonly portWrong: string;
  readonly portTaken: string;
  readonly written: (file: string) => string;
  readonly preview: (address: string) => string;
  readonly stop: string;
}

export const readingWords: Readonly<Record<Language, ReadingWords>> = {
  kk: {
    noFile: "анықтама файлын атаңыз",
    unreadable: "файлды оқу мүмкін емес",
    notJson: "файл JSON емес",
    notJsonAt: (line) => `файл JSON емес, қате ${line}-жолда`,
    notUtf8: "файл UTF-8 емес",
    wrong: (errors) => `анықтамадағы қателер: ${errors}; ештеңе жасалған жоқ`,
    notSigned: (errors) => `анықтамадағы қателер: ${errors}; қол қойылған жоқ`,
    notInitialised: "алдымен мына команданы орындаңыз: npm run sanaq -- init",
    noRootKey: "бұл деректер қалтасында түбір кілт жоқ: қолды сол кілт сақталған жерде қойыңыз",
    approvedByNobody: "бекітілген нысанда кім бекіткені жазылуы тиіс (approval › by)",
    outNeeded: "нәтиже файлын атаңыз: --out ФАЙЛ",
    portWrong: "порт — 0 мен 65535 арасындағы бүтін сан",
    portTaken: "бұл порт бос емес; басқасын атаңыз немесе --port жазбаңыз",
    written: (file) => `Жазылды: ${file}`,
    preview: (address) => `Алдын ала қарау: ${address}`,
    stop: "Тоқтату үшін Ctrl-C басыңыз. Енгізілген жауаптар сақталмайды.",
  },
  ru: {
    noFile: "назовите файл определения",
    unreadable: "файл не читается",
    notJson: "файл не JSON",
    notJsonAt: (line) => `файл не JSON, ошибка в строке ${line}`,
    notUtf8: "файл не в UTF-8",
    wrong: (errors) => `ошибок в определении: ${errors}; ничего не сделано`,
    notSigned: (errors) => `ошибок в определении: ${errors}; ничего не подписано`,
    notInitialised: "сначала выполните команду npm run sanaq -- init",
    noRootKey: "в этой папке данных нет корневого ключа: подписывают там, где он хранится",
    approvedByNobody: "в утверждённой форме должно быть сказано, кто её утвердил (approval › by)",
    outNeeded: "назовите файл результата: --out ФАЙЛ",
    portWrong: "порт — целое число от 0 до 65535",
    portTaken: "этот порт занят; назовите другой или не указывайте --port",
    written: (file) => `Записано: ${file}`,
    preview: (address) => `Предпросмотр: ${address}`,
    stop: "Остановить: Ctrl-C. Введённые ответы не сохраняются.",
  },
  en: {
    noFile: "name a definition file",
    unreadable: "the file cannot be read",
    notJson: "the file is not JSON",
    notJsonAt: (line) => `the file is not JSON, the mistake is in line ${line}`,
    notUtf8: "the file is not UTF-8",
    wrong: (errors) => `errors in the definition: ${errors}; nothing was done`,
    notSigned: (errors) => `errors in the definition: ${errors}; nothing was signed`,
    notInitialised: "run `npm run sanaq -- init` first",
    noRootKey: "the root key is not in this data folder: sign where it is kept",
    approvedByNobody: "an approved form says who approved it (approval › by)",
    outNeeded: "name the file to write: --out FILE",
    portWrong: "a port is a whole number from 0 to 65535",
    portTaken: "this port is taken; name another or leave --port out",
    written: (file) => `Written: ${file}`,
    preview: (address) => `Preview: ${address}`,
    stop: "Ctrl-C ends it. The answers entered are not kept.",
  },
};
