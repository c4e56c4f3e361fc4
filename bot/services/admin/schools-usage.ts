import type { ClientSession } from "mongoose";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";

export type SchoolUsage = { people: number; openRequests: number };

type Row = { _id: string; count: number };

/** How many people are of each school, and how many open requests come from it. */
export async function usageOf(codes: string[], session: ClientSession | null = null): Promise<(code: string) => SchoolUsage> {
  const ofThese = { "school.code": { $in: codes } };
  const count = { $group: { _id: "$school.code", count: { $sum: 1 } } };
  // One after the other: a transaction does one thing at a time.
  const people = await PersonModel.aggregate<Row>([{ $match: ofThese }, count]).session(session);
  // Named, because the planner likes the index of all of a school's years as much.
  const open = await RequestModel.aggregate<Row>([{ $match: { isOpen: true, ...ofThese } }, count])
    .hint("open_by_school")
    .session(session);
  const inPeople = new Map(people.map((row) => [row._id, row.count]));
  const inOpen = new Map(open.map((row) => [row._id, row.count]));
  return (code) => ({ people: inPeople.get(code) ?? 0, openRequests: inOpen.get(code) ?? 0 });
}

/** Whether somebody directs the school, or did: their role names it by its code. */
export async function isDirected(code: string, session: ClientSession): Promise<boolean> {
  const found = await PersonModel.exists({ grants: { $elemMatch: { role: "school-director", "scope.school": code } } }).session(session);
  return found !== null;
}
