import { z } from "zod";
import { defineContract } from "#models/contracts/contract.ts";
import { cursor, id, moment, role, school } from "#models/contracts/parts.ts";
import { systemNames } from "#models/requests/parts/systems.ts";
import { schoolCode } from "./schools.contract.ts";

/** Where a role holds, as an admin can give it. */
export const grantScope = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("office") }),
  z.strictObject({ kind: z.literal("group"), group: z.number().int().min(1).max(9), zones: z.array(z.string().min(1).max(40)).max(30) }),
  z.strictObject({ kind: z.literal("school"), school: schoolCode }),
  z.strictObject({ kind: z.literal("system"), system: z.enum(systemNames) }),
]);

const day = z.iso.date();
const version = z.string().max(60);

const personRow = z.object({
  id,
  name: z.string(),
  position: z.string(),
  school: z.string(),
  /** roles that hold now, in words */
  roles: z.array(z.string()),
  isLinked: z.boolean(),
  isAway: z.boolean(),
});
export type AdminPersonRow = z.infer<typeof personRow>;

const grant = z.object({
  key: z.string(),
  role,
  roleLabel: z.string(),
  scope: z.string(),
  from: moment,
  until: moment.nullable(),
  actingFor: z.string().nullable(),
  state: z.enum(["now", "later", "ended"]),
});
export type AdminGrant = z.infer<typeof grant>;

const person = z.object({
  id,
  name: z.string(),
  position: z.string(),
  school: z.object({ code: z.string().nullable(), name: z.string() }),
  phone: z.string().nullable(),
  isLinked: z.boolean(),
  /** whether the bot may write to them; null where they have never met */
  isFriend: z.boolean().nullable(),
  acceptedNoticeAt: moment.nullable(),
  /** the last day they are away, YYYY-MM-DD */
  awayUntil: z.string().nullable(),
  isStaff: z.boolean(),
  grants: z.array(grant),
  /** open requests they filed, and those in their hands */
  openRequests: z.number().int(),
  openJobs: z.number().int(),
  createdAt: moment,
  updatedAt: moment,
  version: z.string(),
});
export type AdminPerson = z.infer<typeof person>;

const ofPerson = { asks: "person", params: z.strictObject({ id }), response: person } as const;

export const listPeople = defineContract({
  method: "get",
  path: "/admin/people",
  summary: "The people that are known, by name",
  asks: "person",
  query: z.strictObject({
    text: z.string().max(120).optional(),
    /** who holds it now; teacher: who holds none */
    role: role.optional(),
    school: schoolCode.optional(),
    cursor: cursor.optional(),
  }),
  response: z.object({ people: z.array(personRow), next: cursor.nullable() }),
  errors: ["not_allowed"],
});

export const getPerson = defineContract({
  method: "get",
  path: "/admin/people/:id",
  summary: "What is known of a person, and their roles",
  ...ofPerson,
  errors: ["not_allowed", "not_found"],
});

export const changePerson = defineContract({
  method: "put",
  path: "/admin/people/:id",
  summary: "Correct a person's name, position, school or telephone",
  ...ofPerson,
  body: z.strictObject({ version, name: z.string().max(200), position: z.string().max(200), school, phone: z.string().max(60) }),
  errors: ["not_allowed", "not_found", "invalid_answers", "changed_meanwhile"],
});

export const setPersonAway = defineContract({
  method: "put",
  path: "/admin/people/:id/away",
  summary: "Note until which day somebody is away; null: is back",
  ...ofPerson,
  body: z.strictObject({ version, lastDay: day.nullable() }),
  errors: ["not_allowed", "not_found", "invalid_answers", "changed_meanwhile"],
});

export const addGrant = defineContract({
  method: "post",
  path: "/admin/people/:id/grants",
  summary: "Give a role",
  ...ofPerson,
  body: z.strictObject({
    version,
    role,
    scope: grantScope,
    /** the first and the last day, in Bangkok; null: from now, for good */
    from: day.nullable(),
    until: day.nullable(),
    /** whose place they take (รักษาราชการแทน) */
    actingFor: z.string().max(120).nullable(),
  }),
  errors: ["not_allowed", "not_found", "invalid_answers", "already_exists", "changed_meanwhile"],
});

export const endGrant = defineContract({
  method: "post",
  path: "/admin/people/:id/grants/:key/end",
  summary: "End a role now",
  asks: "person",
  params: z.strictObject({ id, key: z.string().regex(/^[\w-]{1,40}$/) }),
  body: z.strictObject({ version }),
  response: person,
  errors: ["not_allowed", "not_found", "changed_meanwhile", "last_admin"],
});

export const unlinkLine = defineContract({
  method: "post",
  path: "/admin/people/:id/unlink",
  summary: "Take a LINE account away from a person",
  ...ofPerson,
  body: z.strictObject({ version, reason: z.string().max(200) }),
  errors: ["not_allowed", "not_found", "invalid_answers", "changed_meanwhile", "last_admin"],
});

const invitation = z.object({
  id: z.string(),
  role,
  roleLabel: z.string(),
  scope: z.string(),
  /** whom it is for, when that is known */
  person: z.string().nullable(),
  createdAt: moment,
  expiresAt: moment,
});
export type AdminInvitation = z.infer<typeof invitation>;

export const listInvitations = defineContract({
  method: "get",
  path: "/admin/invitations",
  summary: "Invitations that may still be used; their codes are not kept",
  asks: "person",
  response: z.object({ invitations: z.array(invitation) }),
  errors: ["not_allowed"],
});

export const makeInvitation = defineContract({
  method: "post",
  path: "/admin/invitations",
  summary: "Make a single-use invitation for 7 days; its code is shown here and never again",
  asks: "person",
  body: z.strictObject({ role, scope: grantScope, personId: id.nullable() }),
  response: z.object({
    code: z.string(),
    /** opens the mini-app; below our own address where LINE has no mini-app of ours */
    link: z.string(),
    expiresAt: moment,
    roleLabel: z.string(),
    scope: z.string(),
    person: z.string().nullable(),
  }),
  errors: ["not_allowed", "not_found", "invalid_answers"],
});

export const revokeInvitation = defineContract({
  method: "post",
  path: "/admin/invitations/:invitation/revoke",
  summary: "End an invitation that nobody has used",
  asks: "person",
  params: z.strictObject({ invitation: z.string().regex(/^[0-9a-f]{64}$/) }),
  body: z.strictObject({}),
  response: z.object({}),
  errors: ["not_allowed", "not_found", "invitation_used"],
});
