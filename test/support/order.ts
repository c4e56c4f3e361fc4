import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Seconds of the files that take longest, on two quiet cores. A clean clone remembers no durations, and vitest's own guess, the
 * size of the file, puts those last that wait for processes to die: one core would idle at the end.
 */
const longest: Record<string, number> = {
  "crash.test.ts": 54,
  "fuzz.test.ts": 40,
  "scripts-samples.test.ts": 32,
  "scripts-demo.test.ts": 28,
  "repair-permissions.test.ts": 25,
  "teacher-follows-up.test.ts": 24,
  "line-troubles.test.ts": 24,
  "scripts-office.test.ts": 24,
  "line-rich-menus.test.ts": 22,
  "database-away.test.ts": 21,
  "embedded-mongo.test.ts": 20,
  "live-lost.test.ts": 18,
  "scripts-backup.test.ts": 15,
  "mini-app-form.test.ts": 50,
  "mini-app-pages.test.ts": 45,
  "mini-app-login.test.ts": 30,
  "mini-app-request.test.ts": 25,
  "demo.test.ts": 25,
};

const secondsOf = ({ moduleId }: TestSpecification) => longest[basename(moduleId)] ?? 0;

/** Long files first; the others as vitest would. Files of one project stay together: they share their processes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = Map.groupBy(sorted, ({ project }) => project.name);
    return [...projects.values()].flatMap((group) => group.toSorted((a, b) => secondsOf(b) - secondsOf(a)));
  }
}
