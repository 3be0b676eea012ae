import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}", "*.test.mjs"] },
  server: { fs: { allow: ["../.."] } },
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
});
