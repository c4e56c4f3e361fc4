/** Vant's components switch by a class, ours by the media query: keeps the class in step with the phone. */
export function watchColorScheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => document.documentElement.classList.toggle("van-theme-dark", dark.matches);
  apply();
  dark.addEventListener("change", apply);
}
