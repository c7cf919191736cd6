// The page's CSP lets scripts be started only through the Trusted Types policy `app-sw` (protocol.md 4.13), which knows
// two addresses: the worker's and the service worker's.

interface ScriptUrlPolicy {
  readonly createScriptURL: (url: string) => unknown;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => ScriptUrlPolicy;
}

/** A function that blesses exactly these URLs; where the browser has no Trusted Types, it gives them back as they are. */
export function createTrustedUrls(allowed: readonly string[]): (url: string) => string {
  const check = (url: string): string => {
    if (!allowed.includes(url)) throw new TypeError("not a script of this application");
    return url;
  };
  // Trusted Types are not in TypeScript's library; only the one member used is described.
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  if (trustedTypes === undefined) return check;
  const policy = trustedTypes.createPolicy("app-sw", { createScriptURL: check });
  // The sinks take a TrustedScriptURL where they are typed as string.
  return (url) => policy.createScriptURL(url) as string;
}
