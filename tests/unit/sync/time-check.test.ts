import { describe, expect, it } from "vitest";
import { isClockJump, judgeClock, skewOf } from "#sync";

const serverMs = Date.UTC(2021, 9, 1, 5);
const minute = 60_000;
const hour = 60 * minute;

function tokenWith(tabletAtMs: number, rttMs = 0) {
  return { atMs: serverMs, jti: "x", tabletAtMs, rttMs };
}

describe("the tablet's clock", () => {
  it("takes half the round trip off", () => {
    expect(skewOf(tokenWith(serverMs + 1000, 2000))).toBe(0);
    expect(skewOf(tokenWith(serverMs + 5000, 2000))).toBe(4000);
  });

  it.each([
    ["right", 0, "ok"],
    ["five minutes off", 5 * minute, "ok"],
    ["more than five minutes fast", 5 * minute + 1, "warn"],
    ["an hour slow", -hour, "warn"],
    ["a day off", 24 * hour, "warn"],
    ["more than a day fast", 24 * hour + 1, "block"],
    ["in 2035", 14 * 365 * 24 * hour, "block"],
  ] as const)("[SY77] %s", (_how, apartMs, verdict) => {
    const nowMs = serverMs + apartMs;
    expect(judgeClock(tokenWith(nowMs), nowMs)).toBe(verdict);
  });

  it("[SY77] in 1970 blocks with and without a server's word; a plausible clock without one is unknown", () => {
    expect(judgeClock(null, 1000)).toBe("block");
    expect(judgeClock(tokenWith(serverMs), 1000)).toBe("block");
    expect(judgeClock(null, serverMs)).toBe("unknown");
  });

  it("[SY77] set back behind the last server time shows itself without a server", () => {
    expect(judgeClock(tokenWith(serverMs), serverMs - 6 * minute)).toBe("warn");
    expect(judgeClock(tokenWith(serverMs), serverMs - 25 * hour)).toBe("block");
    expect(judgeClock(tokenWith(serverMs), serverMs + 30 * 24 * hour)).toBe("ok");
  });

  it("[SY77] jumps when wall and counter part by more than 2 s", () => {
    const before = { wallMs: serverMs, monotonicMs: 0 };
    expect(isClockJump(before, { wallMs: serverMs + minute, monotonicMs: minute })).toBe(false);
    expect(isClockJump(before, { wallMs: serverMs + minute + 2000, monotonicMs: minute })).toBe(false);
    expect(isClockJump(before, { wallMs: serverMs + hour, monotonicMs: minute })).toBe(true);
    expect(isClockJump(before, { wallMs: serverMs - hour, monotonicMs: minute })).toBe(true);
  });
});
