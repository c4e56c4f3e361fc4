import { z } from "zod";
import { defineContract } from "./contract.ts";
import { id } from "./parts.ts";

export const linkPrint = defineContract({
  method: "post",
  path: "/requests/:id/print-link",
  summary: "An address, good for five minutes without a session, of the request as PDF as the viewer may see it",
  asks: "person",
  params: z.strictObject({ id }),
  // Below the server's own origin, as pictures are.
  response: z.object({ url: z.string() }),
  errors: ["not_found"],
});
