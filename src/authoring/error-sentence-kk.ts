// What is wrong with a definition, in Kazakh. Nothing is joined to a value: its ending depends on the word.
import { isForEach, unreachable, type DefinitionError, type Slip } from "#questionnaire";
import { limitIn, phraseIn, placeIn } from "./error-phrases.ts";

const languageNames = { kk: "қазақша", ru: "орысша", en: "ағылшынша" } as const;

const referenceReasons = {
  unknown: "ондай сұрақ жоқ",
  "not-a-multi": "ол бірнеше жауап белгіленетін сұрақ емес",
  "not-a-list": "ол тізім де, кесте де емес",
  "list-without-lines": "оның жазбаларында «line» жоқ",
  "not-a-roster": "ол кесте емес",
  "in-another-roster":
    'ол басқа кестенің қатарларында тұр (қатарларды тексеретін тексеріс кестені атайды: "forEach": "P21")',
  "later-than-this": "ол осы сұрақтан кейін сұралады",
} as const;

const fillReasons = {
  "two-kinds": "кірістірмеде plural, choice, label бөліктерінің біреуі ғана болады.",
  "exactly-without-plural": "жеке сандардың сөзі (exactly) plural тұлғаларымен бірге ғана жазылады.",
  "plural-of-no-number": "plural тұлғалары санға арналған, ал бұл мән сан емес.",
  "choice-of-no-known-codes":
    "choice кодтары сауалнамада тізілген мәнге арналған: бір жауапты сұраққа немесе кодтары жазылған сыртқы мәнге.",
  "no-label": "бұл мәннің атауы жоқ: нұсқалары бар, код тізімінен алынатын немесе жер туралы сұрақты атаңыз.",
  "label-with-placeholder":
    "бұл сұрақтың нұсқаларында кірістірме бар, сондықтан олардың мәтіні басқа мәтінге қойылмайды.",
  "no-words": "бұл мән өзі жазылмайды: кодқа choice не label, жерге label керек.",
} as const;

