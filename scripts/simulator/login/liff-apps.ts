import { randomBytes } from "node:crypto";

/** What the LIFF server API keeps of an app. */
export interface LiffAppSettings {
  view: { type: "compact" | "tall" | "full"; url: string; moduleMode?: boolean | undefined };
  description?: string | undefined;
  features?: { ble?: boolean | undefined; qrCode?: boolean | undefined } | undefined;
  permanentLinkPattern?: "concat" | undefined;
  scope?: string[] | undefined;
  botPrompt?: "normal" | "aggressive" | "none" | undefined;
}

export interface LiffApp extends LiffAppSettings {
  liffId: string;
}

export interface LiffApps {
  all(): LiffApp[];
  get(liffId: string): LiffApp | undefined;
  add(settings: LiffAppSettings): LiffApp;
  set(app: LiffApp): void;
  remove(liffId: string): boolean;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** A LIFF id is the channel's id and eight letters. */
const newLiffId = (channelId: string) => `${channelId}-${Array.from(randomBytes(8), (byte) => letters.charAt(byte % 62)).join("")}`;

/** The LIFF apps of one LINE Login channel. */
export function createLiffApps(channelId: string, given: readonly { liffId: string; endpointUrl: string }[]): LiffApps {
  const apps = new Map<string, LiffApp>(
    given.map(({ liffId, endpointUrl }) => [liffId, { liffId, view: { type: "full", url: endpointUrl }, scope: ["openid", "profile"] }]),
  );
  return {
    all: () => [...apps.values()],
    get: (liffId) => apps.get(liffId),
    add(settings) {
      const app = { liffId: newLiffId(channelId), ...settings };
      apps.set(app.liffId, app);
      return app;
    },
    set: (app) => void apps.set(app.liffId, app),
    remove: (liffId) => apps.delete(liffId),
  };
}
