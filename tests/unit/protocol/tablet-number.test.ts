// The digits that an officer and the Department read to each other.
import { describe, expect, it } from "vitest";
import { deliveryNumber, newId, tabletNumber } from "#protocol";
import { createSeededRandom } from "../../support/tablet/fakes.ts";

describe("the number of a tablet", () => {
  it("[SY96] is four digits of the device id, the same wherever it is worked out", () => {
    // Its first eight characters are the number 73019670073908.
    expect(tabletNumber("Qmk3fxI0AAAAAAAAAAAAAA")).toBe("3908");
    expect(tabletNumber("AAAAAAAAAAAAAAAAAAAAAA")).toBe("0000");
    expect(tabletNumber("AAAAAAGcAAAAAAAAAAAAAA")).toBe("0412");
    expect(deliveryNumber("AAAAAAGcAAAAAAAAAAAAAA", 7)).toBe("0412-7");
  });

  it("[SY96] holds digits alone, and tells the tablets of a region apart as well as four digits can", () => {
    const random = createSeededRandom(7);
    const numbers = Array.from({ length: 300 }, () => tabletNumber(newId(random)));
    expect(numbers.filter((number) => !/^\d{4}$/u.test(number))).toEqual([]);
    expect(new Set(numbers).size).toBeGreaterThan(285);
  });
});
