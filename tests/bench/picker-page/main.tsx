// The page of picker.bench.ts: the product's picker over an invented code list, with nothing else on the page.
import "../../../src/app/theme/index.css";
import { createRoot } from "react-dom/client";
import { openInterview } from "#questionnaire";
import type { CodeList } from "#census";
import { CodePicker } from "../../../src/app/questions/code-picker.tsx";
import { QuestionSettingContext, type QuestionSetting } from "../../../src/app/questions/question-props.ts";
import { compiled } from "../../support/questionnaire/conversation.ts";
import { household } from "../../support/questionnaire/household.ts";
import { inventList } from "../half-a-million.ts";

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place to paint in");
const root = createRoot(place);

const setting: QuestionSetting = {
  language: "kk",
  person: "second",
  codeList: () => {
    throw new Error("the picker is given its list");
  },
  birthPaths: [],
  ageOf: () => null,
  isFromAnotherSource: () => false,
  second: null,
  personName: () => "",
  hidesNames: false,
};

const view = openInterview(compiled(household), { context: {}, answers: {} }).question("H");

let list: CodeList | null = null;
/** Names of invented entries; the list is made before anything is measured. */
function invent(rows: number): void {
  list = inventList(rows, 7);
}

function open(): void {
  if (list === null) throw new Error("no list was invented");
  root.render(
    <QuestionSettingContext value={setting}>
      <CodePicker
        view={view}
        choices={{ list, except: [], frequent: [] }}
        chosen={null}
        isOpen
        onChoose={() => undefined}
        onWrite={() => undefined}
        specials={[]}
        onClose={() => undefined}
      />
    </QuestionSettingContext>,
  );
}

Object.assign(globalThis, { pickerBench: { invent, open } });
