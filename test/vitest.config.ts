import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./support/order.ts";

// Reports name files from the repository's root, and include patterns start there.
const root = resolve(import.meta.dirname, "..");

/** What reads or changes something that a whole process keeps: the first link of the access log's chain, mongoose's models, a lost connection. */
const alone = [
  "test/flows/services-find.test.ts",
  "test/unit/platform/database.test.ts",
  "test/flows/database-away.test.ts",
  "test/api/live-lost.test.ts",
];

const server = {
  environment: "node",
  testTimeout: 20_000,
  hookTimeout: 30_000,
  sequence: { groupOrder: 0 },
  // A second, vitest's own, is short beside two other files.
  expect: { poll: { timeout: 5_000 } },
} as const;

export default defineConfig({
  root,
  test: {
    // Here and not in the projects: one mongod for the whole run.
    globalSetup: ["test/support/mongo.global.ts"],
    sequence: { sequencer: LongestFirst },
    // Flow tests mostly wait for each other's processes: on two cores the default would run them one by one.
    maxWorkers: 3,
    projects: [
      {
        root,
        test: {
          ...server,
          name: "server",
          include: ["test/{api,flows,unit,definitions,simulator,properties}/**/*.test.ts"],
          exclude: alone,
          // Loading the server anew for each file costs as much as a third of its tests.
          isolate: false,
        },
      },
      { root, test: { ...server, name: "server-alone", include: alone } },
      {
        root,
        test: {
          name: "browser",
          environment: "node",
          include: ["test/browser/**/*.test.ts"],
          isolate: false,
          // One browser leaves half a core idle; a third would only make the others late.
          maxWorkers: 2,
          // After the server's files: a page that shares two cores with three of them runs into its timeouts.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
