// Which PINs may be set. Five tries in a million are few only while people do not all take the same ones.

const digits = 6;

export function isQuickPin(pin: string): boolean {
  return /^[0-9]{6}$/u.test(pin);
}

/** 000000, 121212, 123123, 123456, 987654, 890123: what is tried first. */
export function isTrivialPin(pin: string): boolean {
  return isRepeated(pin) || isSequence(pin, 1) || isSequence(pin, 9);
}

/** One, two or three digits over and over. */
function isRepeated(pin: string): boolean {
  return [1, 2, 3].some((length) => pin.slice(0, length).repeat(digits / length) === pin);
}

/** Each digit the one before and a step, after 9 comes 0. */
function isSequence(pin: string, step: number): boolean {
  return Array.from(pin, Number).every((digit, index) => index === 0 || digit === (Number(pin[index - 1]) + step) % 10);
}
