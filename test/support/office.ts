import mongoose from "mongoose";
import { afterAll, beforeAll } from "vitest";
import type { Clock } from "#bot/platform/clock.ts";
import { parseConfig } from "#bot/platform/config.ts";
import { systemIds } from "#bot/platform/ids.ts";
import { type RunningServer, startServer } from "#bot/server/start-server.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { searchTokens } from "#models/fields/thai/search-tokens.ts";
import { catalogue as shipped } from "#models/requests/catalogue.ts";
import type { RequestType } from "#models/requests/define-request-type.ts";
import type { Role, Scope } from "#models/workflows/roles.ts";
import { freePort } from "#scripts/demo/free-port.ts";
import { forgetEarlierFiles, usePreparedDatabase } from "./database.ts";
import { type Line, type LineUser, startLine, testChannel, testLiffId, testLoginChannel } from "./simulator.ts";

type PersonInput = {
  position?: string;
  school?: { code: string | null; name: string };
  phone?: string;
  grants?: { role: Role; scope: Scope }[];
};

/** A whole office in one process: LINE, the database, the server, schools and people. */
export type TestOffice = {
  line: Line;
  server: RunningServer;
  /** somebody who has added the bot and is not known yet */
  stranger(name: string): Promise<LineUser>;
  /** a registered teacher */
  teacher(name: string, input?: PersonInput): Promise<LineUser & { personId: string }>;
  /** staff of a group, by default group 1 and every zone */
  staff(name: string, group?: number, zones?: string[]): Promise<LineUser & { personId: string }>;
  head(name: string, group?: number): Promise<LineUser & { personId: string }>;
  /** who administers, and nothing else */
  admin(name: string): Promise<LineUser & { personId: string }>;
  director(name: string): Promise<LineUser & { personId: string }>;
  /** the head of a school, by default of the first */
  schoolDirector(name: string, schoolCode?: string): Promise<LineUser & { personId: string }>;
  /** the server ends and starts again on what is stored; its sweeps look for what is due at once */
  restarts(): Promise<void>;
};

export const sampleSchools = [
  { code: "24010001", name: "โรงเรียนบ้านหนองไผ่แก้ว", district: "เมือง", zone: "A" },
  { code: "24010002", name: "โรงเรียนวัดทุ่งสว่าง", district: "เมือง", zone: "A" },
  { code: "24010003", name: "โรงเรียนบ้านหนองบัวทอง", district: "ท่าน้ำ", zone: "B" },
];

type OfficeOptions = {
  catalogue?: RequestType[];
  clock?: Clock;
  mongodbUri?: () => string;
  /** makes the build to serve at /liff/; without it there is none */
  miniApp?: () => Promise<string>;
};

/** Starts an office for a test file, and ends it. `office` holds it from beforeAll on. */
export function useOffice(options: OfficeOptions = {}): TestOffice {
  const database = options.mongodbUri ?? useOwnDatabase();
  const office = {} as TestOffice;
  beforeAll(async () => {
    await forgetEarlierFiles();
    const line = await startLine();
    const miniApp = await options.miniApp?.();
    // Known before the server starts, because links to files carry the public address.
    const port = miniApp === undefined ? 0 : await freePort(0);
    const start = async () => {
      const { catalogue = shipped, clock } = options;
      const config = testConfig(line.url, database(), port);
      const server = await startServer({ config, catalogue, ...(clock ? { clock } : {}), ...(miniApp ? { miniApp } : {}) });
      await server.ready;
      await line.operations.setWebhookUrl({ url: `${server.url}/webhook` });
      await line.operations.setLiffApp({ liffId: testLiffId, endpointUrl: `${server.url}/liff/` });
      return server;
    };
    const server = await start();
    await SchoolModel.insertMany(
      sampleSchools.map(({ code, ...school }) => ({ _id: code, ...school, searchTokens: searchTokens([school.name]) })),
    );
    const restarts = async () => {
      await office.server.close();
      office.server = await start();
    };
    Object.assign(office, { line, server, restarts, ...people(line) });
  });
  afterAll(async () => {
    await office.server.close();
    await office.line.stop();
    await mongoose.disconnect();
  });
  return office;
}

function useOwnDatabase(): () => string {
  const uri = usePreparedDatabase();
  return () => uri;
}

/** The configuration of a server under test. */
export function testConfig(lineUrl: string, mongodbUri: string, port = 0) {
  return parseConfig({
    LINE_CHANNEL_ID: testChannel.id,
    LINE_CHANNEL_SECRET: testChannel.secret,
    LINE_LOGIN_CHANNEL_ID: testLoginChannel.id,
    LIFF_ID: testLiffId,
    LINE_API_BASE_URL: lineUrl,
    LINE_DATA_API_BASE_URL: lineUrl,
    MONGODB_URI: mongodbUri,
    PUBLIC_URL: port === 0 ? "http://127.0.0.1" : `http://127.0.0.1:${port}`,
    PORT: String(port),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "silent",
  });
}

function people(line: Line): Pick<TestOffice, "stranger" | "teacher" | "staff" | "head" | "admin" | "director" | "schoolDirector"> {
  const [home] = sampleSchools;
  async function person(name: string, input: PersonInput) {
    const user = await line.user(name);
    const personId = systemIds.next();
    const now = new Date();
    await PersonModel.create({
      _id: personId,
      name,
      position: input.position ?? "ครู",
      school: input.school ?? { code: home?.code ?? null, name: home?.name ?? "" },
      phone: input.phone ?? null,
      lineUserId: user.userId,
      grants: (input.grants ?? []).map((grant) => ({ ...grant, from: new Date(0), until: null })),
      acceptedNotice: { version: "1", at: now },
      searchTokens: searchTokens([name]),
      createdAt: now,
      updatedAt: now,
    });
    return Object.assign(user, { personId });
  }
  const officer = (name: string, position: string, role: Role, scope: Scope) =>
    person(name, { position, school: { code: null, name: "สำนักงานเขตพื้นที่การศึกษา" }, grants: [{ role, scope }] });
  return {
    stranger: (name) => line.user(name),
    teacher: (name, input = {}) => person(name, input),
    staff: (name, group = 1, zones = []) => officer(name, "นักวิชาการคอมพิวเตอร์", "staff", { kind: "group", group, zones }),
    head: (name, group = 1) => officer(name, "หัวหน้ากลุ่มงาน", "group-head", { kind: "group", group, zones: [] }),
    admin: (name) => officer(name, "ผู้ดูแลระบบ", "admin", { kind: "office" }),
    director: (name) => officer(name, "ผู้อำนวยการสำนักงานเขต", "director", { kind: "office" }),
    schoolDirector: (name, school = home?.code ?? "") =>
      person(name, { position: "ผู้อำนวยการโรงเรียน", grants: [{ role: "school-director", scope: { kind: "school", school } }] }),
  };
}
