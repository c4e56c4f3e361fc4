import mongoose, { Schema } from "mongoose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectDatabase, type DatabaseConnection, isDatabaseReachable, prepareCollections } from "#bot/platform/database.ts";
import { useDatabase } from "#test/support/database.ts";

const uri = useDatabase();
const Widget = mongoose.model("Widget", new Schema({ code: { type: String, unique: true } }, { strict: "throw" }));
let connection: DatabaseConnection;

beforeAll(async () => {
  connection = await connectDatabase(uri, { poolSize: 4 });
});
afterAll(() => mongoose.disconnect());

it("has every collection and index before the first transaction, also when two processes prepare at once", async () => {
  await Promise.all([prepareCollections(connection), prepareCollections(connection)]);
  expect(Object.keys(await Widget.collection.indexInformation())).toContain("code_1");
  await connection.transaction(async (session) => {
    await Widget.create([{ code: "a" }], { session });
  });
  await expect(Widget.create({ code: "a" })).rejects.toMatchObject({ code: 11000 });
});

it("writes so that no lost primary can take it back", () => {
  expect(connection.getClient().options.writeConcern).toMatchObject({ w: "majority", journal: true });
});

it("knows whether the database answers", async () => {
  expect(await isDatabaseReachable(connection)).toBe(true);
});

it("gives up within 2 s where no database is", async () => {
  await mongoose.disconnect();
  const started = performance.now();
  await expect(connectDatabase("mongodb://127.0.0.1:1/nowhere", { poolSize: 1 })).rejects.toThrow("ECONNREFUSED");
  expect(performance.now() - started).toBeLessThan(2_500);
  expect(await isDatabaseReachable(mongoose.connection)).toBe(false);
});
