import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";
import type { Contract } from "#models/contracts/contract.ts";

type Answers = Record<string, { content?: Record<string, { schema: object }> }>;
export type OpenApiDocument = {
  paths: Record<string, Record<string, { responses: Answers }>>;
  components: { schemas: { Error: object } };
};

const documents = new Map<string, Promise<OpenApiDocument>>();
const compiled = new Map<string, ValidateFunction>();
const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** Holds an answer against the OpenAPI document that this server gives out: its status is named, its body fits. */
export async function expectAsDocumented(
  serverUrl: string,
  { method, path }: Pick<Contract, "method" | "path">,
  status: number,
  body: unknown,
): Promise<void> {
  const document = await documentOf(serverUrl);
  const what = `${method} ${path} → ${status} ${JSON.stringify(body).slice(0, 400)}`;
  const answers = document.paths[path.replace(/:(\w+)/g, "{$1}")]?.[method]?.responses ?? {};
  expect(Object.keys(answers), what).toContain(String(status));
  const schema = status < 400 ? answers[status]?.content?.["application/json"]?.schema : document.components.schemas.Error;
  const fits = schema ? validatorOf(`${serverUrl} ${method} ${path} ${status < 400 ? status : "error"}`, schema) : null;
  expect(fits?.(body) ?? true, `${what} ${JSON.stringify(fits?.errors?.slice(0, 3))}`).toBe(true);
}

function documentOf(serverUrl: string): Promise<OpenApiDocument> {
  const known =
    documents.get(serverUrl) ?? fetch(`${serverUrl}/api/openapi.json`).then((answer) => answer.json() as Promise<OpenApiDocument>);
  documents.set(serverUrl, known);
  return known;
}

function validatorOf(name: string, schema: object): ValidateFunction {
  const validate = compiled.get(name) ?? ajv.compile(schema);
  compiled.set(name, validate);
  return validate;
}
