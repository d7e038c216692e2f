/** The last part of a path, Windows paths too: what rows are reported under. */
export function baseNameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
