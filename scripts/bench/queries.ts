import { MongoClient } from "mongodb";
import mongoose from "mongoose";
import { connectDatabase, prepareCollections } from "#bot/platform/database.ts";
import { countDesk } from "#bot/services/desk/count-desk.ts";
import { listDesk } from "#bot/services/desk/list-desk.ts";
import { myRequests } from "#bot/services/requests/my-requests.ts";
import { readHome } from "#bot/services/requests/read-home.ts";
import { workloadOf } from "#bot/services/requests/workload.ts";
import type { Actor } from "#models/workflows/roles.ts";
import { databaseUri } from "#scripts/crash/seed-people.ts";
import { startMongo } from "#scripts/support/embedded-mongo.ts";
import { services } from "#scripts/support/office-database.ts";
import { firstReporters, numberOf, seedHistory, teacherId, technicianId } from "./seed-history.ts";
import { percentile } from "./wire.ts";

export type QueryFigures = { name: string; few: number; many: number }[];

type Question = { name: string; ask(round: number): Promise<unknown> };

const sizes = { few: 1_000, many: 100_000 } as const;
const rounds = 60;
const warmUp = 10;

const actor = (personId: string, grants: Actor["grants"] = []): Actor => ({
  personId,
  name: personId,
  position: "",
  schoolCode: null,
  grants,
});
const teacher = (round: number) => actor(teacherId(round % firstReporters));
const technician = (round: number) =>
  actor(technicianId(round), [
    { role: "staff", scope: { kind: "group", group: 1 + (round % 3), zones: [] }, from: new Date(0), until: null, actingFor: null },
  ]);

const words = (round: number) => ["เครื่องพิมพ์ กระดาษติด", "โปรเจคเตอร์ ภาพไม่ขึ้น", "DMC เข้าใช้งานไม่ได้"][round % 3] ?? "";

/** What home and desk ask of the database. */
const questions: Question[] = [
  { name: "home of a teacher", ask: (round) => readHome(services, teacher(round)) },
  { name: "home of a technician", ask: (round) => readHome(services, technician(round)) },
  { name: "desk: counts", ask: (round) => countDesk(services, technician(round)) },
  ...(["mine", "unassigned", "late", "waiting", "open", "finished"] as const).map((view) => ({
    name: `desk: ${view}`,
    ask: (round: number) => listDesk(services, { view }, null, technician(round)),
  })),
  { name: "desk: search of two words", ask: (round) => listDesk(services, { view: "all", text: words(round) }, null, technician(round)) },
  {
    name: "desk: search of a number",
    ask: (round) => listDesk(services, { view: "all", text: numberOf(round * 13) }, null, technician(round)),
  },
  {
    name: "desk: a school's, all",
    ask: (round) => listDesk(services, { view: "all", school: `school-${round % firstReporters}` }, null, technician(round)),
  },
  { name: "desk: workload", ask: (round) => workloadOf(services, { actor: technician(round) }) },
  { name: "my finished requests", ask: (round) => myRequests(services, false, null, teacher(round)) },
];

/** 95th percentile of each query, in milliseconds, in an office of 1,000 requests and in the same ten years on. */
export async function benchQueries(say: (line: string) => void): Promise<QueryFigures> {
  const mongo = await startMongo({ say });
  try {
    const few = await measureAt(mongo.uri, sizes.few, say);
    const many = await measureAt(mongo.uri, sizes.many, say);
    return questions.map(({ name }) => ({ name, few: few.get(name) ?? 0, many: many.get(name) ?? 0 }));
  } finally {
    await mongo.stop();
  }
}

async function measureAt(server: string, requests: number, say: (line: string) => void): Promise<Map<string, number>> {
  const uri = databaseUri(server, `bench-${requests}-${Date.now().toString(36)}`);
  const connection = await connectDatabase(uri, { poolSize: 10 });
  const client = await MongoClient.connect(uri);
  try {
    await prepareCollections(connection);
    say(`Seeding ${requests} requests …`);
    await seedHistory(client, requests, new Date());
    say("Asking …");
    const figures = new Map<string, number>();
    for (const question of questions) figures.set(question.name, await p95Of(question));
    return figures;
  } finally {
    await client.db().dropDatabase();
    await client.close();
    await mongoose.disconnect();
  }
}

async function p95Of({ ask }: Question): Promise<number> {
  const milliseconds: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const startedAt = performance.now();
    await ask(round);
    if (round >= warmUp) milliseconds.push(performance.now() - startedAt);
  }
  return percentile(milliseconds, 95);
}
