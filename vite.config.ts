import { readFileSync } from "node:fs";
import { paraglideVitePlugin } from "@inlang/paraglide-js";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { z } from "zod";

// The one place where the release's number stands is package.json.
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")));

/** zod tries out whether it may compile code, and the policy reports each try; before its own module runs, it is told not to. */
const intro = "(globalThis.__zod_globalConfig??={}).jitless=true;";

const layerOrder = readFileSync(new URL("src/app/theme/layers.css", import.meta.url), "utf8");

/** Says the order of the layers at the head of every style sheet: whichever chunk is loaded first decides it for the page. */
const layersFirst: Plugin = {
  name: "layers-first",
  enforce: "pre",
  transform: (code, id) => (/\.css(?:$|\?)/u.test(id) && id.includes("/src/app/") ? `${layerOrder}${code}` : null),
};

export default defineConfig({
  define: { __SANAQ_RELEASE__: JSON.stringify(version) },
  plugins: [
    layersFirst,
    paraglideVitePlugin({
      project: "./src/app/i18n/project.inlang",
      outdir: "./src/app/i18n/paraglide",
      strategy: ["globalVariable", "baseLocale"],
      outputStructure: "message-modules",
      emitReadme: false,
      emitPrettierIgnore: false,
    }),
    react(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "sw",
      filename: "sw.ts",
      // The worker's bridge registers it, through the page's Trusted Types policy.
      injectRegister: false,
      registerType: "prompt",
      injectManifest: {
        globPatterns: ["**/*.{html,js,css,woff2,svg,png,wasm}"],
        maximumFileSizeToCacheInBytes: 5_000_000,
      },
      manifest: {
        id: "/",
        name: "Sanaq — халық санағы",
        short_name: "Sanaq",
        description: "Мекемелерде сауал салу: парақтар планшетте жабылып, Департаментке жөнелтіледі",
        lang: "kk",
        dir: "ltr",
        start_url: "/",
        scope: "/",
        display: "standalone",
        background_color: "#F4F1EA",
        theme_color: "#0B5363",
        icons: [
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
          { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
        ],
      },
    }),
  ],
  worker: { format: "es", rolldownOptions: { output: { intro } } },
  build: {
    target: "es2023",
    // The policy allows no data: addresses, neither for fonts nor for images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: { output: { intro } },
  },
  server: { proxy: { "/v1": "http://127.0.0.1:8080" } },
});
