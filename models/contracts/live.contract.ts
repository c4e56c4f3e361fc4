import { z } from "zod";
import { id } from "./parts.ts";

/** GET /live: server-sent events, no JSON endpoint. Each message says which request moved, and to which revision; the page reads the rest itself. */
export const livePath = "/live";
export const liveChange = z.strictObject({ request: id, sequence: z.number().int() });
export type LiveChange = z.infer<typeof liveChange>;

/** Named events beside the messages. refetch: anything may have changed. beat: the stream is alive, every 20 seconds. */
export const liveEvents = ["refetch", "beat"] as const;
