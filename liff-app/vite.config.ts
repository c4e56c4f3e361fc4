import { VantResolver } from "@vant/auto-import-resolver";
import vue from "@vitejs/plugin-vue";
import components from "unplugin-vue-components/vite";
import { defineConfig } from "vite";

const here = import.meta.dirname;

export default defineConfig({
  root: here,
  base: "/liff/",
  plugins: [
    vue(),
    // Only Vant's components: our own are imported by name, so that one can see where they come from.
    components({ dirs: [], dts: false, resolvers: [VantResolver()] }),
  ],
  resolve: {
    alias: [
      { find: /^#liff-app\//, replacement: `${here}/` },
      // Vant's icons are a font of 30 kB inside its style sheet; the few that its components need are drawn in ours.
      { find: /^(\.\.\/)+icon\/index\.css$/, replacement: `${here}/style/vant-icons.css` },
    ],
  },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
