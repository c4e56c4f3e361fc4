import type { Press } from "#models/messages/press.ts";
import type { Understanding } from "./understanding.ts";

/** What a person did in the chat, free of any channel's format. */
export type Input =
  | { kind: "text"; text: string; understood: Understanding }
  | { kind: "press"; press: Press; picked?: string }
  /** pictures already stored (ids), and how many were refused and why */
  | { kind: "photos"; files: string[]; refused: { reason: "not-a-picture" | "too-big" | "gone" | "unavailable"; count: number } | null }
  | { kind: "unsupported"; what: "video" | "audio" | "file" | "sticker" | "location" | "unknown" }
  | { kind: "follow" }
  /** a button of ours from a version that no longer exists */
  | { kind: "stale-button" };
