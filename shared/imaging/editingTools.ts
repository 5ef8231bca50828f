/**
 * Programs that change pictures, by words they write into metadata. The list is closed: of the metadata only the
 * name of a program on it leaves this module, because the rest tells where and by whom a picture was taken.
 */
const EDITING_TOOLS = [
  { name: 'photoshop', pattern: /photoshop/i },
  { name: 'lightroom', pattern: /lightroom/i },
  { name: 'illustrator', pattern: /adobe illustrator/i },
  { name: 'gimp', pattern: /\bgimp\b/i },
  { name: 'meitu', pattern: /meitu|美图|beautyplus|beautycam|美颜相机/i },
  { name: 'xingtu', pattern: /xingtu|hypic|醒图/i },
  { name: 'snapseed', pattern: /snapseed/i },
  { name: 'picsart', pattern: /picsart/i },
  { name: 'pixelmator', pattern: /pixelmator|photomator/i },
  { name: 'affinity', pattern: /affinity (photo|designer)/i },
  { name: 'canva', pattern: /\bcanva\b|稿定/i },
  { name: 'paint-net', pattern: /paint\.net/i },
  { name: 'photopea', pattern: /photopea/i },
  { name: 'coreldraw', pattern: /corel ?(draw|photo-?paint|paintshop)/i },
  { name: 'acdsee', pattern: /acdsee/i },
  { name: 'faststone', pattern: /faststone/i },
  { name: 'photoscape', pattern: /photoscape/i },
  { name: 'capture-one', pattern: /capture one/i },
  { name: 'vsco', pattern: /\bvsco/i },
  { name: 'facetune', pattern: /facetune/i },
  { name: 'krita', pattern: /\bkrita\b/i },
  { name: 'polarr', pattern: /polarr|泼辣修图/i },
] as const

export type EditingTool = (typeof EDITING_TOOLS)[number]['name']
export const EDITING_TOOL_NAMES = EDITING_TOOLS.map(({ name }) => name) as [EditingTool, ...EditingTool[]]

/** The first program for changing pictures that the text names; null when it names none. */
export function editingToolIn(text: string): EditingTool | null {
  return EDITING_TOOLS.find(({ pattern }) => pattern.test(text))?.name ?? null
}
