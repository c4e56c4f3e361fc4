import express, { type Request, type RequestHandler, type Response, type Router } from "express";
import type { z } from "zod";
import { type Caller, readCaller } from "#bot/services/people/read-caller.ts";
import type { Contract, Parsed } from "#models/contracts/contract.ts";
import type { Actor } from "#models/workflows/roles.ts";
import type { ApiDeps } from "./api-deps.ts";
import { ApiError } from "./api-error.ts";
import { readSession } from "./session-cookie.ts";

/** A body of JSON is at most so big; the longest form is far below. Bytes. */
const mostJson = 200_000;

/** Whoever calls, as the endpoint's `asks` makes sure of it. */
export type CallerFor<C extends Contract> = C["asks"] extends "person"
  ? Caller & { actor: Actor; person: NonNullable<Caller["person"]> }
  : C["asks"] extends "session"
    ? Caller
    : null;

export type Handled<C extends Contract> = Parsed<C> & { bytes: Buffer; request: Request; response: Response };
export type Handler<C extends Contract> = (input: Handled<C>, caller: CallerFor<C>) => Promise<z.input<C["response"]>>;

/** Where routes are put. `contracts` are those served so far: the OpenAPI document is made of them. */
export type Api = { router: Router; deps: ApiDeps; contracts: Contract[] };

/** Serves one endpoint: who calls, what they send (nothing unknown passes), the handler, its answer as JSON. */
export function serve<C extends Contract>(api: Api, contract: C, handle: Handler<C>): void {
  const { router, deps, contracts } = api;
  contracts.push(contract);
  const reader = contract.upload
    ? [express.raw({ type: [...contract.upload.types], limit: contract.upload.maxBytes })]
    : contract.body
      ? [express.json({ limit: mostJson })]
      : [];
  const act: RequestHandler = async (request, response) => {
    const parsed = parse(contract, request);
    const answer = await handle({ ...parsed, request, response }, response.locals.caller as CallerFor<C>);
    response.set("cache-control", "no-store").json(answer);
  };
  // Who calls is settled before a byte of the body is read.
  router[contract.method](contract.path, admit(deps, contract), ...reader, act);
}

function admit(deps: ApiDeps, contract: Contract): RequestHandler {
  return async (request, response, next) => {
    if (contract.asks === "nobody") return next();
    const lineUserId = readSession(deps, request);
    if (!lineUserId) throw new ApiError("no_session");
    const caller = await readCaller(deps.services, lineUserId);
    if (contract.asks === "person" && !caller.actor) throw new ApiError("not_registered");
    response.locals.caller = caller;
    next();
  };
}

function parse<C extends Contract>(contract: C, request: Request): Parsed<C> & { bytes: Buffer } {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (contract.upload && bytes.length === 0) {
    const isEmpty = request.is([...contract.upload.types]) !== false;
    if (isEmpty) throw new ApiError("bad_request", { message: "ไฟล์นี้ว่างเปล่าค่ะ เลือกไฟล์อื่นนะคะ" });
    throw new ApiError("bad_request", { message: `ส่งไฟล์ชนิด ${contract.upload.types.join(", ")} นะคะ` });
  }
  const parts = { params: request.params, query: request.query, body: contract.body ? (request.body ?? {}) : undefined };
  const parsed = {
    params: parsePart(contract.params, parts.params),
    query: parsePart(contract.query, parts.query),
    body: parsePart(contract.body, parts.body),
    bytes,
  };
  return parsed as Parsed<C> & { bytes: Buffer };
}

function parsePart(schema: z.ZodObject | undefined, given: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(({ path, message, ...issue }) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [key, "ไม่มีช่องนี้ค่ะ"]) : [[path.join(".") || "body", message]],
  );
  throw new ApiError("bad_request", { fields: Object.fromEntries(fields) });
}
