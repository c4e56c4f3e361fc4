import { z } from "zod";
import type { Contract } from "#models/contracts/contract.ts";
import { apiErrors, commonErrors, type ErrorCode, errorBody } from "#models/contracts/errors.ts";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the endpoints served. */
export function openApi(contracts: readonly Contract[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const contract of contracts) {
    const path = contract.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [contract.method]: operation(contract) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "ศูนย์ ICT on LINE", version: "1", description: "What the mini-app asks of the server." },
    servers: [{ url: "/api" }],
    paths,
    components: {
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "ict_session" } },
      schemas: { Error: schemaOf(errorBody, "output") },
    },
  };
}

function operation(contract: Contract): Json {
  return {
    summary: contract.summary,
    ...(contract.asks === "nobody" ? {} : { security: [{ session: [] }] }),
    parameters: [...parameters(contract.params, "path"), ...parameters(contract.query, "query")],
    ...(contract.body
      ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(contract.body, "input") } } } }
      : {}),
    ...(contract.upload
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(contract.upload.types.map((type) => [type, { schema: { type: "string", format: "binary" } }])),
          },
        }
      : {}),
    responses: {
      200: { description: "done", content: { "application/json": { schema: schemaOf(contract.response, "output") } } },
      ...errorResponses(contract),
    },
  };
}

function parameters(schema: z.ZodObject | undefined, where: "path" | "query"): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: one,
  }));
}

function errorResponses({ asks, errors = [], body, upload }: Contract): Json {
  const known: ErrorCode[] = [
    ...commonErrors,
    ...errors,
    ...(asks === "nobody" ? [] : (["no_session"] as const)),
    ...(asks === "person" ? (["not_registered"] as const) : []),
    ...(body || upload ? (["too_large", "wrong_origin"] as const) : []),
  ];
  const byStatus = Map.groupBy([...new Set(known)], (code) => apiErrors[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(", "), content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } },
    ]),
  );
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
}
