/** Paths in `filing.json` as everybody writes them: `services[0].name` and `services.0.name` are the same field. */
export function normalPath(path: string): string {
  return path.replace(/\[(\d+)\]/g, '.$1')
}

/** Whether one path is the other, or lies inside it. */
export function isWithin(path: string, container: string): boolean {
  return path === container || path.startsWith(`${container}.`)
}
