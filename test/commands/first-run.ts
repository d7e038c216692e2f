/** A first run of `netkeep setup`, for its tests. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createNetkeep, type Netkeep } from '../harness.ts'

/** Nobody yet, a home directory, and bash, with netkeep on the PATH. */
export function firstRun(): Netkeep {
  const netkeep = createNetkeep()
  const home = path.join(netkeep.folder, 'home')
  mkdirSync(path.join(home, 'bin'), { recursive: true })
  writeFileSync(path.join(home, 'bin/netkeep'), '')
  netkeep.env = {
    ...netkeep.env,
    NO_COLOR: '1',
    HOME: home,
    SHELL: '/bin/bash',
    PATH: path.join(home, 'bin'),
  }
  return netkeep
}

export const fileIn = (netkeep: Netkeep, name: string): string => path.join(netkeep.folder, 'home', name)
export const typedIn = async (netkeep: Netkeep): Promise<readonly string[]> => {
  const history: readonly { readonly typed: string }[] = await netkeep.json('history')
  return history.map(({ typed }) => typed).reverse()
}

/** Enter at every question, where there are no contacts. */
export const SKIP_ALL: readonly (string | boolean)[] = ['', '', 'return', '', '', '', 'return', false, false]
