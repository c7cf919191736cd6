import {
  generateSigningKey,
  SignedInstrument,
  sha256,
  signInstrument,
  signJws,
  verifyInstrument,
  type InstalledFile,
} from "#protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { createDepartment, type Department } from "./support/census-room.ts";
import { codeOf } from "./support/raw-batch.ts";

let department: Department;
beforeAll(async () => {
  department = await createDepartment();
});

const listPart = '{ "id": "kz2021-f1", "version": 1 }\n';
const personForm = '{ "id": "kz2021-f3", "version": 2, "title": "Жеке санақ парағы" }\r\n';

function instrument(parts: Partial<SignedInstrument> = {}): SignedInstrument {
  return {
    v: 1,
    col: department.col,
    id: "kz2021-f1+kz2021-f3",
    version: 2,
    approval: { state: "approved", by: "Бюро, № 12", on: "2021-08-20" },
    at: "2021-08-21T04:00:00.000Z",
    files: [
      { id: "kz2021-f1", version: 1, text: listPart },
      { id: "kz2021-f3", version: 2, text: personForm },
    ],
    ...parts,
  };
}

const verify = (file: string, installed: readonly InstalledFile[] = []) =>
  verifyInstrument(file, { document: department.document, installed });
const installed = async (version: number, text: string, id = "kz2021-f3"): Promise<readonly InstalledFile[]> => [
  { id, version, sha: await sha256(new TextEncoder().encode(text)) },
];

describe("the signed questionnaire", () => {
  it("[SY80] comes back as it was handed in, to the byte, with its approval", async () => {
    const file = await signInstrument(instrument(), department.root);
    const verified = await verify(`${file}\n`);
    expect(verified).toEqual({ ok: true, value: instrument() });
    expect(codeOf(await verify(file))).toBe("ok");
    expect(codeOf(await verify(`${file}\n\n`))).toBe("jws-malformed");
  });

  it("[SY80] is signed by the root only, and says who approved what is approved", async () => {
    await expect(signInstrument(instrument(), department.opener)).rejects.toThrow(/does not sign/);
    const nobody = { ...instrument(), approval: { state: "approved", by: null, on: null } };
    expect(SignedInstrument.safeParse(nobody).success).toBe(false);
    const draft = instrument({ approval: { state: "draft", by: null, on: null } });
    expect(codeOf(await verify(await signInstrument(draft, department.root)))).toBe("ok");
  });

  it("[SY80] has a limit, on both sides", async () => {
    const text = "x".repeat(8 * 1024 * 1024);
    const large = instrument({ files: [{ id: "kz2021-f3", version: 2, text }], id: "kz2021-f3" });
    await expect(signInstrument(large, department.root)).rejects.toThrow(/too long/);
    const signed = await signJws("census-instrument+jws", large, department.root);
    expect(codeOf(await verify(signed))).toBe("jws-too-long");
  });

  it("[SY81] is refused wherever it was torn", async () => {
    const file = await signInstrument(instrument(), department.root);
    for (const length of [0, 1, 40, Math.floor(file.length / 2), file.length - 90, file.length - 1]) {
      expect(codeOf(await verify(file.slice(0, length)))).toMatch(/^(jws-malformed|signature-bad)$/);
    }
  });

  it("[SY81] is refused with any letter changed", async () => {
    const file = await signInstrument(instrument(), department.root);
    for (let at = 0; at < file.length; at += 7) {
      const other = file[at] === "A" ? "B" : "A";
      expect(codeOf(await verify(file.slice(0, at) + other + file.slice(at + 1)))).not.toBe("ok");
    }
  });

  it("[SY81] is refused when another key signed it, whatever it is called", async () => {
    const stranger = await generateSigningKey("root", { extractable: true });
    expect(codeOf(await verify(await signInstrument(instrument(), stranger)))).toBe("kid-unknown");
    const renamed = { ...stranger, kid: department.root.kid };
    expect(codeOf(await verify(await signInstrument(instrument(), renamed)))).toBe("signature-bad");
  });

  it("[SY81] is refused as another kind of line, and another kind of line as it", async () => {
    expect(codeOf(await verify(department.documentJws))).toBe("typ-refused");
  });

  it("[SY81] is refused for another collection", async () => {
    const foreign = await signInstrument(instrument({ col: "kz2031" }), department.root);
    expect(codeOf(await verify(foreign))).toBe("collector-other");
  });

  it("[SY82] is refused when its name or version is not that of its files, or a file is in it twice", async () => {
    const [first, second] = instrument().files;
    if (first === undefined || second === undefined) throw new Error("two files");
    const wrong = [{ id: "kz2021-f3" }, { version: 3 }, { files: [first, first] }, { files: [second, first] }];
    for (const parts of wrong) {
      await expect(signInstrument(instrument(parts), department.root)).rejects.toThrow(/not that of its files/);
      const signed = await signJws("census-instrument+jws", instrument(parts), department.root);
      expect(codeOf(await verify(signed))).toBe("instrument-invalid");
    }
    const shapeless = await signJws("census-instrument+jws", { v: 1 }, department.root);
    expect(codeOf(await verify(shapeless))).toBe("instrument-invalid");
  });

  it("[SY83] is refused when a file is older than the installed one, or another under the same version", async () => {
    const file = await signInstrument(instrument(), department.root);
    expect(codeOf(await verify(file, await installed(3, personForm)))).toBe("instrument-older");
    expect(codeOf(await verify(file, await installed(2, `${personForm} `)))).toBe("instrument-conflict");
    expect(codeOf(await verify(file, await installed(2, personForm)))).toBe("ok");
    expect(codeOf(await verify(file, await installed(1, "another")))).toBe("ok");
    expect(codeOf(await verify(file, await installed(9, "another", "kz2021-f9")))).toBe("ok");
  });
});
