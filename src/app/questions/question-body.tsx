// The one place that knows which kind of question is drawn by which component.
import type { QuestionProps } from "./question-props.ts";
import { CodeListQuestion } from "./code-list-question.tsx";
import { CompositeQuestion } from "./composite-question.tsx";
import { DateQuestion } from "./date-question.tsx";
import { MonthQuestion } from "./month-question.tsx";
import { MultiQuestion } from "./multi-question.tsx";
import { NameQuestion } from "./name-question.tsx";
import { NumberQuestion } from "./number-question.tsx";
import { PersonQuestion } from "./person-question.tsx";
import { PlaceQuestion } from "./place-question.tsx";
import { RosterQuestion } from "./roster-question.tsx";
import { SingleQuestion } from "./single-question.tsx";
import { TextQuestion } from "./text-question.tsx";

export function QuestionBody(props: QuestionProps) {
  switch (props.view.definition.type) {
    case "single":
      return <SingleQuestion {...props} />;
    case "multi":
      return <MultiQuestion {...props} />;
    case "number":
      return <NumberQuestion {...props} />;
    case "text":
      return <TextQuestion {...props} />;
    case "name":
      return <NameQuestion {...props} />;
    case "date":
      return <DateQuestion {...props} />;
    case "month":
      return <MonthQuestion {...props} />;
    case "code-list":
      return <CodeListQuestion {...props} />;
    case "place":
      return <PlaceQuestion {...props} />;
    case "person-ref":
      return <PersonQuestion {...props} />;
    case "composite":
      return <CompositeQuestion {...props} />;
    case "roster":
      return <RosterQuestion {...props} />;
  }
}
