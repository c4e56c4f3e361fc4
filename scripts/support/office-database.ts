import { existsSync } from "node:fs";
import mongoose from "mongoose";
import { systemClock } from "#bot/platform/clock.ts";
import { connectDatabase, type DatabaseConnection, prepareCollections } from "#bot/platform/database.ts";
import { systemIds } from "#bot/platform/ids.ts";
import type { ServiceContext } from "#bot/services/service-context.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { runningDemo } from "./mongo/kept-folder.ts";
import { Remedy } from "./run-script.ts";

// Every document's model registers with mongoose when its file is read; a backup must know them all.
import "#models/documents/access-entry.document.ts";
import "#models/documents/chat.document.ts";
import "#models/documents/counter.document.ts";
import "#models/documents/file.document.ts";
import "#models/documents/holiday.document.ts";
import "#models/documents/inbox-event.document.ts";
import "#models/documents/invitation.document.ts";
import "#models/documents/notice.document.ts";
import "#models/documents/person.document.ts";
import "#models/documents/request.document.ts";
import "#models/documents/school.document.ts";
import "#models/documents/setting.document.ts";
import "#models/documents/timeline-entry.document.ts";

/** What services stand on when a script calls them. */
export const services: ServiceContext = { catalogue: openCatalogue(catalogue), clock: systemClock, newId: systemIds.next };

/**
 * Does a script's work on the office's database: that of MONGODB_URI (environment or .env), else the demo's while it runs here.
 * @throws Remedy when there is neither, or no answer
 */
export async function withOfficeDatabase<T>(work: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
  const connection = await connectDatabase(await databaseUri(), { poolSize: 5 }).catch((error: unknown) => {
    throw new Remedy(
      `เชื่อมต่อฐานข้อมูลไม่ได้ค่ะ (${error instanceof Error ? error.message : error})\nวิธีแก้: ตรวจว่า MongoDB ทำงานอยู่ และ MONGODB_URI ถูกต้องค่ะ`,
    );
  });
  try {
    return await work(connection);
  } finally {
    await mongoose.disconnect();
  }
}

/** As withOfficeDatabase, after making the collections and indexes that a fresh database lacks. */
export function withPreparedDatabase<T>(work: () => Promise<T>): Promise<T> {
  return withOfficeDatabase(async (connection) => {
    await prepareCollections(connection);
    return work();
  });
}

async function databaseUri(): Promise<string> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const named = process.env.MONGODB_URI?.trim();
  if (named) return named;
  const demo = await runningDemo(".data");
  if (!demo?.mongoUri) {
    throw new Remedy("ยังไม่รู้ว่าใช้ฐานข้อมูลไหนค่ะ\nวิธีแก้: ใส่ MONGODB_URI ใน .env เช่น mongodb://host:27017/ict?replicaSet=rs0 หรือเปิดเดโมไว้ค่ะ");
  }
  console.error("ใช้ฐานข้อมูลของเดโมที่กำลังทำงานค่ะ");
  return demo.mongoUri;
}
