// The census's lists and functions, as the authoring commands take them.
import type { AuthoringHost, ListedCode } from "#authoring";
import { censusHost, codeList, codeListNames } from "#census";

export const censusAuthoringHost: AuthoringHost = {
  ...censusHost,
  codesOf(list): readonly ListedCode[] {
    if (!codeListNames.has(list)) return [];
    return Array.from(codeList(list), ({ code, kk, ru, en }) => ({ code, text: { kk, ru, en } }));
  },
};
