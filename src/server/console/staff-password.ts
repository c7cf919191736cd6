// Passwords of staff: scrypt in Node's thread pool, compared in constant time, kept as a file of the data folder until
// the console has accounts of its own.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";

const Staff = z.strictObject({ user: z.string(), salt: z.string(), hash: z.string() });
type Staff = z.infer<typeof Staff>;

const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 2 ** 20 };
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, 32, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

const staffFile = (dataDir: string): string => join(dataDir, "console-login.json");

/** Makes the first login and returns its password, which is nowhere else; null when there is one already. */
export async function createStaffLogin(
  dataDir: string,
): Promise<{ readonly user: string; readonly password: string } | null> {
  if (existsSync(staffFile(dataDir))) return null;
  // 20 letters of 31: 99 bits. A byte above the last whole multiple is drawn again.
  const letters: string[] = [];
  while (letters.length < 20) {
    const [byte] = randomBytes(1);
    if (byte !== undefined && byte < 248) letters.push(alphabet.charAt(byte % 31));
  }
  const password = letters.join("").replace(/(.{5})(?=.)/g, "$1-");
  const salt = randomBytes(16);
  const staff: Staff = {
    user: "department",
    salt: salt.toString("base64url"),
    hash: (await derive(password, salt)).toString("base64url"),
  };
  writeFileSync(staffFile(dataDir), JSON.stringify(staff), { mode: 0o600 });
  return { user: staff.user, password };
}

/** The same work for a wrong user as for a wrong password. */
export async function isStaffLogin(dataDir: string, user: string, password: string): Promise<boolean> {
  const staff = Staff.parse(JSON.parse(readFileSync(staffFile(dataDir), "utf8")));
  const hash = await derive(password, Buffer.from(staff.salt, "base64url"));
  const isRight = timingSafeEqual(hash, Buffer.from(staff.hash, "base64url"));
  return isRight && user === staff.user;
}
