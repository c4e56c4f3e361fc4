import { AppError } from "#bot/platform/errors.ts";
import { RequestModel } from "#models/documents/request.document.ts";
import type { Catalogue } from "#models/requests/open-catalogue.ts";

/**
 * Refuses a database that these definitions cannot read: a form that is gone, an open request of a version from which nothing
 * upgrades, a state without a present name. Finished requests are read as they were filed, in any version before this one.
 * @throws AppError stored_version_unknown, naming each
 */
export async function checkStoredVersions(catalogue: Catalogue): Promise<void> {
  const problems: string[] = [];
  for (const formId of await RequestModel.distinct("formId")) {
    const type = catalogue.all.find(({ form }) => form.id === formId);
    if (!type) problems.push(`form "${formId}" is not in the catalogue`);
    else problems.push(...(await problemsOf(type)));
  }
  if (problems.length === 0) return;
  throw new AppError({
    code: "stored_version_unknown",
    status: 503,
    message: `ข้อมูลที่เก็บไว้เป็นรุ่นที่โปรแกรมนี้อ่านไม่ได้ กรุณาใช้โปรแกรมรุ่นที่ใหม่กว่าค่ะ · the database holds what these definitions cannot read: ${problems.join("; ")}`,
    details: { problems },
  });
}

/** Each `distinct` is answered from the index by leaps, however many requests there are. */
async function problemsOf({ form, workflow }: Catalogue["all"][number]): Promise<string[]> {
  const problems: string[] = [];
  for (const formVersion of await RequestModel.distinct("formVersion", { formId: form.id })) {
    const states = await RequestModel.distinct("state", { formId: form.id, formVersion });
    const lost = states.filter((state) => !workflow.states[workflow.renamed[state] ?? state]);
    if (lost.length > 0)
      problems.push(`${form.id} version ${formVersion} stands in ${lost.join(", ")}, which workflow ${workflow.id} does not know`);
    const isOpen = states.some((state) => !workflow.states[workflow.renamed[state] ?? state]?.final);
    const isReadable = formVersion === form.version || (formVersion === form.version - 1 && form.upgrade !== undefined);
    if (formVersion > form.version || (isOpen && !isReadable))
      problems.push(`${form.id} version ${formVersion} has no way to version ${form.version}`);
  }
  return problems;
}
