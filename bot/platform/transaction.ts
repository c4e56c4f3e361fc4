import mongoose, { type ClientSession } from "mongoose";

/**
 * Runs `work` in one transaction: all of its writes or none. The driver may run it again after a conflict, so it does no I/O
 * but MongoDB, one operation at a time, and nothing in it may hit a unique index (that would end the whole).
 */
export async function inTransaction<T>(work: (session: ClientSession) => Promise<T>): Promise<T> {
  return mongoose.connection.getClient().withSession((session) =>
    session.withTransaction(() => work(session), {
      readConcern: { level: "snapshot" },
      writeConcern: { w: "majority", journal: true },
      readPreference: "primary",
    }),
  );
}
