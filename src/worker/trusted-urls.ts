// The page's CSP lets scripts be started only through the Trusted Types policy `app-sw` (protocol.md 4.13), which knows
// two addresses: the worker's and the service worker's.

interface ScriptUrlPolicy {
  /** Gives a TrustedScriptURL, which the sinks take where they are typed as string. */
  readonly createScriptURL: (url: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => ScriptUrlPolicy;
}

/** A function that blesses exactly these URLs; where the browser has no Trusted Types, it gives them back as they are. */
export function createTrustedUrls(allowed: readonly string[]): (url: string) => string {
  const check = (url: string): string => {
    if (!allowed.includes(url)) throw new TypeError("not a script of this application");
    return url;
  };
  const scope: object = globalThis;
  if (!hasTrustedTypes(scope)) return check;
  const policy = scope.trustedTypes.createPolicy("app-sw", { createScriptURL: check });
  return (url) => policy.createScriptURL(url);
}

/** Trusted Types are not in TypeScript's library; only what is used of them is described. */
function hasTrustedTypes(scope: object): scope is { readonly trustedTypes: PolicyFactory } {
  return "trustedTypes" in scope;
}
