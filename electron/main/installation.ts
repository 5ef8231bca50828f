import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { readEnvironment } from './environment'
import { InstallationError } from './log'

interface Place {
  readonly isPackaged: boolean
  /** `process.resourcesPath`. */
  readonly resourcesPath: string
  /** `app.getAppPath()`: the clone, or the archive. */
  readonly appPath: string
  /** Folder of the built files, `out`. */
  readonly builtFolder: string
  readonly environment: ReturnType<typeof readEnvironment>
}

export interface Installation {
  readonly rulePacks: string
  /** Undefined: the addon that comes with the package of SQLite. */
  readonly sqliteAddon: string | undefined
  readonly mediaProcess: string
  /** The plain Node that runs the media process on Linux. Throws when there is none. */
  readonly nodePath: () => string
}

/** Where the parts of the application lie: beside the archive when packaged, in the clone otherwise. */
export function locateInstallation(place: Place): Installation {
  const { isPackaged, resourcesPath, appPath, builtFolder, environment } = place
  const mediaProcess = join(builtFolder, 'main', 'media-process.js')
  if (isPackaged) {
    const addon = join(resourcesPath, 'sqlite', 'better_sqlite3.node')
    return {
      rulePacks: join(resourcesPath, 'rulepacks'),
      sqliteAddon: existsSync(addon) ? addon : undefined,
      // A plain Node cannot read inside the archive; the script lies unpacked beside it.
      mediaProcess: mediaProcess.replace('app.asar', 'app.asar.unpacked'),
      nodePath: () => join(resourcesPath, 'node', 'bin', 'node'),
    }
  }
  return {
    rulePacks: join(appPath, 'resources', 'rulepacks'),
    sqliteAddon: environment.BEIAN_SQLITE_ADDON,
    mediaProcess,
    nodePath() {
      if (environment.BEIAN_NODE === undefined) {
        throw new InstallationError('BEIAN_NODE must name a plain Node for the media process')
      }
      return environment.BEIAN_NODE
    },
  }
}
