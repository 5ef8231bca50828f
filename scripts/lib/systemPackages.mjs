import { access } from 'node:fs/promises'
import { isRoot } from './paths.mjs'
import { SetupFailure } from './progress.mjs'
import { tellingLine, runCommand } from './runCommand.mjs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'

const APT_LIMIT_MS = 15 * 60_000

/**
 * What Electron loads on Linux. Each entry lists the names one package goes by: Debian 13 and Ubuntu 24.04 renamed several
 * when time became 64-bit wide, and there the old name is ambiguous.
 */
export const ELECTRON_LIBRARIES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libdrm2'],
  ['libcups2t64', 'libcups2'],
]

/** A display without a screen, and a font with which Chinese text is more than boxes. */
export const DISPLAY_PACKAGES = [['xvfb'], ['xauth'], ['fonts-noto-cjk']]

/** Programs of others that read what we write (tests), and that do the same work as a yardstick (the bench of packages). */
export const DOCUMENT_TOOLS = [['qpdf'], ['poppler-utils'], ['zip'], ['img2pdf']]

export const POSTGRESQL_PACKAGES = [['postgresql']]

/** Names the folder in which a file exists so that no cluster is made for the machine; removed after the installation. */
const NO_MAIN_CLUSTER = '/etc/postgresql-common/createcluster.d/beian-desk.conf'

/**
 * What compiles the SQLite addon; judged by the commands and not by the packages, since compilers come in many ways.
 *
 * @returns {Promise<string[][]>} the packages of the missing commands
 */
export async function missingBuildTools() {
  const tools = [
    { command: 'python3', names: ['python3'] },
    { command: 'make', names: ['make'] },
    { command: 'g++', names: ['g++'] },
  ]
  const found = await Promise.all(tools.map((tool) => runCommand(tool.command, ['--version'])))
  return tools.filter((_, index) => found[index]?.code !== 0).map((tool) => tool.names)
}

/**
 * @param {readonly (readonly string[])[]} wanted
 * @returns {Promise<string[][]>} the entries of which no name is installed; all of them where there is no dpkg
 */
export async function missingPackages(wanted) {
  const names = wanted.flat()
  const answer = await runCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names])
  const installed = new Set(
    answer.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return wanted.filter((entry) => !entry.some((name) => installed.has(name))).map((entry) => [...entry])
}

/** @returns {Promise<boolean>} whether apt manages this machine (Debian, Ubuntu and their children) */
export async function hasApt() {
  return access('/usr/bin/apt-get').then(
    () => true,
    () => false,
  )
}

/**
 * Installs what is missing, by name, when that is this process's right; otherwise says the exact command.
 *
 * @param {readonly (readonly string[])[]} missing
 * @param {import('./progress.mjs').Report} report
 */
export async function installPackages(missing, report) {
  if (missing.length === 0) {
    return
  }
  if (!isRoot()) {
    const names = missing.map((entry) => entry.at(-1)).join(' ')
    throw new SetupFailure(
      `system packages are missing: ${names}`,
      `run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names}`,
    )
  }
  report('apt-get update')
  await apt(['update'])
  const names = await Promise.all(missing.map(chooseName))
  report(`apt-get install ${names.join(' ')}`)
  const withoutCluster = names.includes('postgresql') && !(await hasPostgresqlCommon())
  if (withoutCluster) {
    await mkdir('/etc/postgresql-common/createcluster.d', { recursive: true })
    await writeFile(NO_MAIN_CLUSTER, 'create_main_cluster = false\n')
  }
  try {
    await apt(['install', '-y', '--no-install-recommends', ...names])
  } finally {
    if (withoutCluster) {
      await rm(NO_MAIN_CLUSTER, { force: true })
    }
  }
}

/** @returns {Promise<boolean>} */
async function hasPostgresqlCommon() {
  return (await missingPackages([['postgresql-common']])).length === 0
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<string>} the first name that this release has a package for
 */
async function chooseName(names) {
  for (const name of names) {
    const policy = await runCommand('apt-cache', ['policy', name])
    if (/Candidate: (?!\(none\))/.test(policy.stdout)) {
      return name
    }
  }
  throw new SetupFailure(
    `apt knows no package ${names.join(' or ')}`,
    'check /etc/apt/sources.list and run apt-get update',
  )
}

/** @param {readonly string[]} args */
async function apt(args) {
  const result = await runCommand('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    timeoutMs: APT_LIMIT_MS,
  })
  if (result.code !== 0) {
    throw new SetupFailure(
      `apt-get ${args[0]} failed: ${tellingLine(result)}`,
      `run it by hand to see more: apt-get ${args.join(' ')}`,
    )
  }
}

/**
 * Debian keeps the server's programs out of PATH, one folder a version.
 *
 * @returns {Promise<string | undefined>} the folder with initdb and postgres of the newest version
 */
export async function findPostgresqlPrograms() {
  const base = '/usr/lib/postgresql'
  const versions = (await readdir(base).catch(() => [])).filter((name) => /^\d+$/.test(name))
  const sorted = versions.sort((a, b) => Number(b) - Number(a)).map((version) => `${base}/${version}/bin`)
  for (const folder of [...sorted, '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin']) {
    const there = await access(`${folder}/initdb`).then(
      () => true,
      () => false,
    )
    if (there) {
      return folder
    }
  }
  return undefined
}
