import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { createLogger } from "#bot/platform/logger.ts";
import { startServer } from "#bot/server/start-server.ts";
import { catalogue } from "#models/requests/catalogue.ts";
import { type Simulator, startSimulator } from "#scripts/simulator/simulator.ts";
import { buildMiniApp } from "#scripts/support/build-mini-app.ts";
import { holdFolder, startMongo } from "#scripts/support/embedded-mongo.ts";
import { channel, demoConfig, liffId, loginChannel } from "./demo-config.ts";
import { demoDatabase } from "./demo-database.ts";
import { freePort } from "./free-port.ts";
import { guide, personas } from "./guide.ts";
import { prepareDatabase } from "./prepare-database.ts";

export type Demo = { url: string; stop(): Promise<void> };

export type DemoOptions = {
  /** everything that the demo writes goes here */
  folder: string;
  /** hears what is being done, in Thai */
  say(line: string): void;
  phonesPort: number;
  botPort: number;
};

/** The whole system on one machine: MongoDB, sample data, the LINE simulator, the real server. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { folder, say } = options;
  const held = await holdFolder(folder);
  const undo: (() => Promise<unknown>)[] = [() => held.release()];
  const stop = async () => {
    for (const end of undo.splice(0).reverse()) await end();
  };
  try {
    say("กำลังเริ่มฐานข้อมูล…");
    const mongo = await startMongo({ folder: join(folder, "mongo"), say });
    undo.push(() => mongo.stop());
    const mongodbUri = demoDatabase(mongo.uri);
    const friends = await prepareDatabase({ uri: mongodbUri, say });

    say("กำลังเตรียมมินิแอป…");
    const miniApp = await buildMiniApp();

    say("กำลังเริ่มเครื่องจำลอง LINE…");
    const port = await freePort(options.botPort);
    const liffApps = [{ liffId, endpointUrl: `http://127.0.0.1:${port}/liff/` }];
    const phonesPort = await freePort(options.phonesPort);
    const simulator = await startSimulator({ channel, loginChannel, liffApps, personas, guide, phones: true, port: phonesPort });
    undo.push(() => simulator.stop());

    say("กำลังเริ่มบอต…");
    const config = demoConfig({ mongodbUri, lineUrl: simulator.url, port });
    const log = createLogger({ level: config.logLevel, destination: createWriteStream(join(folder, "bot.log"), { flags: "a" }) });
    const server = await startServer({ config, catalogue, log, miniApp });
    undo.push(() => server.close());
    await server.ready;
    await simulator.setWebhookUrl({ url: `${server.url}/webhook` });
    await befriend(simulator, friends);
    await held.announce({ url: simulator.url, mongoUri: mongodbUri });
    return { url: simulator.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Who is known to the office has the bot as a friend; the others add it themselves. */
async function befriend(simulator: Simulator, friends: ReadonlySet<string>): Promise<void> {
  for (const { userId, name } of personas) {
    if (friends.has(userId)) await simulator.act({ userId, action: { do: "follow" } });
    else await simulator.addUser({ userId, displayName: name, isFriend: false });
  }
}
