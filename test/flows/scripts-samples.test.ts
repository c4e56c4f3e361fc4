import mongoose from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase, prepareCollections } from "#bot/platform/database.ts";
import { CounterModel } from "#models/documents/counter.document.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { SchoolModel } from "#models/documents/school.document.ts";
import { SurveyTurnoutModel } from "#models/documents/survey-turnout.document.ts";
import { TimelineEntryModel } from "#models/documents/timeline-entry.document.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { openCatalogue } from "#models/requests/open-catalogue.ts";
import { demoDatabase } from "#scripts/demo/demo-database.ts";
import { seedHistory } from "#scripts/demo/seed/history.ts";
import { seedLiveJobs } from "#scripts/demo/seed/live-jobs.ts";
import { lineUserIds } from "#scripts/demo/seed/personas.ts";
import { isPlanted, type Planted, plantSamples } from "#scripts/demo/seed/plant.ts";
import { createWorld } from "#scripts/demo/seed/world.ts";
import { useDatabase } from "#test/support/database.ts";

const uri = useDatabase();
const now = new Date("2026-11-23T04:00:00Z");
let planted: Planted;

beforeAll(async () => {
  await prepareCollections(await connectDatabase(uri, { poolSize: 5 }));
  expect(await isPlanted()).toBe(false);
  planted = await plantSamples({ now });
  // A whole year of an office, on a machine that runs other tests beside this one.
}, 90_000);
afterAll(() => mongoose.disconnect());

describe("the demo's database", () => {
  it.each([
    [
      "mongodb://office:secret@db1:27017,db2:27017/ict?replicaSet=rs0",
      "mongodb://office:secret@db1:27017,db2:27017/ict-demo?replicaSet=rs0",
    ],
    ["mongodb+srv://cluster.example.net", "mongodb+srv://cluster.example.net/ict-demo"],
    ["mongodb://127.0.0.1:27017/?replicaSet=rs0", "mongodb://127.0.0.1:27017/ict-demo?replicaSet=rs0"],
  ])("is never the office's own: %s", (named, used) => {
    expect(demoDatabase(named)).toBe(used);
  });
});

