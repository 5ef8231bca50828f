import { onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'

/** How large an element is at the moment, in CSS pixels. */
export function useElementSize(element: Readonly<Ref<HTMLElement | null>>) {
  const size = shallowRef({ width: 0, height: 0 })
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) {
      size.value = { width: entry.contentRect.width, height: entry.contentRect.height }
    }
  })
  onMounted(() => {
    if (element.value !== null) {
      observer.observe(element.value)
    }
  })
  onBeforeUnmount(() => {
    observer.disconnect()
  })
  return size
}
