import type { WorldName } from './labels'

type Range = readonly [low: number, high: number]

/** How a world looks and how its people photograph. */
export interface World {
  readonly name: WorldName
  /** Of the print. */
  readonly fonts: readonly string[]
  /** Multipliers of the paper's colour. */
  readonly paperTints: readonly (readonly [number, number, number])[]
  /** Levels by which paper wanders, and how many folds a sheet has at most. */
  readonly paperGrain: number
  readonly folds: number
  /** By how many degrees the hue of printed borders and waves is turned. */
  readonly printTurn: Range
  readonly sealInks: readonly string[]
  readonly sealPress: Range
  readonly camera: {
    /** Longer edge in pixels. */
    readonly edges: readonly number[]
    /** Longer edge divided by the shorter one. */
    readonly aspects: readonly number[]
    readonly noise: Range
    readonly quality: readonly [number, number]
    /** Red up and blue down, as a share. */
    readonly warmth: Range
    readonly vignette: Range
    readonly slope: number
    readonly gain: Range
    readonly tilt: number
    readonly perspective: number
    /** Share of pictures made by a flat scanner. */
    readonly scans: number
    /** Gaussian of the lens in pixels at 1024. */
    readonly softness: Range
  }
  readonly cloths: readonly string[]
  readonly editors: readonly string[]
  readonly devices: readonly (readonly [make: string, model: string, software: string])[]
}

export const WORLDS: Readonly<Record<WorldName, World>> = {
  tuning: {
    name: 'tuning',
    fonts: ['Noto Sans SC', 'LXGW WenKai', 'Noto Sans SC', 'LXGW WenKai', 'Noto Sans SC'],
    paperTints: [
      [1, 1, 1],
      [1, 0.995, 0.98],
      [0.985, 0.99, 1],
      [0.96, 0.965, 0.96],
      [1, 0.96, 0.9],
      [0.93, 0.94, 0.955],
      [0.98, 1, 0.97],
    ],
    paperGrain: 7,
    folds: 3,
    printTurn: [-45, 45],
    sealInks: ['#c8161d', '#b3262a', '#d92b2b', '#c21f3a', '#e0402a', '#9d1b24'],
    sealPress: [0.5, 0.97],
    camera: {
      edges: [1366, 1440, 1520, 1560, 1680, 1920, 2304],
      aspects: [4 / 3, 1.42, 1.5, 1.6, 1.2, 1.78],
      noise: [0.4, 7],
      quality: [62, 97],
      warmth: [-0.1, 0.12],
      vignette: [0, 0.32],
      slope: 0.22,
      gain: [0.82, 1.06],
      tilt: 5,
      perspective: 0.05,
      scans: 0.3,
      softness: [0, 0.7],
    },
    cloths: [
      '#3d3f45',
      '#6a6258',
      '#e8e4da',
      '#7c8072',
      '#2f3330',
      '#b9ab93',
      '#141416',
      '#fbfaf7',
      '#a6a9ab',
      '#5a6350',
      '#8c7d6b',
      '#cfd1cd',
    ],
    editors: [
      'Adobe Photoshop 25.4 (Windows)',
      'Adobe Photoshop CS6 (Macintosh)',
      '美图秀秀',
      'GIMP 2.10.34',
      'Snapseed 2.19',
      'Adobe Lightroom 7.2',
      'Capture One 23 Macintosh',
      'ACDSee Photo Studio 2024',
      'krita 5.2.2',
      'VSCO',
      'PhotoScape X',
      'FastStone Image Viewer 7.8',
    ],
    devices: [
      ['HUAWEI', 'ALN-AL80', 'ALN-AL80 4.0.0.126(C00E125R6P9)'],
      ['Xiaomi', '23127PN0CC', 'V816.0.5.0.UNCCNXM'],
      ['Apple', 'iPhone 14', '17.2.1'],
      ['EPSON', 'L4260 Series', 'EPSON Scan 2'],
      ['realme', 'RMX3888', 'MediaTek Camera Application'],
      ['meizu', 'MEIZU 20', 'Flyme 10.5.0.1A'],
      ['NIKON CORPORATION', 'NIKON D5600', 'Ver.1.10'],
      ['HP', 'HP ScanJet Pro 2600 f1', 'HP Scan'],
      ['RICOH', 'RICOH MP C2504', 'RICOH MP C2504'],
    ],
  },
  report: {
    name: 'report',
    fonts: ['Noto Serif SC', 'ZCOOL XiaoWei', 'Noto Serif SC'],
    paperTints: [
      [0.97, 0.975, 0.985],
      [1, 0.975, 0.925],
      [0.95, 0.955, 0.94],
      [0.99, 0.985, 0.96],
      [1, 1, 1],
    ],
    paperGrain: 4,
    folds: 2,
    printTurn: [-24, 24],
    sealInks: ['#b01c2e', '#d8332a', '#c62b4a', '#a8201f', '#de3c22'],
    sealPress: [0.55, 0.95],
    camera: {
      edges: [1280, 1440, 1600, 1706, 2048],
      aspects: [4 / 3, 1.5, 16 / 9, 1.25],
      noise: [0.8, 6],
      quality: [68, 95],
      warmth: [-0.09, 0.11],
      vignette: [0, 0.3],
      slope: 0.22,
      gain: [0.84, 1.06],
      tilt: 5,
      perspective: 0.04,
      scans: 0.25,
      softness: [0, 0.65],
    },
    cloths: ['#1e1f22', '#f4f2ee', '#8a8d91', '#59503f', '#5b6b4a', '#d6c8ae', '#44413c', '#a39a8c'],
    editors: [
      'Adobe Photoshop 2024 25.9 (20240516.r.573)',
      'Adobe Photoshop Express 12.1 (Android)',
      'Meitu 10.5.8',
      'PicsArt Photo Studio',
      '醒图',
      'Paint.NET 5.0.13',
      'Photopea',
      'Pixelmator Pro 3.5.6',
      'Affinity Photo 2.4',
      'CorelDRAW 2023',
      'Adobe Illustrator 28.3',
      'GIMP 3.0.2',
    ],
    devices: [
      ['OPPO', 'PHZ110', 'PHZ110_14.0.0.800(CN01)'],
      ['vivo', 'V2309A', 'PD2309C_A_14.1.12.0.W10'],
      ['HONOR', 'MAG-AN00', 'MAG-AN00 8.0.0.136'],
      ['samsung', 'SM-S9210', 'S9210ZCU1AXB7'],
      ['Apple', 'iPhone SE (3rd generation)', '16.6'],
      ['Canon', 'CanoScan LiDE 400', 'IJ Scan Utility'],
      ['Brother', 'DCP-7180DN', 'Brother iPrint&Scan'],
      ['FUJITSU', 'ScanSnap iX1600', 'ScanSnap Home 2.12'],
    ],
  },
}