/** One sentence, without the place. Exhaustive: a new error needs its sentence. */
export function errorSentenceKk(error: DefinitionError): string {
  switch (error.type) {
    case "shape-wrong":
      return `файлдың бұл жері дұрыс емес: ${phraseIn("kk", error.reason)}.`;
    case "text-missing":
      return `${languageNames[error.language]} мәтін жоқ. Әр мәтін қазақша, орысша және ағылшынша керек.`;
    case "key-unknown":
      return `«${error.key}» деген бөлік мұнда танылмайды.${error.nearest === undefined ? " Қате жазылған жоқ па, әлде басқа жерге тиесілі ме?" : nearest(error.nearest)}`;
    case "too-big":
      return `тым үлкен: ең көбі ${error.max} ${limitIn("kk", error.limit)}.`;
    case "id-duplicate":
      return `«${error.id}» бұрын қолданылған: ${placeIn("kk", error.firstPlace)}. Әр id бір-ақ рет беріледі.`;
    case "unit-different":
      return `бұл файлдың санақ бірлігі — «${error.unit}», ал басқа файлдікі — «${error.first}». Бір сауалнаманың файлдарында бірлік бірдей болуы керек.`;
    case "code-set-unknown":
      return `бұл файлдың codeSets бөлігінде «${error.set}» деген нұсқалар жиыны жоқ.`;
    case "list-unknown":
      return `«${error.list}» деген код тізімі жоқ.`;
    case "list-code-unknown":
      return `«${error.list}» код тізімінде «${error.code}» коды жоқ.`;
    case "reference-wrong":
      return `мұнда «${error.to}» дегенді атауға болмайды: ${referenceReasons[error.reason]}.`;
    case "range-empty":
      return `төменгі шек (${error.min}) пен жоғарғы шек (${error.max}) арасында ештеңе жоқ.`;
    case "date-impossible":
      return `күнтізбеде мұндай күн жоқ: ${error.date}.`;
    case "more-errors":
      return `және тағы ${error.count} қате бар. Алдымен жоғарыдағыларын түзетіңіз.`;
    case "cycle":
      return `мыналар бірін-бірі күтіп тұр: ${error.names.join(" → ")}. Біреуі келесісіне тәуелді болмауы керек.`;
    case "never-asked":
      return `${error.question} сұрағы ешқашан қойылмайды: шарты ${orOthers("өзіне немесе бөлімнің шартына", error.because)} қайшы.`;
    case "never-fires":
      return `${error.edit} тексерісі ешқашан іске қосылмайды: шарты ${orOthers("өзіне", error.because)} қайшы.`;
    case "never-offered":
      return `«${error.code}» нұсқасын ешқашан таңдауға болмайды: шарты ${orOthers("өзіне", error.because)} қайшы.`;
    case "proposal-unfit":
      return `${error.question} сұрағы бұл мәнді қабылдамайды (шек, ұзындық, күнтізбе, тізім), сондықтан ол ешқашан ұсынылмайды.`;
    case "prefill-reads-answer":
      return `алдын ала толтыру сұхбатқа дейін белгілі мәндерден алынады, ал мұнда ${error.question} сұрағының жауабы оқылады. Оны «default» деп жазыңыз.`;
    case "prefill-source":
      return error.sources.length === 0
        ? "алдын ала толтыру «source» көрсетілген кемінде бір сыртқы мәнді оқуы керек: қызметкер оның қайдан алынғанын көреді. Мән еш жерден алынбаса, «default» деп жазыңыз."
        : `алдын ала толтырудың көзі біреу-ақ болады, ал мұнда бірнеше көз бар: ${error.sources.join(", ")}.`;
    case "known-beforehand":
      return `«${error.name}» сұхбатқа дейін белгілі, ол тек ұсынылады: оны «prefill», «default» және мәтіндер ғана оқи алады, ал мұнда оны ${error.reader} оқиды. Парақты қайта тексеретін сервер бұл мәнді білмейді.`;
    case "role-unknown":
      return `«${error.role}» деген рөл жоқ.${nearest(error.nearest)}`;
    case "role-type":
      return `${error.to} сұрағының түрі — ${error.found}, ал «${error.role}» рөліне керек түр: ${error.expected}.`;
    case "role-code":
      return `${error.to} сұрағында «${error.code}» нұсқасы жоқ, ал бағдарламалар «${error.role}» рөлінен оны іздейді.`;
    case "role-missing":
      return `бірде-бір сұрақта «${error.role}» рөлі жоқ, ал ${error.unit} сауалнамасына ол міндетті. "roles": { "${error.role}": … } бөлігіне сұрақтың id-ін жазыңыз, түрі: ${error.expected}.`;
    case "placeholder-unknown":
      return `{${error.name}} — кірістірме де, есептеу де, сыртқы мән де емес.${nearest(error.nearest)}`;
    case "placeholder-type":
      return `{${error.name}} түрі — ${phraseIn("kk", error.found)}. Мәтінге тек мәтін, сан, күн немесе аты-жөні қойылады. Код не жер атауы үшін кірістірме (fills) жазыңыз.`;
    case "placeholder-broken":
      return `${languageNames[error.language]} мәтіндегі фигуралы жақша дұрыс емес. Кірістірме, есептеу не сыртқы мән атауымен {атау} деп жазыңыз (тақырыпта ол болмайды).`;
    case "placeholder-suffix":
      return `қазақша мәтінде жақшадан кейін жалғау бірге де, бөлек те жазылмайды: «{${error.name}}${error.suffix}» сөздердің жартысында қате болады. Сөйлемді {${error.name}} жеке тұратындай етіп құрыңыз немесе бүкіл сөзді кірістірмеге салыңыз.`;
    case "placeholder-glued":
      return `${languageNames[error.language]} мәтінде жақшаға әріп жабысып тұр: «${error.written}». Басқа мәнде сөз қате болады. Бүкіл сөзді кірістірменің тұлғаларына салыңыз.`;
    case "fill-wrong":
      return fillReasons[error.reason];
    case "fill-brace":
      return `кірістірме тұлғасында {value} ғана болады, ол да тек санның қасында (${languageNames[error.language]} мәтін).`;
    case "plural-form-missing":
      return `${languageNames[error.language]} «${error.form}» тұлғасы жоқ. Санға керегі: қазақша other; орысша one, few, many, other; ағылшынша one, other.`;
    case "choice-incomplete":
      return `мына кодтардың сөзі жоқ: ${error.codes.join(", ")}. Таңдауда әр кодтың сөзі болуы керек.`;
    case "choice-code-unknown":
      return `мәннің кодтары арасында «${error.code}» жоқ; кодтары: ${error.known.join(", ")}.`;
    default:
      return ofExpression(error);
  }
}

