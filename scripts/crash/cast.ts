import type { MongoClient } from "mongodb";
import type { Operations } from "#scripts/simulator/operations.ts";
import { type SimulatorProcess, spawnSimulator } from "#scripts/simulator/spawn.ts";
import { type Seeded, seedPeople } from "./seed-people.ts";

export const channel = {
  id: "2000000001",
  secret: "c0ffee00c0ffee00c0ffee00c0ffee00",
  botUserId: `U${"b".repeat(32)}`,
  basicId: "@ict-office",
};
/** Chats that one technician looks after. */
const chatsPerTechnician = 3;
/** LINE survives: a process of its own, patient with webhooks that are not acknowledged. */
export function startLine(): Promise<SimulatorProcess> {
  // A plan on which a technician hears of each new job, and a teacher that it is done, by push.
  return spawnSimulator({ channel, plan: { limit: 15_000 }, redelivery: { attempts: 200, intervalMs: 300 } });
}

/** LINE ids of the people. */
export type Cast = { teachers: string[]; technicians: string[] };

/** Makes the people known to LINE, and registers them with the office. */
export async function castPeople(line: Operations, client: MongoClient, chats: number): Promise<Cast> {
  const technicianCount = Math.ceil(chats / chatsPerTechnician);
  const add = async (count: number, name: string, role: Seeded["role"]): Promise<Seeded[]> =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const { userId, displayName } = await line.addUser({ displayName: `${name} ลำดับที่${index + 1}` });
        // Each technician has a zone of their own: a new job is one technician's business.
        return { lineUserId: userId, name: displayName, role, zone: index % technicianCount };
      }),
    );
  const teachers = await add(chats, "ครูสมมุติ", "teacher");
  const technicians = await add(technicianCount, "ช่างสมมุติ", "technician");
  await seedPeople(client, [...teachers, ...technicians]);
  return { teachers: teachers.map((one) => one.lineUserId), technicians: technicians.map((one) => one.lineUserId) };
}
