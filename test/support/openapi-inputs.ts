import fc from "fast-check";

type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  format?: string;
};

/** What comes through wires that nobody meant: wrong types, Mongo's operators, texts that break things. */
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    "",
    " ",
    "\u0000",
    "__proto__",
    "$where",
    "๑๒๓",
    "😀".repeat(50),
    "ก".repeat(5_000),
    -1,
    1e308,
    2 ** 53,
    [],
    {},
    { $gt: "" },
    { $ne: null },
    "../../etc/passwd",
    "2026-13-45",
    "9999999999999",
    "%00",
  ),
);

/** Values that fit a schema of OpenAPI, as far as it says; now and then one that does not. */
export function valuesOf(schema: Schema | undefined, wild = 0.08): fc.Arbitrary<unknown> {
  if (!schema) return junk;
  return fc.oneof(
    { weight: Math.round((1 - wild) * 100), arbitrary: fitting(schema, wild) },
    { weight: Math.round(wild * 100), arbitrary: junk },
  );
}

function fitting(schema: Schema, wild: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => valuesOf(one, wild)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => fitting(one, wild))).map((parts) => Object.assign({}, ...parts));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "string":
      return texts(schema);
    case "integer":
      return fc.oneof(fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 3_000, 2 ** 31 - 1) }), fc.constant(1));
    case "number":
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(valuesOf(schema.items, wild), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, 4) });
    case "object":
      return records(schema, wild);
    default:
      return junk;
  }
}

function texts({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  if (format === "date-time")
    return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }).map((date) => date.toISOString());
  if (format === "date")
    return fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") }).map((date) => date.toISOString().slice(0, 10));
  if (pattern)
    return fc.oneof(
      fc.stringMatching(new RegExp(pattern)).filter((text) => text.length < 200),
      fc.string({ maxLength }),
    );
  const thai = fc.constantFrom("บ้านหนอง", "สมศรี ใจดี", "repair", "computer", "1", "0812345678", "accept", "note");
  return fc.oneof(fc.string({ unit: "grapheme", minLength, maxLength: Math.min(maxLength, 200) }), thai);
}

function records({ properties = {}, required = [], additionalProperties }: Schema, wild: number): fc.Arbitrary<unknown> {
  const known = Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, valuesOf(one, wild)]));
  const fields = fc.record(known, { requiredKeys: required });
  const extra =
    typeof additionalProperties === "object"
      ? fc.dictionary(
          fc.constantFrom("device", "symptom", "place", "school", "category", "urgency", "words", "x"),
          valuesOf(additionalProperties, wild),
          { maxKeys: 6 },
        )
      : fc.oneof({ weight: 9, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constant({ surprise: true }) });
  return fc.tuple(fields, extra).map(([a, b]) => ({ ...a, ...b }));
}
