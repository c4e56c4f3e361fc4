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
  /**
   * Whose access token lets one in: the Messaging channel's unless said otherwise. `none` for the token endpoints, which
   * are what one calls to be let in.
   */
  auth?: "none" | "login-channel" | "user";
  /** Pages call it themselves: LINE lets any origin in. */
  isForBrowsers?: true;
  body?: "json" | "form" | "bytes";
  /** Push and its kin; elsewhere LINE refuses a retry key. */
  takesRetryKey?: true;
  act(platform: Platform, request: ApiRequest): Answer | Promise<Answer>;
}

export const ok = (json: unknown = {}, note?: CallNote): Answer => ({ status: 200, json, ...(note && { note }) });
export const refuse = (status: number, message: string, note?: CallNote): Answer => ({ status, json: { message }, ...(note && { note }) });
export const badRequest = (error: LineError, note?: CallNote): Answer => ({ status: 400, json: error, ...(note && { note }) });
/** The token and login endpoints word their refusals as OAuth does. */
export const oauthError = (error: string, description: string): Answer => ({
  status: 400,
  json: { error, error_description: description },
});
export const notFound = (): Answer => refuse(404, "Not found");

/** The fields of a form that hold text; anything else counts as not sent. */
export function textFields(body: unknown): Partial<Record<string, string>> {
  const fields = typeof body === "object" && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === "string"));
}
