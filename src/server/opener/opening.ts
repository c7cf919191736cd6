// What the opener finds in a batch, as values: made by the opening process, written down by the opener. Pure but for
// the cryptography; the same engine as on the tablet judges each form. Implements SY24–SY29, SY86.
import type { FormLine, PayloadLine } from "#fieldwork";
import { checkFinished, openInterview, type FinishBlock, type Questionnaire } from "#questionnaire";
import { personsNamedIn } from "#census";
import { acceptanceCode, importVerifyKey, openBatch, sha256, type PublicJwk } from "#protocol";
import { questionnaireOf, type InstrumentTexts } from "../registry/form-questionnaire.ts";

export interface OpeningTask {
  readonly bytes: Uint8Array;
  readonly col: string;
  readonly device: {
    readonly sourceId: string;
    readonly devKid: string;
    readonly devJwk: PublicJwk;
    readonly offKid: string;
    readonly offJwk: PublicJwk;
    readonly institutionId: string;
    readonly officerId: string;
  };
  readonly identitiesBySealId: Readonly<Record<string, string>>;
  /** Installed questionnaires beside the built-in one. */
  readonly instruments: readonly InstrumentTexts[];
}

export interface OpenedForm {
  readonly line: FormLine;
  readonly contentSha: string;
}

export interface LineError {
  readonly id: string | null;
  readonly rev: number | null;
  readonly code: string;
}

export type Opening =
  /** Sealed to a key this opener does not hold: it stays as it is. */
  | { readonly type: "not-ours" }
  /** A form names a version that is not here (SY84): it waits for it, with the batch it came in. */
  | { readonly type: "instrument-unknown" }
  | { readonly type: "refused"; readonly code: string }
  | {
      readonly type: "opened";
      readonly lines: readonly Exclude<PayloadLine, FormLine>[];
      readonly forms: readonly OpenedForm[];
      readonly errors: readonly LineError[];
      /** Made here, so that the batch's secret stays in the process that opened it. */
      readonly acceptanceCode: string;
    };

/** The schema names this server understands. */
const schemas = new Set(["sanaq-payload/1"]);

export async function openTask(task: OpeningTask): Promise<Opening> {
  const { device } = task;
  const keyOf = async (kid: string, own: string, jwk: PublicJwk, purpose: "dev" | "off") => {
    if (kid !== own) return null;
    const key = await importVerifyKey(jwk, purpose, device.sourceId);
    return key.ok ? key.value : null;
  };
  const opened = await openBatch(task.bytes, {
    col: task.col,
    deviceKeys: (kid) => keyOf(kid, device.devKid, device.devJwk, "dev"),
    officerKeys: (kid) => keyOf(kid, device.offKid, device.offJwk, "off"),
    identityOf: (sealId) => task.identitiesBySealId[sealId] ?? null,
    enrolmentOf: () => ({ inst: device.institutionId, off: device.officerId }),
    isSchemaKnown: (schema) => schemas.has(schema),
  });
  if (!opened.ok) return { type: "refused", code: opened.error.type };
  if (opened.value === null) return { type: "not-ours" };

  const lines: Exclude<PayloadLine, FormLine>[] = [];
  const forms: OpenedForm[] = [];
  const errors: LineError[] = [];
  for (const { parsed } of opened.value.lines) {
    if (!parsed.ok) {
      errors.push({ id: parsed.error.id, rev: parsed.error.rev, code: "form-invalid" });
    } else if (parsed.value.typ === "form") {
      const questionnaire = questionnaireOf(parsed.value.questionnaire, task.instruments);
      if (questionnaire === null) return { type: "instrument-unknown" };
      const code = judgeForm(parsed.value, questionnaire);
      if (code === null) forms.push({ line: parsed.value, contentSha: await shaOf(parsed.value) });
      else errors.push({ id: parsed.value.id, rev: parsed.value.rev, code });
    } else {
      lines.push(parsed.value);
    }
  }
  const { manifest, link, secret } = opened.value;
  return { type: "opened", lines, forms, errors, acceptanceCode: await acceptanceCode(secret, { ...manifest, link }) };
}

function shaOf(form: FormLine): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify(form)));
}

/** Null = complete and consistent; else the code of the first thing that stands against it. */
export function judgeForm(
  form: Pick<FormLine, "answers" | "confirmations" | "context">,
  questionnaire: Questionnaire,
): string | null {
  const interview = openInterview(questionnaire, {
    context: { ...form.context, persons: personsNamedIn(questionnaire, form.answers) },
    answers: form.answers,
    confirmations: form.confirmations,
  });
  if (interview.unknownPaths().length > 0) return "unknown-question";
  const [block] = checkFinished(interview);
  return block === undefined ? null : blockCode(block);
}

function blockCode(block: FinishBlock): string {
  switch (block.type) {
    case "hard-finding":
    case "unconfirmed-finding":
    case "permission-not-asked":
      return block.finding.edit.replaceAll("/", "-");
    case "unanswered":
      return `unanswered-${block.path.replaceAll(/[^A-Za-z0-9.]/g, "-")}`;
  }
}