describe("the demo's sample data", () => {
  it("holds a year of an office's work", async () => {
    expect(await isPlanted()).toBe(true);
    expect(planted).toMatchObject({ schools: 120 });
    expect(planted.people).toBeGreaterThan(350);
    expect(planted.requests).toBeGreaterThan(2_200);
    expect(planted.requests).toBeLessThan(3_600);
    const oldest = await RequestModel.findOne().sort({ createdAt: 1 }).lean();
    expect(oldest?.createdAt.getTime()).toBeLessThan(now.getTime() - 355 * 86_400_000);
    expect(await RequestModel.countDocuments({ createdAt: { $gt: now } })).toBe(0);
  });

  it("fits the schemas that the server keeps to", async () => {
    for (const model of [RequestModel, TimelineEntryModel, PersonModel, SchoolModel]) {
      const bodies = await model.collection.aggregate([{ $sample: { size: 150 } }]).toArray();
      expect(bodies.length).toBeGreaterThan(100);
      await Promise.all(bodies.map((body) => new (model as typeof mongoose.Model)(body).validate()));
    }
  });

  it("ends every timeline where its request stands", async () => {
    const known = openCatalogue(catalogue);
    const timelines = Map.groupBy(await TimelineEntryModel.find().sort({ sequence: 1 }).lean(), ({ requestId }) => requestId);
    const crooked = (await RequestModel.find().lean()).filter((request) => {
      const entries = timelines.get(request._id) ?? [];
      const last = entries.at(-1);
      const isInOrder = entries.every(({ sequence, at }, i) => sequence === i + 1 && at >= (entries[i - 1]?.at ?? request.createdAt));
      const endsThere = last?.to === request.state && last.sequence === request.revision && +last.at === +request.updatedAt;
      return !isInOrder || !endsThere || request.isOpen === (known.of(request.formId).workflow.states[request.state]?.final ?? false);
    });
    expect(crooked.map(({ number }) => number)).toEqual([]);
  });

  it("lives with every form: on its way, decided, and gone on from what was before", async () => {
    for (const { form } of catalogue) expect(await RequestModel.countDocuments({ formId: form.id }), form.id).toBeGreaterThanOrEqual(4);
    for (const role of ["director", "group-head", "school-director", "data-owner"]) {
      expect(await RequestModel.countDocuments({ "decider.role": role }), role).toBeGreaterThan(0);
    }
    for (const state of ["lent", "overdue", "returned", "collecting"]) expect(await RequestModel.exists({ state }), state).not.toBeNull();
    const bought = await RequestModel.find({ formId: "purchase", "origin.formId": "spec_definition" }).lean();
    const specified = await RequestModel.find({ "followUps.id": { $in: bought.map(({ _id }) => _id) } }).lean();
    expect(specified.filter(({ origin }) => origin?.formId === "repair").length).toBeGreaterThan(0);
    expect(JSON.stringify(bought)).toContain(specified[0]?.number);
  });

  it("has surveys with answers, whose phones have not answered the open ones", async () => {
    const open = await RequestModel.find({ state: "collecting" }).lean();
    for (const { _id } of open) expect(await SurveyTurnoutModel.countDocuments({ surveyId: _id })).toBeGreaterThanOrEqual(20);
    const phones = await PersonModel.find({ lineUserId: { $in: Object.values(lineUserIds) } }).lean();
    expect(await SurveyTurnoutModel.exists({ personId: { $in: phones.map(({ _id }) => _id) } })).toBeNull();
  });

  it("goes on numbering after the last number", async () => {
    for (const { _id, value } of await CounterModel.find().lean()) {
      const [code, year] = _id.split("-");
      const last = await RequestModel.findOne({ code: String(code), year: Number(year) })
        .sort({ tail: -1 })
        .lean();
      expect(last?.tail).toBe(value);
    }
  });

  it("gives the technician among the phones work at once, and the new teacher nothing", async () => {
    const technician = await PersonModel.findOne({ lineUserId: lineUserIds.technician }).lean();
    const work = await RequestModel.find({ isOpen: true, "assignee.id": technician?._id ?? "" }).lean();
    const untaken = await RequestModel.countDocuments({ isOpen: true, assignee: null, group: 1 });
    expect(work.length).toBeGreaterThanOrEqual(2);
    expect(untaken).toBeGreaterThanOrEqual(2);
    expect(await PersonModel.exists({ lineUserId: lineUserIds.newcomer })).toBeNull();
  });

  it.each(["2026-11-23T04:00:00Z", "2026-11-23T22:40:00Z", "2026-11-22T05:00:00Z", "2026-11-23T01:31:00Z"])(
    "lets technicians work in office hours only, started at %s",
    (at) => {
      const world = createWorld(2570, new Date(at));
      const lives = [...seedHistory(world), ...seedLiveJobs(world)];
      const worked = lives.flatMap(({ happened }) => happened.filter(({ actor }) => actor.personId.startsWith("p-technician")));
      expect(worked.length).toBeGreaterThan(100);
      expect(worked.filter((one) => one.at > world.now)).toEqual([]);
      // What is done as the office closes counts as done in time.
      const justBefore = (moment: Date) => new Date(moment.getTime() - 1);
      expect(worked.filter((one) => !world.calendar.isOpen(one.at) && !world.calendar.isOpen(justBefore(one.at)))).toEqual([]);
    },
  );

  it("shows the registered teacher a job under way and some of the past", async () => {
    const teacher = await PersonModel.findOne({ lineUserId: lineUserIds.teacher }).lean();
    const own = await RequestModel.find({ "requester.id": teacher?._id ?? "" }).lean();
    expect(own.filter(({ state }) => state === "repairing")).toHaveLength(1);
    expect(own.filter(({ isOpen }) => !isOpen).length).toBeGreaterThan(0);
  });
});
