import { buildPackage } from '../../../electron/workflows/packages/buildPackage'
import { passedCase } from './passedCase'

// Run in a process of its own with another zone and language: prints the hash of the package it builds.
const built = await buildPackage(await passedCase({ province: '320000' }))
process.stdout.write(built.ok ? built.value.sha256 : built.error)
