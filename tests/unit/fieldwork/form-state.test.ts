import { describe, expect, it } from "vitest";
import { deriveFormState, isOnlyOnTablet, type FormDelivery } from "#fieldwork";

const delivered = (state: FormDelivery["state"], rev = 1): FormDelivery => ({ rev, state });

describe("where a form is, as the officer sees it", () => {
  it("follows the form from nothing to the Department", () => {
    expect(deriveFormState(null, null)).toBe("not-started");
    expect(deriveFormState({ state: "being-filled", rev: 1 }, null)).toBe("being-filled");
    const finished = { state: "finished", rev: 1 } as const;
    expect(deriveFormState(finished, delivered("sealed"))).toBe("ready");
    expect(deriveFormState(finished, delivered("exported"))).toBe("on-usb");
    expect(deriveFormState(finished, delivered("stored"))).toBe("stored");
    expect(deriveFormState(finished, delivered("accepted"))).toBe("accepted");
    expect(deriveFormState(finished, delivered("refused"))).toBe("refused");
    expect(deriveFormState(finished, delivered("quarantined"))).toBe("quarantined");
  });

  it("shows a reopened form as being filled whatever became of the revision before", () => {
    for (const state of ["accepted", "refused", "sealed"] as const) {
      expect(deriveFormState({ state: "being-filled", rev: 2 }, delivered(state, 1))).toBe("being-filled");
    }
    expect(deriveFormState({ state: "finished", rev: 2 }, delivered("accepted", 1))).toBe("ready");
  });

  it("believes the outbox where the tablet died between sealing and writing the interview", () => {
    expect(deriveFormState({ state: "being-filled", rev: 1 }, delivered("sealed", 1))).toBe("ready");
    expect(deriveFormState(null, delivered("stored", 1))).toBe("stored");
  });

  it("counts a copy on USB as only on this tablet until a receipt says otherwise (O15)", () => {
    expect(isOnlyOnTablet("on-usb")).toBe(true);
    expect(isOnlyOnTablet("refused")).toBe(true);
    expect(isOnlyOnTablet("stored")).toBe(false);
    expect(isOnlyOnTablet("not-started")).toBe(false);
  });
});
