import "#scripts/support/require-node.ts";
import { ConfigError, loadConfig } from "#bot/platform/config.ts";
import { createLogger } from "#bot/platform/logger.ts";
import { setupLine } from "#scripts/support/setup-line.ts";

try {
  const config = loadConfig();
  const log = createLogger({ level: "error" });
  const { LINE_LOGIN_CHANNEL_SECRET: loginChannelSecret } = process.env;
  const done = await setupLine({ config, loginChannelSecret, log, say: (line) => console.log(line) });
  process.exitCode = done ? 0 : 1;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
