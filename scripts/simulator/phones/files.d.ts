/** For the plain compiler, which reads neither components nor style sheets; vue-tsc reads the real ones. */
declare module "*.vue" {
  import type { DefineComponent } from "vue";

  const component: DefineComponent<Record<string, unknown>, object, unknown>;
  export default component;
}
declare module "*.css";
