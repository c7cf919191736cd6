// A small questionnaire with every kind of question, in the product's own language.
import { compileQuestionnaire, type Questionnaire } from "#questionnaire";
import { censusHost } from "#census";

const text = (kk: string, ru: string, en: string) => ({ kk, ru, en });
const yesNo = [
  { code: "1", text: text("Иә", "Да", "Yes") },
  { code: "2", text: text("Жоқ", "Нет", "No") },
];

const definition = {
  format: "sanaq-questionnaire/1",
  id: "every-kind",
  version: 1,
  unit: "person",
  form: "K",
  title: text("Сұрақ түрлері", "Виды вопросов", "Kinds of questions"),
  approval: { state: "draft" },
  context: [
    { id: "proxy", type: "boolean" },
    { id: "persons", type: "list", fields: { line: "line" } },
  ],
  specialText: {
    unknown: text("Білмейді", "Не знает", "Doesn't know"),
    refused: text("Бас тартты", "Отказ", "Refused"),
  },
  roles: { birthDate: "P05" },
  sections: [
    {
      id: "A",
      title: text("Адам туралы", "О человеке", "About the person"),
      questions: [
        {
          type: "single",
          id: "K1",
          text: text(
            "Осында туғаннан бері тұрасыз ба?",
            "Живёте здесь с рождения?",
            "Have you lived here since birth?",
          ),
          thirdPerson: text(
            "Осында туғаннан бері тұра ма?",
            "Живёт здесь с рождения?",
            "Has the person lived here since birth?",
          ),
          why: text("Көші-қонды білу үшін.", "Чтобы знать миграцию.", "To know migration."),
          options: yesNo,
          special: ["unknown", "refused"],
        },
        {
          type: "single",
          id: "K2",
          text: text("Келу себебі қандай?", "По какой причине приехали?", "Why did you come?"),
          relevant: 'K1 = "2"',
          options: [
            { code: "1", text: text("Оқу", "Учёба", "Study") },
            { code: "2", text: text("Денсаулық", "Здоровье", "Health") },
            { code: "3", text: text("Отбасы жағдайы", "Семейные обстоятельства", "Family reasons") },
          ],
          special: ["unknown"],
        },
        {
          type: "multi",
          id: "K3",
          text: text(
            "Күнкөріс көздеріңіз қандай?",
            "Каковы Ваши источники средств?",
            "What are your sources of livelihood?",
          ),
          options: [
            { code: "1", text: text("Жалақы", "Заработная плата", "Wages") },
            { code: "2", text: text("Зейнетақы", "Пенсия", "Pension") },
            { code: "9", text: text("Ешқайсысы", "Ничего из этого", "None of these"), exclusive: true },
          ],
          special: ["unknown"],
        },
        {
          type: "number",
          id: "K4",
          text: text("Толық жасыңыз нешеде?", "Сколько Вам полных лет?", "How old are you?"),
          min: 0,
          max: 120,
          unit: text("жас", "лет", "years"),
          special: ["unknown"],
        },
        {
          type: "text",
          id: "K5",
          text: text("Кім болып жұмыс істейсіз?", "Кем Вы работаете?", "What is your occupation?"),
          maxLength: 40,
          special: ["refused"],
        },
        {
          type: "text",
          id: "K6",
          text: text("ЖСН қандай?", "Какой ИИН?", "What is the IIN?"),
          maxLength: 12,
          digits: 12,
          special: ["unknown"],
          alternatives: [{ code: "0", text: text("ЖСН жоқ", "ИИН нет", "No IIN") }],
        },
        {
          type: "name",
          id: "K7",
          text: text("Тегіңіз, атыңыз, әкеңіздің аты?", "Ваши фамилия, имя, отчество?", "What is your name?"),
        },
        {
          type: "date",
          id: "P05",
          text: text("Туған күніңіз қашан?", "Когда Вы родились?", "When were you born?"),
          partial: true,
          special: ["unknown"],
        },
        {
          type: "month",
          id: "K9",
          text: text("Осында қашан келдіңіз?", "Когда Вы приехали?", "When did you arrive?"),
          partial: true,
          special: ["unknown"],
        },
      ],
    },
    {
      id: "B",
      title: text("Тілдер мен жерлер", "Языки и места", "Languages and places"),
      questions: [
        {
          type: "code-list",
          id: "L1",
          text: text("Ана тіліңіз қандай?", "Какой Ваш родной язык?", "What is your native language?"),
          list: "language",
          freeText: true,
          special: ["unknown", "refused"],
        },
        {
          type: "code-list",
          id: "L2",
          text: text(
            "Қай елдің азаматысыз?",
            "Гражданином какой страны Вы являетесь?",
            "Of which state are you a citizen?",
          ),
          list: "country",
          except: ["KZ"],
          special: ["unknown"],
        },
        {
          type: "place",
          id: "L3",
          text: text("Қайда тудыңыз?", "Где Вы родились?", "Where were you born?"),
          countries: "country",
          home: { country: "KZ", units: "kato", settlement: true },
          freeText: true,
          special: ["unknown"],
        },
        {
          type: "person-ref",
          id: "L4",
          text: text("Жұбайыңыз осы тізімде ме?", "Ваш супруг в этом списке?", "Is your spouse on this list?"),
          list: "persons",
          alternatives: [{ code: "0", text: text("Осы жерде емес", "Не здесь", "Not here") }],
        },
        {
          type: "composite",
          id: "L5",
          text: text("Жұмысыңыз туралы айтыңыз", "Расскажите о работе", "Describe your job"),
          fields: [
            { type: "text", id: "a", text: text("Лауазымы", "Должность", "Occupation"), maxLength: 80 },
            {
              type: "single",
              id: "b",
              text: text("Жұмыс орны тұрақты ма?", "Постоянное ли место?", "Fixed place?"),
              options: yesNo,
            },
          ],
          special: ["refused"],
        },
        {
          type: "roster",
          id: "L6",
          text: text(
            "Тағы қандай тілдерді білесіз?",
            "Какими ещё языками владеете?",
            "Which other languages do you know?",
          ),
          maxRows: 2,
          fields: [
            { type: "code-list", id: "language", text: text("Тіл", "Язык", "Language"), list: "language" },
            {
              type: "single",
              id: "level",
              text: text("Деңгейі", "Уровень", "Level"),
              options: [
                { code: "1", text: text("Еркін", "Свободно", "Fluently") },
                { code: "2", text: text("Қиналып", "С трудом", "With difficulty") },
              ],
            },
          ],
          alternatives: [{ code: "0", text: text("Басқа тіл білмейді", "Других языков не знает", "None") }],
        },
        {
          type: "number",
          id: "K16",
          text: text("Қай жылы келдіңіз?", "В каком году Вы приехали?", "In which year did you come?"),
          min: 1901,
          max: 2021,
          year: true,
          required: false,
        },
      ],
    },
  ],
  edits: [
    {
      id: "E1",
      level: "hard",
      when: "K4 > 110",
      at: ["K4"],
      text: text(
        "Жасы 110-нан асады. Цифрларды тексеріңіз.",
        "Возраст больше 110. Проверьте цифры.",
        "The age is over 110. Check the digits.",
      ),
    },
    {
      id: "E2",
      level: "soft",
      when: "K4 > 100",
      at: ["K4"],
      text: text(
        "Жасы 100-ден асады. Жауап дұрыс па?",
        "Возраст больше 100. Ответ верный?",
        "The age is over 100. Is it right?",
      ),
    },
    {
      id: "E3",
      level: "critical",
      when: "K4 = 99",
      at: ["K4"],
      text: text("Жасы тура 99.", "Возраст ровно 99.", "The age is exactly 99."),
    },
  ],
};

export function everyKind(): Questionnaire {
  const compiled = compileQuestionnaire([definition], censusHost);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}
