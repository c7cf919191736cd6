// The invented people a new officer learns with: one of each kind that is listed or asked differently. Nobody in here
// exists, and nobody has an IIN.
import type { ListPerson } from "#fieldwork";

const resident = {
  iin: null,
  arrived: null,
  presence: "present",
  position: "resident",
  note: null,
} as const satisfies Partial<ListPerson>;

/** In the order of their numbers; the last one is the sixth again, as another hand wrote the name. */
export const practiceResidents: readonly ListPerson[] = [
  {
    ...resident,
    surname: "Жаңабаева",
    given: "Іңкәр",
    patronymic: "Талғатқызы",
    born: { year: 2017, month: 3, day: 14 },
    sex: "2",
  },
  {
    ...resident,
    surname: "Тасболатов",
    given: "Мирас",
    patronymic: "Ерланұлы",
    born: { year: 2006, month: 11, day: 2 },
    sex: "1",
  },
  {
    ...resident,
    surname: "Қоңыратова",
    given: "Жанар",
    patronymic: "Маратқызы",
    born: { year: 1985, month: 7, day: 21 },
    sex: "2",
    arrived: { year: 2020, month: 9, day: null },
  },
  {
    ...resident,
    surname: "Сарбасов",
    given: "Тұрсынбек",
    patronymic: null,
    born: { year: 1938, month: null, day: null },
    sex: "1",
  },
  {
    ...resident,
    surname: "Левченко",
    given: "Виктор",
    patronymic: "Петрович",
    born: { year: 1979, month: 5, day: 30 },
    sex: "1",
    presence: "absent",
  },
  {
    ...resident,
    surname: "Дәулетов",
    given: "Ербол",
    patronymic: "Қайратұлы",
    born: { year: 1964, month: 9, day: 17 },
    sex: "1",
  },
  {
    ...resident,
    surname: "Ким",
    given: "Алла",
    patronymic: null,
    born: { year: 1992, month: 2, day: null },
    sex: "2",
    presence: "temporary",
  },
  {
    ...resident,
    surname: "Даулетов",
    given: "Ербол",
    patronymic: null,
    born: { year: 1964, month: 9, day: 17 },
    sex: "1",
  },
];
