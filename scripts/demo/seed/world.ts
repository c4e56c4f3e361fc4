import { uuidV7 } from "#bot/platform/ids.ts";
import { officeSettings } from "#bot/services/office/settings.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { type Catalogue, openCatalogue } from "#models/requests/open-catalogue.ts";
import { type OfficeCalendar, openCalendar } from "#models/workflows/office-calendar.ts";
import { type Actor, type Role, systemActor } from "#models/workflows/roles.ts";
import { seedHolidays } from "./holidays.ts";
import { type SeedPerson, seedPeople } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { type SeedSchool, seedSchools } from "./schools.ts";

/** Everything that the history happens among. */
export type World = {
  now: Date;
  random: Random;
  catalogue: Catalogue;
  schools: SeedSchool[];
  people: SeedPerson[];
  holidays: { date: string; name: string }[];
  calendar: OfficeCalendar;
  /** ids as the server makes them, the same for the same seed */
  newId(at: Date): string;
  /** when the grants of everyone began: before the first request */
  begins: Date;
};

const dayMs = 86_400_000;

export function createWorld(seed: number, now: Date): World {
  const random = createRandom(seed);
  const schools = seedSchools(random);
  const holidays = seedHolidays(now.getUTCFullYear());
  return {
    now,
    random,
    catalogue: openCatalogue(catalogue),
    schools,
    people: seedPeople(random, schools),
    holidays,
    calendar: openCalendar(officeSettings.parse({}).hours, new Set(holidays.map(({ date }) => date))),
    newId: (at) =>
      uuidV7(
        at.getTime(),
        Uint8Array.from({ length: 10 }, () => random.between(0, 255)),
      ),
    begins: new Date(now.getTime() - 400 * dayMs),
  };
}

export function actorFor(world: World, person: SeedPerson): Actor {
  const grants = person.grants.map((grant) => ({ ...grant, from: world.begins, until: null, actingFor: null }));
  return { personId: person.id, name: person.name, position: person.position, schoolCode: person.school.code, grants };
}

/** Everybody who holds a role. */
export function grantedActors(world: World): Actor[] {
  const known = granted.get(world);
  if (known) return known;
  const actors = world.people.filter(({ grants }) => grants.length > 0).map((person) => actorFor(world, person));
  granted.set(world, actors);
  return actors;
}
const granted = new WeakMap<World, Actor[]>();

/** The actor behind an id; the system has no person. */
export function actorById(world: World, id: string): Actor {
  if (id === systemActor.personId) return systemActor;
  const person = world.people.find((one) => one.id === id);
  if (!person) throw new Error(`No person ${id} in the sample data.`);
  return actorFor(world, person);
}

/** Who has a role in a group of work, staff of the zone only. */
export function peopleIn(world: World, role: Role, group: number, zone?: string): SeedPerson[] {
  return world.people.filter(({ grants }) =>
    grants.some(({ role: has, scope }) => {
      if (has !== role || scope.kind !== "group" || scope.group !== group) return false;
      return zone === undefined || scope.zones.length === 0 || scope.zones.includes(zone);
    }),
  );
}

/** Teachers, not directors, of one school. */
export function teachersAt(world: World, schoolCode: string): SeedPerson[] {
  return world.people.filter((person) => person.school.code === schoolCode && person.grants.length === 0);
}