function ofExpression(error: Extract<DefinitionError, { expression: string }>): string {
  switch (error.type) {
    case "syntax-error":
      if (error.slip !== undefined) return ofSlip(error.slip);
      return `мұнда ${phraseIn("kk", error.expected)} тұруы керек еді, ал жазылғаны: ${phraseIn("kk", error.found)}.`;
    case "expression-too-big":
      return `өрнек тым үлкен: ең көбі ${error.max} ${limitIn("kk", error.limit)}.`;
    case "name-unknown":
      return `«${error.name}» деген сұрақ, есептеу немесе сыртқы мән жоқ.${nearest(error.nearest)}`;
    case "name-in-roster":
      return `«${error.name}» мәні ${error.roster} кестесінің әр қатарында бар. Барлығы туралы былай сұраңыз: any(${error.roster}, row => …). Әр қатарда жеке тексерілетін тексеріске "forEach": "${error.roster}" деп жазылады.`;
    case "function-unknown":
      if (isForEach(error.name)) {
        return `«${error.name}» функция емес, әр қатарда жеке тексерілетін тексерістің бөлігі: "forEach": "P21". Барлық қатар туралы any(P21, row => …) немесе all(P21, row => …) деп сұралады.`;
      }
      return `«${error.name}» деген функция жоқ.${nearest(error.nearest)}`;
    case "arguments-wrong":
      return `«${error.name}» функциясының жақшасында керегі: ${error.expected}, жазылғаны: ${error.found}.`;
    case "type-wrong":
      return `мұнда керегі: ${phraseIn("kk", error.expected)}, ал бұл: ${phraseIn("kk", error.found)}.${error.found === "item => …" ? " «Кем емес» белгісі былай жазылады: >=." : ""}`;
    case "code-unknown":
      return `«${error.code}» кодтардың ішінде жоқ${error.known.length > 0 ? ` (${error.known.join(", ")})` : ""}.`;
    case "number-for-code":
      return `код тырнақшамен жазылады: ${error.number} емес, "${error.number}".`;
    case "codes-never-equal":
      return "бұл екеуінде ортақ код жоқ, сондықтан олар ешқашан тең болмайды.";
    case "dates-never-equal":
      return `бұл екі күннің дәлдігі әртүрлі (күн, ай немесе жыл), сондықтан олар ешқашан тең болып шықпайды. Былай жазыңыз: ${error.instead}.`;
    default:
      return unreachable(error);
  }
}

function ofSlip(slip: Slip): string {
  switch (slip.kind) {
    case "instead":
      return `мұнда «${slip.wrong}» емес, «${slip.instead}» деп жазылады.`;
    case "cyrillic":
      return `«${slip.wrong}» ішінде латын әрпіне ұқсайтын кирилл әрпі бар. Латын әріптерімен жазыңыз: ${slip.instead}.`;
    case "unquoted":
      return `«${slip.wrong}» атау емес: атау латын әріптерімен, код пен мәтін тырнақшамен жазылады.`;
    case "quotes":
      return "бұл тырнақша жарамайды. Код пен мәтін түзу тырнақшамен жазылады: '…' немесе \"…\".";
    case "space":
      return "мұнда көзге көрінбейтін ерекше бос орын бар. Оның орнына кәдімгі бос орын қойыңыз.";
    default:
      return unreachable(slip);
  }
}

function nearest(name: string | null): string {
  return name === null ? "" : ` Мүмкін, «${name}» болар?`;
}

function orOthers(itself: string, because: readonly string[]): string {
  return because.length === 0 ? itself : `${because.join(", ")} сұрақтарының шартына немесе шегіне`;
}
