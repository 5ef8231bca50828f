// Stands in for Electron's default application, which the fallback runtime lacks: `electron [switches] <folder> [arguments]`.
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const argv = process.argv.slice(1)
let target

for (let index = 0; index < argv.length && target === undefined; index += 1) {
  if (argv[index] === '-r' || argv[index] === '--require') {
    index += 1
    require(path.resolve(argv[index]))
  } else if (!argv[index].startsWith('-')) {
    target = path.resolve(argv[index])
  }
}

if (target === undefined) {
  console.error('usage: electron [switches] <application folder>')
  app.exit(1)
} else {
  let main = target
  if (path.extname(target) === '') {
    const manifest = require(path.join(target, 'package.json'))
    app.setName(manifest.productName ?? manifest.name)
    app.setVersion(manifest.version)
    app.setAppPath(target)
    app.setPath('userData', path.join(app.getPath('appData'), app.getName()))
    main = path.join(target, manifest.main)
  }
  await import(pathToFileURL(main).href)
}
