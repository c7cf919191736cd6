// What is said about the other files of a questionnaire, in the three languages.
import type { Language } from "#questionnaire";

interface TogetherWords {
  readonly taken: (files: readonly string[]) => string;
  readonly missing: (file: string, id: string, folder: string, unreadable: readonly string[]) => string;
  readonly twice: (id: string, files: readonly string[]) => string;
  readonly different: (first: string, second: string) => string;
  readonly stranger: (file: string, id: string, leader: string) => string;
  readonly withoutItself: (file: string, id: string) => string;
}

export const togetherWords: Readonly<Record<Language, TogetherWords>> = {
  kk: {
    taken: (files) => `Сауалнаманың басқа файлдары қоса алынды: ${files.join(", ")}`,
    missing: (file, id, folder, unreadable) =>
      `сауалнаманың бір файлы табылмады, id: ${id} (оны together бөлігінде атаған: ${file}). Файлды мына қалтаға салыңыз: ${folder}, немесе командада атаңыз.${
        unreadable.length === 0 ? "" : ` JSON ретінде оқылмаған файлдар: ${unreadable.join(", ")}`
      }`,
    twice: (id, files) =>
      `бір id бірнеше файлда тұр: ${id} (${files.join(", ")}). Керегін командада атаңыз немесе артығын басқа қалтаға көшіріңіз.`,
    different: (first, second) => `together бөлігі бірдей болуы тиіс, бірақ әртүрлі: ${first}, ${second}`,
    stranger: (file, id, leader) =>
      `${file} (id: ${id}) бұл сауалнамаға кірмейді: together бөлігін қараңыз, файл: ${leader}`,
    withoutItself: (file, id) => `${file}: together бөлігінде файлдың өз id-і жоқ: ${id}`,
  },
  ru: {
    taken: (files) => `Взяты и другие файлы опросника: ${files.join(", ")}`,
    missing: (file, id, folder, unreadable) =>
      `не найден файл опросника с id ${id} (его называет часть together в ${file}). Положите файл в папку ${folder} или назовите его в команде.${
        unreadable.length === 0 ? "" : ` Не читаются как JSON: ${unreadable.join(", ")}`
      }`,
    twice: (id, files) =>
      `id ${id} стоит в нескольких файлах: ${files.join(", ")}. Назовите нужный в команде или уберите лишний в другую папку.`,
    different: (first, second) => `части together в файлах ${first} и ${second} должны совпадать, а они разные`,
    stranger: (file, id, leader) => `${file} (id ${id}) не входит в этот опросник: смотрите часть together в ${leader}`,
    withoutItself: (file, id) => `${file}: в части together нет id самого файла: ${id}`,
  },
  en: {
    taken: (files) => `The questionnaire's other files are taken too: ${files.join(", ")}`,
    missing: (file, id, folder, unreadable) =>
      `a file of the questionnaire was not found: id ${id}, which the part "together" of ${file} names. Put it into ${folder} or name it in the command.${
        unreadable.length === 0 ? "" : ` Not readable as JSON: ${unreadable.join(", ")}`
      }`,
    twice: (id, files) =>
      `id ${id} stands in several files: ${files.join(", ")}. Name the one you mean in the command or move the other away.`,
    different: (first, second) => `the parts "together" of ${first} and ${second} should be the same but differ`,
    stranger: (file, id, leader) =>
      `${file} (id ${id}) is not of this questionnaire: see the part "together" of ${leader}`,
    withoutItself: (file, id) => `${file}: the part "together" does not have the file's own id: ${id}`,
  },
};
