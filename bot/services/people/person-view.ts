import type { PersonView } from "#models/conversations/conversation.ts";
import type { PersonDocument } from "#models/documents/person.document.ts";
import { type Actor, type Grant, grantsAt, isStaff, type Scope } from "#models/workflows/roles.ts";

type StoredGrant = PersonDocument["grants"][number];

function scopeOf(scope: StoredGrant["scope"]): Scope {
  switch (scope.kind) {
    case "group":
      return { kind: "group", group: scope.group ?? 0, zones: scope.zones ?? [] };
    case "school":
      return { kind: "school", school: scope.school ?? "" };
    case "case":
      return { kind: "case", case: scope.case ?? "" };
    case "system":
      return { kind: "system", system: scope.system ?? "" };
    case "office":
      return { kind: "office" };
  }
}

/** A person's grants as the models know them, those ended or not yet begun included. */
export function grantsOf(person: Pick<PersonDocument, "grants">): Grant[] {
  return person.grants.map(({ role, scope, from, until, actingFor }) => ({
    role,
    scope: scopeOf(scope),
    from,
    until: until ?? null,
    actingFor: actingFor ?? null,
  }));
}

/** The person as one who acts at that moment. */
export function actorOf(person: PersonDocument, now: Date): Actor {
  return {
    personId: person._id,
    name: person.name,
    position: person.position,
    schoolCode: person.school.code ?? null,
    grants: grantsAt(grantsOf(person), now),
  };
}

/** The person as talks know them. Without any grant one is a teacher. */
export function personView(person: PersonDocument, now: Date): PersonView {
  const actor = actorOf(person, now);
  const held = [...new Set(actor.grants.map(({ role }) => role))];
  return {
    id: person._id,
    name: person.name,
    position: person.position,
    school: { code: person.school.code ?? null, name: person.school.name },
    phone: person.phone ?? null,
    recentPlaces: person.recentPlaces,
    roles: held.length > 0 ? held : ["teacher"],
    isStaff: isStaff(actor),
    isHead: held.includes("group-head") || held.includes("centre-head"),
  };
}
