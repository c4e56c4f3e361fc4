import { parseArgs } from "node:util";
import { type SimulatorOptions, startSimulator } from "./simulator.ts";

/** `node scripts/simulator/main.ts [flags]`, or all options as one JSON text (`--options`); prints one JSON line with its URL when it is up. */
const { values } = parseArgs({
  options: {
    options: { type: "string" },
    port: { type: "string" },
    host: { type: "string" },
    webhook: { type: "string" },
    ledger: { type: "string" },
    "channel-id": { type: "string", default: process.env.LINE_CHANNEL_ID ?? "2000000000" },
    "channel-secret": { type: "string", default: process.env.LINE_CHANNEL_SECRET ?? "0123456789abcdef0123456789abcdef" },
    phones: { type: "boolean", default: false },
  },
});

const given: Partial<SimulatorOptions> = values.options === undefined ? {} : JSON.parse(values.options);
const simulator = await startSimulator({
  channel: {
    id: values["channel-id"],
    secret: values["channel-secret"],
    botUserId: `U${"b".repeat(32)}`,
    basicId: "@ict-office",
  },
  phones: values.phones,
  ...(values.port !== undefined && { port: Number(values.port) }),
  ...(values.host !== undefined && { host: values.host }),
  ...(values.webhook !== undefined && { webhookUrl: values.webhook }),
  ...(values.ledger !== undefined && { ledgerFile: values.ledger }),
  ...given,
});
console.log(JSON.stringify({ url: simulator.url }));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
}
