import { z } from "zod";
import { defineContract } from "./contract.ts";

/** What the mini-app asks before anything else: run time, never baked into its build. */
export const getConfig = defineContract({
  method: "get",
  path: "/config",
  summary: "What the mini-app needs before it can sign anybody in",
  asks: "nobody",
  response: z.object({
    /** null: this office has no mini-app set up yet */
    liffId: z.string().nullable(),
    officeName: z.string(),
  }),
});
