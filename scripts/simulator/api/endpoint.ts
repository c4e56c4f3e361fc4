import type { LineError } from "#scripts/simulator/line-rules/check.ts";
import type { Platform } from "#scripts/simulator/platform.ts";

export interface ApiRequest {
  params: Record<string, string>;
  query: Record<string, string>;
  header(name: string): string | undefined;
  /** Parsed JSON or form fields, or the bytes of an upload. */
  body: unknown;
  requestId: string;
}

/** What the ledger notes about a call besides its status. */
export interface CallNote {
  recipients?: string[];
  messages?: number;
  cost?: number;
  retryKey?: string;
  replyToken?: string;
}

export interface Answer {
  status: number;
  json?: unknown;
  bytes?: Buffer;
  headers?: Record<string, string>;
  note?: CallNote;
}

export interface Endpoint {
  /** Short name, as faults and the ledger call it. */
  name: string;
  method: "get" | "post" | "put" | "delete";
  path: string;
  /** `none` for the token endpoints, which are what one calls to be let in. */
  auth?: "none";
  body?: "json" | "form" | "bytes";
  /** Push and its kin; elsewhere LINE refuses a retry key. */
  takesRetryKey?: true;
  act(platform: Platform, request: ApiRequest): Answer | Promise<Answer>;
}

export const ok = (json: unknown = {}, note?: CallNote): Answer => ({ status: 200, json, ...(note && { note }) });
export const refuse = (status: number, message: string, note?: CallNote): Answer => ({ status, json: { message }, ...(note && { note }) });
export const badRequest = (error: LineError, note?: CallNote): Answer => ({ status: 400, json: error, ...(note && { note }) });
export const notFound = (): Answer => refuse(404, "Not found");
