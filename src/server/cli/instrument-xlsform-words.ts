// What `instrument import-xlsform` says, in the three languages.
import type { NotTakenReason, XlsformError } from "#authoring";
import type { Language } from "#questionnaire";

interface XlsformWords {
  readonly noFile: string;
  readonly noOut: string;
  readonly notAWorkbook: string;
  readonly cell: (sheet: string, row: number, column: string) => string;
  readonly why: Readonly<Record<NotTakenReason, string>>;
  readonly count: (count: number) => string;
  readonly written: (file: string) => string;
  readonly toMend: (file: string) => string;
  readonly errors: Readonly<Record<Exclude<XlsformError["type"], "not-consistent">, string>>;
}

export const xlsformWords: Readonly<Record<Language, XlsformWords>> = {
  kk: {
    noFile: "XLSForm файлын атаңыз",
    noOut: "нәтиже файлын атаңыз: --out ФАЙЛ",
    notAWorkbook: "файл XLSX кестесі ретінде оқылмайды",
    cell: (sheet, row, column) => `${sheet}, ${row}-жол, ${column}`,
    why: {
      "column-unknown": "бұл баған алынбайды",
      "type-unsupported": "мұндай түр жоқ",
      "expression-unsupported": "өрнек аударылмады",
      presentation: "көрініс қана, алынбады",
      "translation-missing": "аудармасы жоқ, басқа тілден алынды",
      "fill-in-text": "мәтіндегі орын белгісі алынбады",
      "default-value": "бастапқы мән алынбады",
      "own-words-added": "«Басқа» нұсқасы қосылды, сөзі сұралмайды",
      "rows-limited": "жолдар саны шектелді",
      "note-without-question": "ескертпеден кейін сұрақ жоқ",
      "title-of-inner-group": "ішкі топтың атауы алынбады",
      "choice-twice": "бұл код тізімде бұрын бар, біріншісінің мәтіні алынды",
      "choices-missing": "тізім табылмады",
    },
    count: (count) => `Алынбаған ұяшықтар: ${count}`,
    written: (file) => `Жазылды: ${file}`,
    toMend: (file) => `анықтамада қайшылық бар; түзету үшін жазылды: ${file}`,
    errors: {
      "no-survey-sheet": "survey парағы жоқ",
      "no-type-column": "survey парағында type бағаны жоқ",
      "too-many-rows": "жолдар тым көп",
      "nothing-usable": "алынатын сұрақ жоқ",
    },
  },
  ru: {
    noFile: "назовите файл XLSForm",
    noOut: "назовите файл результата: --out ФАЙЛ",
    notAWorkbook: "файл не читается как таблица XLSX",
    cell: (sheet, row, column) => `${sheet}, строка ${row}, ${column}`,
    why: {
      "column-unknown": "этот столбец не берётся",
      "type-unsupported": "такого вида нет",
      "expression-unsupported": "выражение не переведено",
      presentation: "только вид, не взято",
      "translation-missing": "перевода нет, взят другой язык",
      "fill-in-text": "вставка в тексте не взята",
      "default-value": "начальное значение не взято",
      "own-words-added": "добавлен вариант «Другое», слова не спрашиваются",
      "rows-limited": "число строк ограничено",
      "note-without-question": "после заметки нет вопроса",
      "title-of-inner-group": "название вложенной группы не взято",
      "choice-twice": "этот код уже есть в списке, взят текст первого",
      "choices-missing": "список не найден",
    },
    count: (count) => `Не взято ячеек: ${count}`,
    written: (file) => `Записано: ${file}`,
    toMend: (file) => `в определении есть противоречия; записано для правки: ${file}`,
    errors: {
      "no-survey-sheet": "нет листа survey",
      "no-type-column": "на листе survey нет столбца type",
      "too-many-rows": "слишком много строк",
      "nothing-usable": "нет ни одного вопроса, который можно взять",
    },
  },
  en: {
    noFile: "name the XLSForm file",
    noOut: "name the file to write: --out FILE",
    notAWorkbook: "the file cannot be read as an XLSX workbook",
    cell: (sheet, row, column) => `${sheet}, row ${row}, ${column}`,
    why: {
      "column-unknown": "this column is not taken over",
      "type-unsupported": "there is no such type",
      "expression-unsupported": "the expression was not translated",
      presentation: "presentation only, not taken over",
      "translation-missing": "no translation, another language was taken",
      "fill-in-text": "the fill in the text was not taken over",
      "default-value": "the default was not taken over",
      "own-words-added": "the option Other was added, its words are not asked",
      "rows-limited": "the number of rows was limited",
      "note-without-question": "no question follows the note",
      "title-of-inner-group": "the title of an inner group is not taken over",
      "choice-twice": "this code already stands in the list, the words of the first are taken",
      "choices-missing": "the list was not found",
    },
    count: (count) => `Cells not taken over: ${count}`,
    written: (file) => `Written: ${file}`,
    toMend: (file) => `the definition contradicts itself; written to be mended: ${file}`,
    errors: {
      "no-survey-sheet": "there is no survey sheet",
      "no-type-column": "the survey sheet has no type column",
      "too-many-rows": "too many rows",
      "nothing-usable": "there is no question that can be taken over",
    },
  },
};
