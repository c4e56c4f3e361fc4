import type { ClientSession } from "mongoose";
import { inTransaction } from "#bot/platform/transaction.ts";
import { CounterModel } from "#models/documents/counter.document.ts";

/**
 * Runs changes of people and schools in one transaction, one after the other across all processes: two admins who end each
 * other, or one list imported twice, must see what the other did. The loser runs again on what the first wrote.
 */
export async function takingTurns<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  // Made outside: inside, two that make it at once would end each other's transaction.
  await CounterModel.updateOne({ _id: turn }, { $setOnInsert: { value: 0 } }, { upsert: true });
  return inTransaction(async (session) => {
    await CounterModel.updateOne({ _id: turn }, { $inc: { value: 1 } }, { session });
    return work(session);
  });
}

/** The document that every one of them writes. */
const turn = "directory-changes";
