import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { openSessionTokens } from "#bot/api/session-token.ts";
import type { Contract } from "#models/contracts/contract.ts";
import { PersonModel } from "#models/documents/person.document.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import { useOffice } from "#test/support/office.ts";
import { expectAsDocumented } from "#test/support/openapi.ts";
import { valuesOf } from "#test/support/openapi-inputs.ts";
import { reports } from "#test/support/repairs.ts";
import { type LineUser, testChannel } from "#test/support/simulator.ts";

type Schema = NonNullable<Parameters<typeof valuesOf>[0]>;
type Content = Record<string, { schema: Schema }>;
type Operation = {
  parameters: { name: string; in: "path" | "query"; required: boolean; schema: Schema }[];
  requestBody?: { content: Content };
};
type Document = { paths: Record<string, Record<string, Operation>> };

/** So many calls of each endpoint; `FUZZ_RUNS=500 npm test -- test/api/fuzz.test.ts` looks longer. */
const runs = Number(process.env.FUZZ_RUNS ?? 40);

const perRole = 6;

const office = useOffice();
let document: Document;
let cookies: string[];
let realIds: Record<string, string[]>;

beforeAll(async () => {
  document = (await (await fetch(`${office.server.url}/api/openapi.json`)).json()) as Document;
  const people = (await Promise.all(Array.from({ length: perRole }, (_, at) => oneOfEach(at + 1)))).flat();
  const tokens = openSessionTokens(testChannel.secret);
  cookies = people.map(({ userId }) => `ict_session=${tokens.make(userId, new Date())}`);
  await reports(people[1] as LineUser);
  const [requests, persons] = await Promise.all([RequestModel.find({}, { _id: 1 }).lean(), PersonModel.find({}, { _id: 1 }).lean()]);
  const requestIds = requests.map(({ _id }) => _id);
  expect(requestIds).toHaveLength(1);
  realIds = {
    id: [...requestIds, ...persons.map(({ _id }) => _id)],
    code: ["24010001"],
    transition: ["accept", "note", "assign", "done", "constructor", "__proto__", "toString"],
  };
});

/** The people of a round; several rounds, since one person may only call so often. */
function oneOfEach(round: number): Promise<LineUser[]> {
  return Promise.all([
    office.stranger(`คนแปลก หน้า ${round}`),
    office.teacher(`สมใจ ทดสอบ ${round}`),
    office.staff(`มานะ ทดสอบ ${round}`),
    office.head(`วิชัย ทดสอบ ${round}`),
    office.admin(`อารีย์ ทดสอบ ${round}`),
  ]);
}

/** A call as the schemas say, now and then not, by somebody. */
function calls(method: string, path: string, { parameters, requestBody }: Operation) {
  const given = Object.fromEntries(
    parameters.map(({ name, in: where, schema }) => {
      const known = where === "path" ? (realIds[name] ?? []) : [];
      return [name, known.length > 0 ? fc.oneof(fc.constantFrom(...known), valuesOf(schema)) : valuesOf(schema)];
    }),
  );
  const required = parameters.filter((one) => one.required).map(({ name }) => name);
  const [type, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const content = type === "application/json" ? valuesOf(body?.schema) : fc.oneof(fc.string({ maxLength: 200 }), fc.constant(""));
  return fc
    .record({
      cookie: fc.constantFrom(undefined, ...cookies),
      given: fc.record(given, { requiredKeys: required }),
      content: body ? content : fc.constant(undefined),
    })
    .map(({ cookie, given: values, content: sent }) => ({ method, path: addressOf(path, parameters, values), cookie, type, sent }));
}

function addressOf(path: string, parameters: Operation["parameters"], values: Record<string, unknown>): string {
  const inPath = path.replace(/\{(\w+)\}/g, (_all, name: string) => segmentOf(asText(values[name])));
  const query = new URLSearchParams();
  for (const { name, in: where } of parameters)
    if (where === "query" && values[name] !== undefined) query.append(name, asText(values[name]));
  return `${inPath}?${query}`;
}

/** What an address can hold: one with nothing or only dots between its slashes is another address before it leaves. */
const segmentOf = (value: string) => (/^\.{0,2}$/.test(value) ? "-" : encodeURIComponent(value));

// An address longer than Node's header limit is refused before it comes to us.
const longest = 300;
const asText = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, longest).toWellFormed();

it("answers whatever it is sent with what its OpenAPI document says, and never with a fault", async () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const contract = { method: method as Contract["method"], path: path.replace(/\{(\w+)\}/g, ":$1") as Contract["path"] };
      await fc.assert(
        fc.asyncProperty(calls(method, path, operation), async (call) => {
          const response = await fetch(`${office.server.url}/api${call.path}`, {
            method: call.method.toUpperCase(),
            headers: { ...(call.cookie ? { cookie: call.cookie } : {}), ...(call.type ? { "content-type": call.type } : {}) },
            ...(call.sent === undefined ? {} : { body: call.type === "application/json" ? JSON.stringify(call.sent) : String(call.sent) }),
          });
          const body: unknown = await response.json();
          const what = `${call.method} ${call.path.slice(0, longest)} → ${response.status}`;
          expect(response.status, what).toBeLessThan(500);
          expect(response.status, "too many calls are no test of the others").not.toBe(429);
          await expectAsDocumented(office.server.url, contract, response.status, body);
        }),
        { numRuns: runs, endOnFailure: true },
      );
    }
  }
}, 180_000);
