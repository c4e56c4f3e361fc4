import { z } from "zod";
import { defineContract } from "./contract.ts";
import { id, moment } from "./parts.ts";

/** not-yet: its first day is to come · valid · expired: its last day is over · revoked: ended before that day, or not valid any more */
export const cardStandings = ["not-yet", "valid", "expired", "revoked"] as const;

const row = z.object({ label: z.string(), value: z.string() });

export const getCard = defineContract({
  method: "get",
  path: "/requests/:id/card",
  summary: "The card that came of a request, for its holder: never a password",
  asks: "person",
  params: z.strictObject({ id }),
  response: z.object({
    name: z.string(),
    number: z.string(),
    holder: z.string(),
    school: z.string(),
    rows: z.array(row),
    /** the last day it is valid */
    until: z.iso.date().nullable(),
    /** the first day it is valid */
    from: z.iso.date().nullable(),
    standing: z.enum(cardStandings),
    /** signed; opened by staff it says whether the card is valid */
    code: z.string(),
    /** the code as a page of the mini-app that staff's phones open; null without a LIFF */
    url: z.string().nullable(),
    /** QR of that page (else of the code): the modules of each row, "1" dark */
    qr: z.array(z.string()),
  }),
  errors: ["not_found"],
});

export const checkCard = defineContract({
  method: "get",
  path: "/cards/:code",
  summary: "Whether a shown card is valid, whose it is and for what; for staff",
  asks: "person",
  params: z.strictObject({ code: z.string().max(200) }),
  response: z.object({
    name: z.string(),
    standing: z.enum(cardStandings),
    holder: z.string(),
    school: z.string(),
    rows: z.array(row),
    from: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
    /** when it ended, where it was revoked */
    endedAt: moment.nullable(),
  }),
  errors: ["not_found", "not_allowed"],
});
