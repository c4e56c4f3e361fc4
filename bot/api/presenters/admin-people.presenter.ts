import { lastDayAway } from "#bot/services/admin/people-change.ts";
import { type PersonSeen, personVersion } from "#bot/services/admin/people-read.ts";
import type { SchoolSeen } from "#bot/services/admin/schools-list.ts";
import { actorOf } from "#bot/services/people/person-view.ts";
import type { AdminPerson, AdminPersonRow } from "#models/contracts/admin/people.contract.ts";
import type { AdminSchool } from "#models/contracts/admin/schools.contract.ts";
import { isStaff, roleLabels } from "#models/workflows/roles.ts";

/** A school of the directory and who uses it. */
export function presentSchool({ school, version, people, openRequests }: SchoolSeen): AdminSchool {
  const { _id, name, district, zone, phone } = school;
  return { code: _id, name, district, zone: zone ?? "", phone: phone ?? "", version, people, openRequests };
}

/** A person as one of a list: no telephone, no LINE id. */
export function presentPersonRow(person: PersonSeen["person"], now: Date): AdminPersonRow {
  const roles = new Set(actorOf(person, now).grants.map(({ role }) => roleLabels[role]));
  return {
    id: person._id,
    name: person.name,
    position: person.position,
    school: person.school.name,
    roles: [...roles],
    isLinked: Boolean(person.lineUserId),
    isAway: lastDayAway(person, now) !== null,
  };
}

/** What is known of a person. The LINE id stays with us. */
export function presentPerson({ person, grants, isFriend, openRequests, openJobs }: PersonSeen, now: Date): AdminPerson {
  return {
    id: person._id,
    name: person.name,
    position: person.position,
    school: { code: person.school.code ?? null, name: person.school.name },
    phone: person.phone ?? null,
    isLinked: Boolean(person.lineUserId),
    isFriend,
    acceptedNoticeAt: person.acceptedNotice?.at.toISOString() ?? null,
    awayUntil: lastDayAway(person, now),
    isStaff: isStaff(actorOf(person, now)),
    grants: grants.map(({ key, role, scopeLabel, from, until, actingFor, state }) => ({
      key,
      role,
      roleLabel: roleLabels[role],
      scope: scopeLabel,
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
      actingFor,
      state,
    })),
    openRequests,
    openJobs,
    createdAt: person.createdAt.toISOString(),
    updatedAt: person.updatedAt.toISOString(),
    version: personVersion(person),
  };
}
