// What `instrument check` says about a questionnaire as a whole.
import type { EditLevel, Language } from "#questionnaire";

interface CheckWords {
  readonly errors: (count: number) => string;
  readonly questions: (reached: number, all: number) => string;
  readonly edits: (reached: number, all: number) => string;
  readonly notReached: (tries: number) => string;
}

export const checkWords: Readonly<Record<Language, CheckWords>> = {
  kk: {
    errors: (count) => `Қате саны: ${count}.`,
    questions: (reached, all) => `Сұрақтар мен өрістер: барлығы ${all}, мысал табылғаны ${reached}.`,
    edits: (reached, all) => `Тексерістер: барлығы ${all}, мысал табылғаны ${reached}.`,
    notReached: (tries) => `${tries} әрекетте мысал табылмады (мүмкін емес деген сөз емес)`,
  },
  ru: {
    errors: (count) => `Ошибок: ${count}.`,
    questions: (reached, all) => `Вопросы и поля: всего ${all}, пример найден для ${reached}.`,
    edits: (reached, all) => `Контроли: всего ${all}, пример найден для ${reached}.`,
    notReached: (tries) => `пример не найден за ${tries} попыток (это не значит, что его нет)`,
  },
  en: {
    errors: (count) => `Errors: ${count}.`,
    questions: (reached, all) => `Questions and fields: ${all}, with an example ${reached}.`,
    edits: (reached, all) => `Edits: ${all}, with an example ${reached}.`,
    notReached: (tries) => `not reached within ${tries} tries (which does not mean that it cannot be)`,
  },
};

export const levelWords: Readonly<Record<EditLevel, Readonly<Record<Language, string>>>> = {
  hard: { kk: "қатаң", ru: "жёсткий", en: "hard" },
  soft: { kk: "жұмсақ", ru: "мягкий", en: "soft" },
  critical: { kk: "маңызды", ru: "важный", en: "critical" },
  centre: { kk: "орталық үшін", ru: "для центра", en: "for the office" },
};
