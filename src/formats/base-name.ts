/** The last part of a path, Windows paths too: what rows are reported under. */
export function baseNameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

/** What stands before it; '' where nothing does. */
export function folderOf(path: string): string {
  return path.slice(0, path.length - baseNameOf(path).length)
}
