import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Reports name files from the repository's root, and include patterns start there.
const root = resolve(import.meta.dirname, "..");

export default defineConfig({
  root,
  test: {
    // Here and not in the projects: one mongod for the whole run.
    globalSetup: ["test/support/mongo.global.ts"],
    // Flow tests mostly wait for each other's processes: on two cores the default would run them one by one.
    maxWorkers: 3,
    projects: [
      {
        root,
        test: {
          name: "server",
          environment: "node",
          include: ["test/{api,flows,unit,definitions,simulator,properties}/**/*.test.ts"],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        root,
        test: {
          name: "browser",
          environment: "node",
          include: ["test/browser/**/*.test.ts"],
          // One browser at a time: two Chromiums on two cores only make each other late.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
