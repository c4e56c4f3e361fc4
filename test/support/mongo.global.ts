import type { TestProject } from "vitest/node";
import { startMongo } from "#scripts/support/embedded-mongo.ts";

declare module "vitest" {
  interface ProvidedContext {
    mongoUri: string;
  }
}

/** Starts one mongod for the run; each file takes a database of its own on it (useDatabase). */
export default async function startForRun(project: TestProject) {
  const mongo = await startMongo();
  project.provide("mongoUri", mongo.uri);
  return () => mongo.stop();
}
