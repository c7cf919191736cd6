// ES256 has two valid signatures for each one: (r, s) and (r, n − s). Only the lower s is spoken here, so that a signed
// line has exactly one spelling and nobody can change a link of the chain without the key. Implements SY8.

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function bytesToNumber(bytes: Uint8Array): bigint {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  return number;
}

/** True for 64 bytes r‖s whose s lies in the lower half. */
export function hasLowS(signature: Uint8Array): boolean {
  return signature.length === 64 && bytesToNumber(signature.subarray(32)) <= order / 2n;
}

/** The same signature with the lower s. */
export function withLowS(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const lowered = new Uint8Array(signature);
  if (hasLowS(signature)) return lowered;
  let s = order - bytesToNumber(signature.subarray(32));
  for (let at = 63; at >= 32; at--) {
    lowered[at] = Number(s & 0xffn);
    s >>= 8n;
  }
  return lowered;
}
