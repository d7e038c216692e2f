import { defineConfig } from 'vitest/config'

/** As the build's loader does: scripts of the shells are text. */
const shellScripts = {
  name: 'shell-scripts',
  transform: (code: string, file: string) =>
    /\.(bash|zsh|fish)$/.test(file) ? `export default ${JSON.stringify(code)}` : undefined,
}

export default defineConfig({
  plugins: [shellScripts],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/e2e/built.ts'],
    // Many tests wait for a program that they run: a core left free would be idle.
    maxWorkers: '100%',
    // The suite must not depend on where it runs: the tests that need another zone set it themselves.
    env: { TZ: 'UTC', LANG: 'C.UTF-8', NO_COLOR: '' },
    testTimeout: 20_000,
  },
})
