import "#scripts/support/require-node.ts";
import { parseArgs } from "node:util";
import { startDemo } from "#scripts/demo/start-demo.ts";
import { FolderInUse } from "#scripts/support/embedded-mongo.ts";

const { values } = parseArgs({
  options: {
    folder: { type: "string", default: ".data" },
    port: { type: "string", default: "4600" },
  },
});
const say = (line: string) => console.log(line);

// Ends within this time even where something hangs, milliseconds.
const stopWithinMs = 15_000;

try {
  const starting = startDemo({ folder: values.folder, say, phonesPort: Number(values.port), botPort: Number(values.port) + 1 });
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      say("\nกำลังหยุดเดโม…");
      setTimeout(() => process.exit(1), stopWithinMs).unref();
      void starting
        .then((demo) => demo.stop())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
  }
  const demo = await starting;
  say(`\nเดโมพร้อมแล้วค่ะ เปิดในเบราว์เซอร์:\n\n  ${demo.url}\n\nหยุดด้วย Ctrl-C · เริ่มใหม่ทั้งหมดโดยลบโฟลเดอร์ ${values.folder}`);
} catch (error) {
  console.error(error instanceof FolderInUse ? error.message : error);
  process.exitCode = 1;
}
