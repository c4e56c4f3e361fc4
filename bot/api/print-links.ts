import { openSignedTokens } from "#bot/platform/signed-tokens.ts";

/** A request on paper, as one person may see it. */
export type PrintLink = { requestId: string; personId: string };

export type PrintLinks = {
  make(link: PrintLink, until: Date): string;
  /** what a token prints now; null when it is forged, broken or over */
  read(token: string, now: Date): PrintLink | null;
};

/** Links to one document each, for a browser without a session: whose link it is decides what the paper shows. */
export function openPrintLinks(secret: string): PrintLinks {
  const tokens = openSignedTokens(secret, "print links");
  return {
    make: ({ requestId, personId }, until) => tokens.make(`${requestId}.${personId}`, until),
    read(token, now) {
      const [requestId, personId] = tokens.read(token, now)?.split(".") ?? [];
      return requestId && personId ? { requestId, personId } : null;
    },
  };
}
