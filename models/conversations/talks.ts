import type { Conversation } from "./conversation.ts";

/** The talks of the house: everything in chat that is neither a form nor a transition. */
export const talks: Conversation[] = [];
