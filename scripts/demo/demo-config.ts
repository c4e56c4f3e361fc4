import { type Config, parseConfig } from "#bot/platform/config.ts";

/** The invented channel of the simulator. */
export const channel = {
  id: "2000000000",
  secret: "0123456789abcdef0123456789abcdef",
  botUserId: `U${"b".repeat(32)}`,
  basicId: "@ict-demo",
  displayName: "ศูนย์ ICT (เดโม)",
};

/** The invented LINE Login channel, and the mini-app that belongs to it. */
export const loginChannel = { id: "2000000100", secret: "fedcba9876543210fedcba9876543210" };
export const liffId = `${loginChannel.id}-DemoLiff`;

/** The configuration of production, pointed at the simulator. Nothing of the machine's own environment gets in. */
export function demoConfig({ mongodbUri, lineUrl, port }: { mongodbUri: string; lineUrl: string; port: number }): Config {
  return parseConfig({
    LINE_CHANNEL_ID: channel.id,
    LINE_CHANNEL_SECRET: channel.secret,
    LINE_LOGIN_CHANNEL_ID: loginChannel.id,
    LIFF_ID: liffId,
    LINE_API_BASE_URL: lineUrl,
    LINE_DATA_API_BASE_URL: lineUrl,
    MONGODB_URI: mongodbUri,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
  });
}
