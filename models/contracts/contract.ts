import type { z } from "zod";
import type { ErrorCode } from "./errors.ts";

/** Who may call at all; what they may do there, the service decides. `session`: signed in with LINE, perhaps not registered yet. */
export type Asks = "nobody" | "session" | "person";

/** One endpoint of the API: what goes in, what comes out, which errors to expect. Routes, OpenAPI and the mini-app's types follow from it. */
export type Contract = {
  method: "get" | "post" | "put" | "delete";
  /** below /api, parameters as Express writes them: /requests/:id */
  path: `/${string}`;
  summary: string;
  asks: Asks;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** the body is a file of one of these types, at most so many bytes, instead of JSON */
  upload?: { types: readonly string[]; maxBytes: number };
  response: z.ZodType;
  /** besides those that every endpoint may answer with (models/contracts/errors.ts) */
  errors?: readonly ErrorCode[];
};

/** Defines an endpoint. */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract;
}

type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined;
type InputOf<S> = S extends z.ZodType ? z.input<S> : undefined;
type PartOf<C extends Contract, P extends "params" | "query" | "body"> = C extends { [K in P]: infer S } ? S : undefined;

/** What a handler gets: parsed. */
export type Parsed<C extends Contract> = {
  params: OutputOf<PartOf<C, "params">>;
  query: OutputOf<PartOf<C, "query">>;
  body: OutputOf<PartOf<C, "body">>;
};

/** What a caller sends; only the parts that the endpoint takes. */
export type Sent<C extends Contract> = {
  [P in "params" | "query" | "body" as PartOf<C, P> extends undefined ? never : P]: InputOf<PartOf<C, P>>;
};

/** What it answers with. */
export type Answer<C extends Contract> = z.output<C["response"]>;
