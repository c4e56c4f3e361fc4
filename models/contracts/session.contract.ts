import { z } from "zod";
import { defineContract } from "./contract.ts";

/** Exchanges LINE's ID token, once, for our own session: an HttpOnly cookie. */
export const openSession = defineContract({
  method: "post",
  path: "/session",
  summary: "Exchange LINE's ID token for a session cookie",
  asks: "nobody",
  body: z.strictObject({ idToken: z.string().min(1).max(4_000) }),
  response: z.object({ isRegistered: z.boolean() }),
  errors: ["id_token_refused"],
});

export const closeSession = defineContract({
  method: "delete",
  path: "/session",
  summary: "End the session on this device",
  asks: "nobody",
  response: z.object({}),
});
