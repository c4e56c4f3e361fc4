import type { Config } from "#bot/platform/config.ts";

/** What bot/line needs of the configuration. An access token of one's own overrides the 15-minute ones. */
export type LineConfig = Pick<
  Config["line"],
  "channelId" | "channelSecret" | "accessToken" | "loginChannelId" | "liffId" | "apiBaseUrl" | "dataApiBaseUrl"
>;

type LogMethod = (fields: Record<string, unknown>, message: string) => void;

/** The part of a pino logger that is used here. */
export type LineLog = { debug: LogMethod; info: LogMethod; warn: LogMethod; error: LogMethod };
