import { describe, expect, it } from 'vitest'
import { openCanvas } from '../../../electron/media/openCanvas'
import { characterInk, inkLine } from '../../../electron/media/reading/characterInk'
import { likeness, shapeOf, type Ink } from '../../../electron/media/reading/characterShape'
import { LINE_HEIGHT, type LineStrip } from '../../../electron/media/reading/cutLine'
import { drawnInk, drawnShape } from '../../../electron/media/reading/drawnShapes'
import { judgeByShape } from '../../../electron/media/reading/judgeByShape'
import type { ReadCharacter } from '../../../electron/media/reading/recognizeLine'

const PITCH = 46

/** A line of print, grey on tinted paper, as a strip is cut out of a picture. */
function printed(text: string): LineStrip {
  const width = PITCH * text.length + 10
  const context = openCanvas().createCanvas(width, LINE_HEIGHT).getContext('2d')
  context.fillStyle = '#e0d8c8'
  context.fillRect(0, 0, width, LINE_HEIGHT)
  context.fillStyle = '#505050'
  context.font = '40px sans-serif'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  for (const [index, character] of Array.from(text).entries()) {
    context.fillText(character, 5 + PITCH * (index + 0.5), LINE_HEIGHT / 2)
  }
  const { data } = context.getImageData(0, 0, width, LINE_HEIGHT)
  const planes = Float32Array.from({ length: 3 * LINE_HEIGHT * width }, (_, place) => {
    const [plane, pixel] = [Math.floor(place / (LINE_HEIGHT * width)), place % (LINE_HEIGHT * width)]
    return (data[pixel * 4 + 2 - plane] ?? 0) / 127.5 - 1
  })
  return { planes, width, press: 1 }
}

/** What was read of it, each character with the one that the recognizer thought of besides, if any. */
function read(text: string, others: readonly string[] = [], confidence = 0.99): readonly ReadCharacter[] {
  const all = Array.from(text)
  return all.map((own, index) => {
    const other = others[index]
    const at = (5 + PITCH * (index + 0.5)) / (PITCH * all.length + 10)
    return {
      text: own,
      confidence,
      at,
      ...(other ? { others: [{ text: other, confidence: 1 - confidence }] } : {}),
    }
  })
}

function judged(print: string, characters: readonly ReadCharacter[]): string {
  return judgeByShape(printed(print), characters)
    .map(({ text, confidence }) => (confidence < 0.85 ? `${text}?` : text))
    .join('')
}

describe('the shape of characters beside what was read', () => {
  it.each([
    ['stands where it is as it was read', '沐光', '沐光', ['沛', '先'], '沐光'],
    ['changes a character, and doubts it', '沐光', '沛光', ['沐', ''], '沐?光'],
    ['tells a dot', '土玉', '土王', ['士', '玉'], '土玉?'],
    ['tells a stroke from a hook', '于是', '干是', ['于', ''], '于?是'],
    ['tells what stands below', '海棠', '海常', ['', '棠'], '海棠?'],
    ['chooses only of what was thought of', '沐光', '沛光', ['沫', ''], '沫?光'],
    ['says nothing where nothing else was thought of', '沐光', '沛光', [], '沛光'],
    ['says nothing where nothing fits the ink', '鑫光', '一光', ['二', ''], '一光'],
  ] as const)('%s', (_, print, text, others, expected) => {
    expect(judged(print, read(text, others))).toBe(expected)
  })

  it('keeps what stood there before among the others', () => {
    const [first] = judgeByShape(printed('沐光'), read('沛光', ['沐']))
    expect(first).toMatchObject({ text: '沐', others: [{ text: '沛' }] })
  })

  it('says how probable each of the others is by both opinions', () => {
    const thought = [
      { text: '干', confidence: 0.16 },
      { text: '于', confidence: 0.03 },
    ]
    const [first, ...rest] = read('千洁', [], 0.8)
    const [own] = judgeByShape(
      printed('于洁'),
      first === undefined ? [] : [{ ...first, others: thought }, ...rest],
    )
    expect(own?.text).toBe('于')
    expect(own?.others?.every(({ confidence }) => confidence < 0.2)).toBe(true)
  })

  it('fills a mark with what was thought of there and is like the ink', () => {
    const marked = read('楼\uFFFD', ['', '璩'], 0.98)
    expect(judgeByShape(printed('楼璩'), marked).map(({ text }) => text)).toEqual(['楼', '璩'])
    expect(judgeByShape(printed('楼鑫'), marked).map(({ text }) => text)).toEqual(['楼', '\uFFFD'])
    expect(judgeByShape(printed('楼璩'), read('楼\uFFFD')).map(({ text }) => text)).toEqual(['楼', '\uFFFD'])
  })

  it('doubts a sure character where one that hardly was thought of is much more alike', () => {
    const apart = (character: string): Float32Array => drawnShape(character === '沛' ? '光' : character)
    const weak = read('沛光', ['沐'], 1 - 1e-6)
    expect(judgeByShape(printed('沐光'), weak, apart)[0]?.confidence).toBeLessThan(0.85)
  })

  it('leaves letters, digits and marks alone', () => {
    const characters = read('A1', ['4', 'l'])
    expect(judgeByShape(printed('A1'), characters)).toEqual(characters)
  })

  it('says nothing of a blank strip', () => {
    const planes = new Float32Array(3 * LINE_HEIGHT * 102).fill(1)
    const characters = read('沛光', ['沐'])
    expect(judgeByShape({ planes, width: 102, press: 1 }, characters)).toEqual(characters)
  })
})

describe('a shape', () => {
  const PAIRS = ['己已', '未末', '土士', '沐沛', '棠常', '术市', '于干', '仝全', '秦泰'] as const

  it.each(PAIRS)('is the same whatever the size and contrast, and another for each of %s', (pair) => {
    const [one = '', other = ''] = pair
    const characters = read(pair)
    const strip = printed(pair)
    const ink = characterInk(inkLine(strip, characters), characters, 0)
    const shape = shapeOf(ink ?? drawnInk('一'))
    expect(likeness(shape, drawnShape(one))).toBeGreaterThan(0.9)
    expect(likeness(shape, drawnShape(one))).toBeGreaterThan(likeness(shape, drawnShape(other)) + 0.02)
  })

  it('is alike to itself wholly and to nothing not at all', () => {
    const blank: Ink = { values: new Float32Array(64), width: 8, height: 8 }
    expect(likeness(drawnShape('棠'), drawnShape('棠'))).toBeCloseTo(1, 5)
    expect(likeness(shapeOf(blank), drawnShape('棠'))).toBe(0)
  })

  it('is a dot as little as a stroke where it lies otherwise', () => {
    expect(likeness(drawnShape('一'), drawnShape('丨'))).toBeLessThan(0.5)
  })
})

describe('the ink of a character', () => {
  it('has its last stroke at the end of a line', () => {
    const strip = printed('公司')
    const characters = read('公司')
    const ink = characterInk(inkLine(strip, characters), characters, 1)
    expect(ink?.width).toBeGreaterThan(PITCH * 0.85)
  })

  it('is none where its neighbours are said to stand in its place', () => {
    const characters = read('于公司').map((own) => ({ ...own, at: 0.5 }))
    expect(characterInk(inkLine(printed('于公司'), characters), characters, 1)).toBeNull()
  })
})
