// What is wrong with one value, in a few words.
import type { Language, ValueProblem } from "#questionnaire";

type Said = Readonly<Record<Language, string>>;

/** A short sentence without its full stop. */
export function valueProblemText(problem: ValueProblem, language: Language): string {
  return said(problem)[language];
}

function said(problem: ValueProblem): Said {
  switch (problem.type) {
    case "wrong-kind":
    case "special-not-allowed":
    case "alternative-not-allowed":
      return {
        kk: "бұл сұраққа мұндай жауап берілмейді",
        ru: "на этот вопрос так не отвечают",
        en: "this question takes no such answer",
      };
    case "not-an-option":
    case "code-excepted":
    case "code-not-in-list":
      return ofValue(
        problem.code,
        "мұндай жауап ұсынылмайды",
        "такой ответ не предлагается",
        "this answer is not offered",
      );
    case "country-not-in-list":
    case "country-excepted":
      return ofValue(
        problem.country,
        "мұндай ел ұсынылмайды",
        "такая страна не предлагается",
        "this country is not offered",
      );
    case "unit-not-in-list":
      return ofValue(problem.unit, "мұндай аумақ жоқ", "такой территории нет", "there is no such area");
    case "chosen-twice":
      return ofValue(problem.code, "екі рет белгіленген", "отмечено дважды", "marked twice");
    case "exclusive-with-others":
      return ofValue(
        problem.code,
        "басқалармен бірге белгіленбейді",
        "не отмечается вместе с другими",
        "not together with others",
      );
    case "too-few-chosen":
    case "too-few-rows":
      return ofValue(problem.min, "ең аз саны", "не меньше", "at least");
    case "too-many-chosen":
    case "too-many-rows":
      return ofValue(problem.max, "ең көп саны", "не больше", "at most");
    case "number-out-of-range":
      return ofValue(`${problem.min}–${problem.max}`, "рұқсат етілген аралық", "допустимо", "allowed");
    case "year-out-of-range":
      return ofValue(`${problem.min}–${problem.max}`, "рұқсат етілген жылдар", "допустимые годы", "years allowed");
    case "too-many-decimals":
      return ofValue(problem.decimals, "үтірден кейінгі цифр саны", "знаков после запятой", "decimals");
    case "text-empty":
      return { kk: "мәтін бос", ru: "текст пуст", en: "the text is empty" };
    case "text-too-short":
      return ofValue(problem.minLength, "таңбаның ең аз саны", "знаков не меньше", "characters, at least");
    case "text-too-long":
      return ofValue(problem.maxLength, "таңбаның ең көп саны", "знаков не больше", "characters, at most");
    case "digits-expected":
      return ofValue(problem.digits, "қажет цифр саны", "нужно цифр", "digits needed");
    case "name-incomplete":
      return problem.part === "surname"
        ? { kk: "тегі жазылмаған", ru: "нет фамилии", en: "the surname is missing" }
        : { kk: "аты жазылмаған", ru: "нет имени", en: "the given name is missing" };
    case "no-such-date":
      return { kk: "күнтізбеде мұндай күн жоқ", ru: "такой даты нет в календаре", en: "the calendar has no such date" };
    case "date-incomplete":
      return problem.part === "month"
        ? { kk: "айы жазылмаған", ru: "нет месяца", en: "the month is missing" }
        : { kk: "күні жазылмаған", ru: "нет дня", en: "the day is missing" };
    case "date-out-of-range":
      return ofValue(`${problem.min ?? "…"} – ${problem.max ?? "…"}`, "рұқсат етілген аралық", "допустимо", "allowed");
    case "free-text-not-allowed":
      return { kk: "мұнда сөзбен жазылмайды", ru: "словами здесь не пишут", en: "free text is not taken here" };
    case "unit-missing":
      return { kk: "аумақ таңдалмаған", ru: "не выбрана территория", en: "the area is missing" };
    case "unit-not-expected":
      return {
        kk: "бұл ел үшін аумақ керек емес",
        ru: "для этой страны территория не нужна",
        en: "this country takes no area",
      };
    case "settlement-missing":
      return { kk: "қала не ауыл екені жазылмаған", ru: "не указано, город или село", en: "urban or rural is missing" };
    case "line-not-listed":
      return ofValue(
        problem.line,
        "мұндай жолды таңдауға болмайды",
        "эту строку выбрать нельзя",
        "this line cannot be meant",
      );
  }
}

function ofValue(value: string | number, kk: string, ru: string, en: string): Said {
  return { kk: `${kk}: ${value}`, ru: `${ru}: ${value}`, en: `${en}: ${value}` };
}
