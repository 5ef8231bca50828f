import { chown, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { cacheRoot, isRoot, projectRoot } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { provideSharedMemory } from './sharedMemory.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'

/** Debian's `nobody` and `nogroup`. */
const NOBODY = 65534

/**
 * Shows chosen folders at their own place although an ancestor is closed (a clone below /root): in a mount namespace of its
 * own, an empty folder covers the closed one and only the chosen ones are mounted back into it.
 * Arguments: closed folder, scratch folder, number of paths, paths, command.
 */
const OPEN_PATHS = `set -e
closed=$1 scratch=$2 count=$3; shift 3
index=0; paths=
while [ $index -lt $count ]; do
  mkdir -p "$scratch/$index"; mount --bind "$1" "$scratch/$index"
  paths="$paths$1
"
  shift; index=$((index + 1))
done
mount -t tmpfs -o mode=755,size=1m tmpfs "$closed"
index=0
printf %s "$paths" | while IFS= read -r place; do
  mkdir -p "$place"; mount --bind "$scratch/$index" "$place"; index=$((index + 1))
done
cd "$PWD"
exec "$@"`

/**
 * @typedef {{ uid: number, gid: number, home: string | undefined, warning: string | undefined,
 *   command: (command: string, args: readonly string[]) => { command: string, args: string[] },
 *   environment: (base: NodeJS.ProcessEnv) => NodeJS.ProcessEnv,
 *   own: (...folders: string[]) => Promise<void> }} UnprivilegedUser
 * command wraps a command so that it runs as this user and ends with us; own makes folders that this user may write
 */

/**
 * Root's Chromium runs without its sandbox and PostgreSQL refuses root, so started as root both run as somebody without rights:
 * the user behind sudo, else `nobody`. Everybody else simply stays who they are.
 *
 * @returns {Promise<UnprivilegedUser>}
 */
export async function findUnprivilegedUser() {
  if (!isRoot()) {
    return ordinaryUser()
  }
  const uid = Number(process.env.SUDO_UID) || NOBODY
  const gid = Number(process.env.SUDO_GID) || NOBODY
  const home = path.join(cacheRoot(), `home-${uid}`)
  await mkdir(path.join(home, 'run'), { recursive: true, mode: 0o700 })
  await Promise.all([chown(home, uid, gid), chown(path.join(home, 'run'), uid, gid)])
  const drop = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups', '--pdeathsig', 'TERM', '--']
  const memory = await provideSharedMemory()
  const prefix = [...memory.prefix, ...(await openClosedFolders(['setpriv', ...drop]))]
  return {
    warning: memory.warning,
    uid,
    gid,
    home,
    command: (command, args) => wrap([...prefix, 'setpriv', ...drop], command, args),
    environment: (base) => ({ ...base, ...homeEnvironment(home, uid) }),
    own: async (...folders) => {
      for (const folder of folders) {
        await mkdir(folder, { recursive: true })
        await chown(folder, uid, gid)
      }
    },
  }
}

/** @returns {Promise<UnprivilegedUser>} */
async function ordinaryUser() {
  const { warning } = await provideSharedMemory()
  const prefix = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'TERM', '--'] : []
  return {
    warning,
    uid: process.getuid?.() ?? -1,
    gid: process.getgid?.() ?? -1,
    home: undefined,
    command: (command, args) => wrap(prefix, command, args),
    environment: (base) => ({ ...base }),
    own: async (...folders) => {
      await Promise.all(folders.map((folder) => mkdir(folder, { recursive: true })))
    },
  }
}

/**
 * @param {readonly string[]} prefix
 * @param {string} command
 * @param {readonly string[]} args
 */
function wrap(prefix, command, args) {
  const [first = command, ...rest] = [...prefix, command, ...args]
  return { command: first, args: rest }
}

/**
 * @param {string} home
 * @param {number} uid
 * @returns {NodeJS.ProcessEnv}
 */
function homeEnvironment(home, uid) {
  return {
    HOME: home,
    USER: uid === NOBODY ? 'nobody' : String(uid),
    LOGNAME: uid === NOBODY ? 'nobody' : String(uid),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_DATA_HOME: path.join(home, '.local', 'share'),
    XDG_RUNTIME_DIR: path.join(home, 'run'),
  }
}

/**
 * @param {readonly string[]} drop
 * @returns {Promise<string[]>} what must stand before a command so that it reaches the project and Node; mostly nothing
 */
async function openClosedFolders(drop) {
  const [setpriv = 'setpriv', ...args] = drop
  const needed = [projectRoot, path.resolve(process.execPath, '..', '..'), cacheRoot()]
  const script = 'for place; do test -r "$place" && test -x "$place" || echo "$place"; done'
  const probe = await runCommand(setpriv, [...args, 'sh', '-c', script, 'sh', ...needed])
  if (probe.code !== 0) {
    throw new SetupFailure(
      `cannot become an unprivileged user: ${tellingLine(probe)}`,
      'start it as an ordinary user, or install util-linux (setpriv)',
    )
  }
  const closed = probe.stdout.split('\n').filter((line) => line !== '')
  const [first] = closed
  if (first === undefined) {
    return []
  }
  const cover = await firstClosedFolder(first)
  const remedy = `move the clone to a folder that everybody may read (for example /opt), or start it as an ordinary user`
  if (cover === undefined || cover === first) {
    throw new SetupFailure(`${first} cannot be read by the unprivileged user`, remedy)
  }
  const inside = needed.filter((place) => !path.relative(cover, place).startsWith('..'))
  const scratch = path.join(cacheRoot(), 'mounts')
  await mkdir(scratch, { recursive: true })
  const prefix = [
    'unshare',
    '--mount',
    'sh',
    '-c',
    OPEN_PATHS,
    'sh',
    cover,
    scratch,
    String(inside.length),
    ...inside,
  ]
  const attempt = wrap([...prefix, ...drop], 'sh', ['-c', script, 'sh', ...needed])
  const opened = await runCommand(attempt.command, attempt.args)
  if (opened.code !== 0 || opened.stdout !== '') {
    throw new SetupFailure(`${first} lies below ${cover}, which only root may enter`, remedy)
  }
  return prefix
}

/**
 * @param {string} place
 * @returns {Promise<string | undefined>} the outermost folder on the way to a place that others may not enter
 */
async function firstClosedFolder(place) {
  const parts = path.resolve(place).split(path.sep)
  for (let length = 2; length <= parts.length; length += 1) {
    const folder = parts.slice(0, length).join(path.sep)
    if (((await stat(folder)).mode & 0o001) === 0) {
      return folder
    }
  }
  return undefined
}
