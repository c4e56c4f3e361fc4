import { readonly, ref } from "vue";

const isOnline = ref(navigator.onLine);
window.addEventListener("online", () => {
  isOnline.value = true;
});
window.addEventListener("offline", () => {
  isOnline.value = false;
});

/** What the phone says of its network: "no" is sure, "yes" only likely. */
export const useOnline = () => readonly(isOnline);
