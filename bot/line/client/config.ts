/** What bot/line needs of the configuration. */
export type LineConfig = {
  channelId: string;
  channelSecret: string;
  /** overrides the 15-minute tokens made of channel id and secret */
  channelAccessToken?: string | undefined;
  /** origins, without a path */
  apiBaseUrl: string;
  dataApiBaseUrl: string;
};

type LogMethod = (fields: Record<string, unknown>, message: string) => void;

/** The part of a pino logger that is used here. */
export type LineLog = { debug: LogMethod; info: LogMethod; warn: LogMethod; error: LogMethod };
