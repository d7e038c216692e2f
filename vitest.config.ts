import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The suite must not depend on where it runs: the tests that need another zone set it themselves.
    env: { TZ: 'UTC', LANG: 'C.UTF-8', NO_COLOR: '' },
    testTimeout: 20_000,
  },
})
