import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// Reports name files from the repository's root, and include patterns start there.
const root = resolve(import.meta.dirname, "..");
const globalSetup = ["test/support/mongo.global.ts"];

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: "server",
          environment: "node",
          include: ["test/{api,flows,unit,definitions,simulator,properties}/**/*.test.ts"],
          globalSetup,
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
          globalSetup,
          // One browser at a time: two Chromiums on two cores only make each other late.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
