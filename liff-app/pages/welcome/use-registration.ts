import { nextTick, reactive, ref } from "vue";
import { isApiError } from "#liff-app/api/api-error.ts";
import { ask } from "#liff-app/api/ask.ts";
import { setMe } from "#liff-app/composables/use-me.ts";
import type { Me, registerMe } from "#models/contracts/me.contract.ts";
import { registrationForm } from "#models/conversations/register/registration.form.ts";
import type { SchoolValue } from "#models/fields/kinds/picked.ts";
import { parseAnswers } from "#models/requests/parse-answers.ts";

type Problems = Partial<Record<string, string>>;

/** The registration's answers, checked by its form here and at the server. */
export function useRegistration({ person, notice }: Me, onDone: () => void) {
  const answers = reactive({
    school: (person?.school ?? null) as SchoolValue | null,
    name: person?.name ?? "",
    position: person?.position ?? "",
    phone: person?.phone ?? "",
  });
  const problems = ref<Problems>({});
  const failure = ref("");
  const isSending = ref(false);

  function isComplete(): boolean {
    const parsed = parseAnswers(registrationForm, { ...answers });
    problems.value = parsed.ok ? {} : Object.fromEntries(parsed.problems.map(({ field, message }) => [field, message]));
    return parsed.ok;
  }

  async function send(): Promise<void> {
    failure.value = "";
    const { school, phone, name, position } = answers;
    if (!isComplete() || !school) return showFirstProblem();
    isSending.value = true;
    try {
      const body = { school, name, position, noticeVersion: notice.version, ...(phone.trim() ? { phone } : {}) };
      setMe(await ask<typeof registerMe>("put /me", { body }));
      onDone();
    } catch (error) {
      if (!isApiError(error)) throw error;
      problems.value = error.fields;
      failure.value = error.message;
    } finally {
      isSending.value = false;
    }
  }

  return { answers, problems, failure, isSending, send };
}

/** Below the fold nobody sees what is wrong. */
async function showFirstProblem(): Promise<void> {
  await nextTick();
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
