import { resolve } from "node:path";
import { ConfigError, loadConfig } from "#bot/platform/config.ts";
import { createLogger } from "#bot/platform/logger.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { isBuilt } from "./mini-app.route.ts";
import { startServer } from "./start-server.ts";

/** SIGTERM ends everything within this time, milliseconds. */
const stopWithinMs = 10_000;

const missingBuild = {
  variable: "LIFF_ID",
  remedy: "มินิแอปยังไม่ได้สร้าง รัน npm run build ก่อน หรือลบ LIFF_ID · the mini-app is not built: npm run build, or unset LIFF_ID",
};

try {
  const config = loadConfig();
  const miniApp = resolve("dist");
  if (config.line.liffId && !isBuilt(miniApp)) throw new ConfigError([missingBuild]);
  const log = createLogger({ level: config.logLevel });
  const server = await startServer({ config, catalogue, log, miniApp });
  server.ready.catch(() => process.exit(1));
  const stop = (signal: string) => {
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    void server.close().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise was left unhandled"));
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
