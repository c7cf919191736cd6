// What `status` prints of a tablet: its acceptance code, and what stands in the way of more.
import { expect, it } from "vitest";
import { statusLine } from "../../../src/server/cli/status-words.ts";
import { deviceOf0412, statusOf } from "../../support/server/device-status.ts";

const counts =
  "lists 0, lines 0, forms 0, premises 0, batches 0 (accepted 0, waiting 0, refused 0, quarantined 0), receipts 0";
const row = statusOf("I-05", deviceOf0412);
const code = "acceptance code 1234 5678 (batches up to 7)";

it("prints the counts alone where no code is waited for", () => {
  expect(statusLine(statusOf("I-05"), null)).toBe(`inst-1 (no tablet): ${counts}`);
  expect(statusLine(row, null)).toBe(`inst-1 № 0412 ${deviceOf0412}: ${counts}`);
});

it("[SY87] prints the code and, where more came, what stands in its way and what to do", () => {
  const whole = { upTo: 7, code: "12345678", stop: null };
  expect(statusLine(row, whole)).toBe(`inst-1 № 0412 ${deviceOf0412}: ${counts}, ${code}`);
  expect(statusLine(row, { ...whole, stop: { seq: 8, why: "missing" } })).toBe(
    `inst-1 № 0412 ${deviceOf0412}: ${counts}, ${code}. From batch No. 8 on there is no acceptance code: ` +
      "this batch has not arrived. This batch has to be brought from the tablet: copy the file again.",
  );
});

it("[SY87] says why where there is no code at all", () => {
  expect(statusLine(row, { upTo: 0, code: null, stop: { seq: 1, why: "refused" } })).toBe(
    `inst-1 № 0412 ${deviceOf0412}: ${counts}. From batch No. 1 on there is no acceptance code: ` +
      "this batch was refused. Take the file of receipts (receipts-….jsonl) back to the tablet.",
  );
});
