import type { ChatState } from "./chat-state.ts";
import { readJoined } from "./read-joined.ts";
import { readTogether } from "./read-together.ts";

/** From so many chats on, a few queries for all of them cost MongoDB a quarter of what a join for each does. */
const manyChats = 4;

/**
 * Reads chats with their people, what waits for them and what they have not heard: a few in one round trip, many in a few
 * for all of them. Somebody who never wrote before costs the few once.
 */
export async function readChats(ids: string[]): Promise<Map<string, ChatState>> {
  if (ids.length >= manyChats) return readTogether(ids);
  const joined = await readJoined(ids);
  const unheard = ids.filter((id) => !joined.has(id));
  return unheard.length === 0 ? joined : new Map([...joined, ...(await readTogether(unheard))]);
}
