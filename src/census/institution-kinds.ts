// The 16 kinds of institution that the order names (par. 3), worded as today's law words them. The official title of an
// institution is its own and stays as it is; this is only what kind it is. Defaults are a reconstruction (instrument 3.3).
import { z } from "zod";
import type { LocalText } from "#questionnaire";

/** I-01 to I-16. */
export const InstitutionKindCode = z.string().regex(/^I-(0[1-9]|1[0-6])$/);
export type InstitutionKindCode = z.infer<typeof InstitutionKindCode>;

export interface InstitutionKind {
  readonly code: InstitutionKindCode;
  readonly text: LocalText;
  /** What L04 is proposed as for a new line; null: there is no usual case, ask. The officer confirms in any case. */
  readonly defaultCategory: "1" | "3" | null;
  /** Lists show numbers without names (ux 3.11); the Department's setting for one institution has the last word. */
  readonly protectedMode: boolean;
  /** A certificate names neither institution nor street: it would tell a diagnosis or a hidden address (instrument 4.3). */
  readonly certificateHidesPlace: boolean;
  /** Its residents are children. */
  readonly childrenInstitution: boolean;
}

/** All kinds in the order of the order. */
export const institutionKinds: readonly InstitutionKind[] = [
  {
    code: "I-01",
    text: {
      kk: "адам саудасының құрбандарын оңалту орталығы",
      ru: "центр реабилитации жертв торговли людьми",
      en: "rehabilitation centre for victims of human trafficking",
    },
    defaultCategory: "3",
    protectedMode: true,
    certificateHidesPlace: true,
    childrenInstitution: false,
  },
  {
    code: "I-02",
    text: {
      kk: "арнаулы әлеуметтік қызметтер көрсету орталығы",
      ru: "центр оказания специальных социальных услуг",
      en: "social-service centre",
    },
    defaultCategory: "1",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: false,
  },
  {
    code: "I-03",
    text: {
      kk: "балалар үйі",
      ru: "детский дом",
      en: "children's home",
    },
    defaultCategory: "1",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: true,
  },
  {
    code: "I-04",
    text: {
      kk: "дарынды балаларға арналған мектеп-интернат",
      ru: "школа-интернат для одарённых детей",
      en: "boarding school for gifted children",
    },
    defaultCategory: "3",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: true,
  },
  {
    code: "I-05",
    text: {
      kk: "спорттағы дарынды балаларға арналған мектеп-интернат",
      ru: "школа-интернат для одарённых в спорте детей",
      en: "boarding school for children gifted in sport",
    },
    defaultCategory: "3",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: true,
  },
  {
    code: "I-06",
    text: {
      kk: "жетім балаларға және ата-анасының қамқорлығынсыз қалған балаларға арналған мектеп-интернат",
      ru: "школа-интернат для детей-сирот и детей, оставшихся без попечения родителей",
      en: "boarding school for orphans and children without parental care",
    },
    defaultCategory: "1",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: true,
  },
  {
    code: "I-07",
    text: {
      kk: "мүгедектігі бар адамдарға және (немесе) мүгедектігі бар балаларға арналған оңалту орталығы",
      ru: "реабилитационный центр для лиц с инвалидностью и (или) детей с инвалидностью",
      en: "rehabilitation centre for persons and/or children with disabilities",
    },
    defaultCategory: "3",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: false,
  },
  {
    code: "I-08",
    text: {
      kk: "стационарлық көмек көрсететін ұйым",
      ru: "организация, оказывающая стационарную помощь",
      en: "in-patient health organisation",
    },
    defaultCategory: "3",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: false,
  },
  {
    code: "I-09",
    text: {
      kk: "сәбилер үйі",
      ru: "дом ребёнка",
      en: "infant home",
    },
    defaultCategory: "1",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: true,
  },
  {
    code: "I-10",
    text: {
      kk: "белгілі бір тұрғылықты жері жоқ адамдарға арналған әлеуметтік бейімдеу орталығы (түнде болу бөлімшесі, мобильді әлеуметтік патруль)",
      ru: "центр социальной адаптации для лиц без определённого места жительства (отделение ночного пребывания, мобильный социальный патруль)",
      en: "social-adaptation centre for persons of no fixed abode (night unit, mobile social patrol)",
    },
    defaultCategory: "1",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: false,
  },
  {
    code: "I-11",
    text: {
      kk: "тұрмыстық зорлық-зомбылық құрбандарына арналған дағдарыс орталығы",
      ru: "кризисный центр для жертв бытового насилия",
      en: "crisis centre for victims of domestic violence",
    },
    defaultCategory: "3",
    protectedMode: true,
    certificateHidesPlace: true,
    childrenInstitution: false,
  },
  {
    code: "I-12",
    text: {
      kk: "туберкулезге қарсы мамандандырылған ұйым",
      ru: "специализированная противотуберкулёзная организация",
      en: "specialised anti-tuberculosis organisation",
    },
    defaultCategory: "3",
    protectedMode: false,
    certificateHidesPlace: true,
    childrenInstitution: false,
  },
  {
    code: "I-13",
    text: {
      kk: "психоневрологиялық ұйым",
      ru: "психоневрологическая организация",
      en: "psychoneurological organisation",
    },
    defaultCategory: "1",
    protectedMode: true,
    certificateHidesPlace: true,
    childrenInstitution: false,
  },
  {
    code: "I-14",
    text: {
      kk: "наркологиялық көмек көрсететін медициналық ұйым",
      ru: "медицинская организация, оказывающая наркологическую помощь",
      en: "medical organisation for narcological care",
    },
    defaultCategory: "3",
    protectedMode: true,
    certificateHidesPlace: true,
    childrenInstitution: false,
  },
  {
    code: "I-15",
    text: {
      kk: "халықтың санитариялық-эпидемиологиялық салауаттылығы саласындағы медициналық ұйым",
      ru: "медицинская организация в сфере санитарно-эпидемиологического благополучия населения",
      en: "medical organisation for sanitary-epidemiological well-being",
    },
    defaultCategory: "3",
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: false,
  },
  {
    code: "I-16",
    text: {
      kk: "облыс әкімдігінің өзге мекемесі немесе ұйымы",
      ru: "иное учреждение или организация акимата области",
      en: "other institution or organisation of the akimat",
    },
    defaultCategory: null,
    protectedMode: false,
    certificateHidesPlace: false,
    childrenInstitution: false,
  },
];

/** One kind; throws on a code that is none, which a schema should have stopped. */
export function institutionKind(code: InstitutionKindCode): InstitutionKind {
  const kind = institutionKinds.find((known) => known.code === code);
  if (kind === undefined) throw new RangeError("no such kind of institution");
  return kind;
}
